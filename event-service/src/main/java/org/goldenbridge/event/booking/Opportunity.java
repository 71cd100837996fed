package org.goldenbridge.event.booking;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.goldenbridge.platform.words.Words;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What can be booked: a session, or a course with all its lessons. The database makes one with each. */
@Entity
@Immutable
class Opportunity extends PanacheEntityBase {
    @Id
    UUID id;

    Kind kind;

    /** Which of the two it is. */
    enum Kind {
        SESSION,
        COURSE;

        @Override
        @JsonValue
        public String toString() {
            return Words.of(this);
        }

        @Converter(autoApply = true)
        static class Column extends Words.Column<Kind> {
            Column() {
                super(Kind.class);
            }
        }
    }

    /** The session; null when it is a course. */
    @Nullable
    UUID sessionId() {
        return kind == Kind.SESSION ? id : null;
    }

    /** The course; null when it is a session. */
    @Nullable
    UUID courseId() {
        return kind == Kind.COURSE ? id : null;
    }
}

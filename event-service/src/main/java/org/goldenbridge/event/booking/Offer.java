package org.goldenbridge.event.booking;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.goldenbridge.platform.words.Words;
import org.jspecify.annotations.Nullable;

/** Places that are kept for who waits until they answer. */
@Entity
class Offer extends PanacheEntityBase {
    @Id
    UUID id;

    UUID entryId;
    int places;
    Status status;
    Instant madeAt;
    Instant expiresAt;

    @Nullable
    Instant endedAt;

    /** What became of it. */
    enum Status {
        OPEN,
        ACCEPTED,
        DECLINED,
        EXPIRED,
        WITHDRAWN;

        @Override
        @JsonValue
        public String toString() {
            return Words.of(this);
        }

        @Converter(autoApply = true)
        static class Column extends Words.Column<Status> {
            Column() {
                super(Status.class);
            }
        }
    }

    void end(Status how, Instant now) {
        status = how;
        endedAt = now;
    }

    /** The latest one made to an entry. */
    static Optional<Offer> latest(UUID entry) {
        return Offer.<Offer>find("entryId = ?1 order by madeAt desc, id desc", entry)
                .firstResultOptional();
    }
}

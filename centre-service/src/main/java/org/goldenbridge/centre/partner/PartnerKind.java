package org.goldenbridge.centre.partner;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Converter;
import org.goldenbridge.platform.words.Words;

/** What a partner institution is. */
enum PartnerKind {
    UNIVERSITY,
    MUSEUM,
    LIBRARY,
    FILM_SCHOOL,
    THEATRE,
    ARCHIVE,
    INTERNATIONAL_ORGANISATION,
    OTHER;

    @Override
    @JsonValue
    public String toString() {
        return Words.of(this);
    }

    @Converter(autoApply = true)
    static class Column extends Words.Column<PartnerKind> {
        Column() {
            super(PartnerKind.class);
        }
    }
}

package org.goldenbridge.centre.agreement;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Converter;
import org.goldenbridge.platform.words.Words;

/** What an agreement is about. */
enum AgreementKind {
    MEMORANDUM,
    ACADEMIC_EXCHANGE,
    CO_PRODUCTION,
    TRAINING_PLACEMENT,
    HERITAGE_FILE,
    LOAN,
    DATA_SHARING,
    OTHER;

    @Override
    @JsonValue
    public String toString() {
        return Words.of(this);
    }

    @Converter(autoApply = true)
    static class Column extends Words.Column<AgreementKind> {
        Column() {
            super(AgreementKind.class);
        }
    }
}

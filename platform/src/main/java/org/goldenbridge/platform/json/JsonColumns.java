package org.goldenbridge.platform.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Unremovable;
import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.hibernate.type.format.FormatMapper;
import org.hibernate.type.format.jackson.JacksonJsonFormatMapper;

/** Columns of type {@code jsonb} hold what the API shows, written by the same mapper. */
class JsonColumns {
    @Produces
    @Singleton
    @Unremovable // looked up by its qualifiers alone
    @JsonFormat
    @PersistenceUnitExtension
    FormatMapper mapper(ObjectMapper json) {
        return new JacksonJsonFormatMapper(json);
    }
}

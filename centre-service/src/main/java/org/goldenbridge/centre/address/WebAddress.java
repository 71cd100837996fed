package org.goldenbridge.centre.address;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.net.URI;
import java.net.URISyntaxException;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.json.UnacceptableValue;
import org.jspecify.annotations.Nullable;

/** A link that people can follow: http or https with a host, and without a name and password in it. */
@Schema(
        type = SchemaType.STRING,
        format = "uri",
        maxLength = WebAddress.LONGEST,
        description = "An absolute http or https address.",
        examples = "https://partner.example.org/")
public record WebAddress(@JsonValue String text) {
    static final int LONGEST = 500;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WebAddress {
        if (text.length() > LONGEST || !isLink(text)) {
            throw new UnacceptableValue(
                    "must be an http or https address such as https://partner.example.org/ of at most " + LONGEST
                            + " characters");
        }
    }

    private static boolean isLink(String text) {
        try {
            var address = new URI(text);
            return ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    @Converter(autoApply = true)
    static class Column implements AttributeConverter<WebAddress, String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable WebAddress address) {
            return address == null ? null : address.text;
        }

        @Override
        public @Nullable WebAddress convertToEntityAttribute(@Nullable String text) {
            return text == null ? null : new WebAddress(text);
        }
    }
}

package org.goldenbridge.local.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The whole demo network, as the files under {@code demo/} describe it. A text is a map from language tag to text, as
 * in the APIs.
 *
 * @param administrator who opens the centres and signs the agreements
 * @param umbrellas the programmes, each after the one it is a part of
 * @param cancellations the reasons a session is cancelled for, by their keys
 */
record Network(
        String administrator,
        List<Centre> centres,
        List<Partner> partners,
        List<Agreement> agreements,
        Map<String, Venue> venues,
        List<Umbrella> umbrellas,
        Map<String, Map<String, String>> cancellations) {

    /** The table of contents: which centres there are, and which programme files each of them has. */
    record Contents(String administrator, List<Folder> centres) {
        record Folder(String id, String manager, String clerk, List<String> programme) {}
    }

    record Partner(String key, String kind, String country, String website, Map<String, String> name) {}

    record Agreement(
            String partner,
            String kind,
            List<String> centres,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            Map<String, String> title,
            Map<String, String> scope,
            List<Document> documents) {
        record Document(
                @JsonProperty Map<String, String> title,
                @JsonProperty String url) {}
    }

    /** A hall of others, with an address and a time zone of its own. */
    record Venue(
            Map<String, String> name,
            Map<String, String> address,
            Map<String, String> city,
            String country,
            ZoneId zone) {}

    int spaces() {
        return centres.stream().mapToInt(centre -> centre.spaces().size()).sum();
    }

    int events() {
        return centres.stream().mapToInt(centre -> centre.events().size()).sum();
    }
}

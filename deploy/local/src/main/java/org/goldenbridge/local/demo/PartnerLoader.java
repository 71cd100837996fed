package org.goldenbridge.local.demo;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** Writes down the partner institutions and what was agreed with them. */
final class PartnerLoader {
    private final Api api;
    private final Crew crew;
    private final Tally tally;
    private final String administrator;

    PartnerLoader(Api api, Crew crew, Tally tally, String administrator) {
        this.api = api;
        this.crew = crew;
        this.tally = tally;
        this.administrator = administrator;
    }

    void sign(List<Network.Partner> partners, List<Network.Agreement> agreements) {
        var known = api.list(administrator, "/v1/partners").stream()
                .collect(toMap(partner -> en(partner.path("name")), PartnerLoader::id, (one, other) -> one));
        var ids = new ConcurrentHashMap<String, String>();
        crew.each(partners, partner -> {
            var name = partner.name().getOrDefault("en", partner.key());
            ids.put(partner.key(), known.containsKey(name) ? known.get(name) : add(partner, name));
            tally.step("partners");
        });
        var signed = api.list(administrator, "/v1/agreements").stream()
                .collect(toMap(
                        agreement -> agreement.path("partnerId").asText() + en(agreement.path("title")),
                        PartnerLoader::id,
                        (one, other) -> one));
        crew.each(agreements, agreement -> {
            var partner = requireNonNull(
                    ids.get(agreement.partner()),
                    () -> "There is no partner " + agreement.partner() + " in partners.yaml.");
            if (!signed.containsKey(partner + agreement.title().get("en"))) {
                add(agreement, partner);
            }
            tally.step("agreements");
        });
    }

    private String add(Network.Partner partner, String name) {
        var added = api.post(
                administrator,
                "/v1/partners",
                new Body()
                        .with("name", partner.name())
                        .with("kind", partner.kind())
                        .with("country", partner.country())
                        .with("website", partner.website()));
        return tally.created(added, "The partner " + name);
    }

    private void add(Network.Agreement agreement, String partner) {
        var added = api.post(
                administrator,
                "/v1/agreements",
                new Body()
                        .with("partnerId", partner)
                        .with("kind", agreement.kind())
                        .with("title", agreement.title())
                        .with("startsOn", agreement.startsOn().toString())
                        .with(
                                "endsOn",
                                agreement.endsOn() == null
                                        ? null
                                        : agreement.endsOn().toString())
                        .with("scope", agreement.scope())
                        .with("documents", agreement.documents())
                        .with("centres", agreement.centres()));
        tally.created(added, "The agreement with " + agreement.partner());
    }

    private static String id(JsonNode item) {
        return item.path("id").asText();
    }

    private static String en(JsonNode text) {
        return text.path("en").asText();
    }
}

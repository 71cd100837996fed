package org.goldenbridge.local.demo;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Takes the files of records in as a cataloguer does, and puts the items on their shelves. */
final class CatalogueLoader {
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Set<String> UNDER_WAY = Set.of("planning", "applying");

    private final Api api;
    private final Crew crew;
    private final Tally tally;
    private final DemoCatalogue catalogue;
    private final Instant deadline;

    /** @param deadline until when catalogue-service may take to hear of the centres, and to take the files in */
    CatalogueLoader(Api api, Crew crew, Tally tally, DemoCatalogue catalogue, Instant deadline) {
        this.api = api;
        this.crew = crew;
        this.tally = tally;
        this.catalogue = catalogue;
        this.deadline = deadline;
    }

    /** Takes in what is missing, and returns how many records there are now. */
    int load() {
        catalogue.sources().forEach(this::name);
        var records = new HashMap<String, String>();
        for (var file : catalogue.files()) {
            records.putAll(records(file, takenIn(file)));
            tally.step("records");
        }
        shelve(records);
        return records.size();
    }

    private void name(DemoCatalogue.Source source) {
        if (api.get(cataloguer(source.centre()), "/v1/import-sources/" + source.id())
                .isGood()) {
            return;
        }
        var body = new Body()
                .with("id", source.id())
                .with("centreId", source.centre())
                .with("name", source.name());
        var named = onceKnown(() -> api.post(cataloguer(source.centre()), "/v1/import-sources", body));
        tally.created(named, "The source " + source.id());
    }

    /** The id of the import that took the file in: one that is done, or was begun, goes on. */
    private String takenIn(DemoCatalogue.File file) {
        var centre = catalogue.source(file).centre();
        var account = cataloguer(centre);
        var begun = api.list(account, "/v1/imports?centre=" + centre).stream()
                .filter(one -> one.path("fileName").asText().equals(file.name()))
                .filter(one -> !Set.of("refused", "withdrawn", "undone")
                        .contains(one.path("state").asText()))
                .findFirst();
        var id = begun.map(one -> one.path("id").asText()).orElseGet(() -> begin(account, file));
        var path = "/v1/imports/" + id;
        if (state(account, path).path("state").asText().equals("receiving")) {
            tally.accepted(api.putFile(account, path + "/file", file.bytes()), "The file " + file.name());
        }
        var planned = awaitRest(account, path);
        if (planned.path("state").asText().equals("planned")) {
            tally.accepted(api.post(account, path + "/application", new Body()), "Taking " + file.name() + " in");
            planned = awaitRest(account, path);
        }
        if (!planned.path("state").asText().equals("applied")) {
            throw new LoadingRefused("The file " + file.name() + " was not taken in: it is "
                    + planned.path("state").asText() + " "
                    + planned.path("refusal").asText() + ".");
        }
        return id;
    }

    private String begin(String account, DemoCatalogue.File file) {
        var body = new Body()
                .with("sourceId", file.source())
                .with("fileName", file.name())
                .with("kind", file.kind());
        return tally.created(api.post(account, "/v1/imports", body), "The import of " + file.name());
    }

    private JsonNode state(String account, String path) {
        var answer = api.get(account, path);
        tally.accepted(answer, "The import " + path);
        return answer.body();
    }

    private JsonNode awaitRest(String account, String path) {
        var state = state(account, path);
        while (UNDER_WAY.contains(state.path("state").asText())) {
            if (Instant.now().isAfter(deadline)) {
                throw new LoadingRefused("The catalogue takes too long to take in the demo's records.");
            }
            Api.pause(PAUSE);
            state = state(account, path);
        }
        return state;
    }

    /** The ids of the records by the control numbers that they have in the file. */
    private Map<String, String> records(DemoCatalogue.File file, String id) {
        var account = cataloguer(catalogue.source(file).centre());
        var records = new HashMap<String, String>();
        for (var row : api.list(account, "/v1/imports/" + id + "/rows")) {
            records.put(
                    row.path("sourceRecordId").asText(), row.path("recordId").asText());
        }
        return records;
    }

    private void shelve(Map<String, String> records) {
        var shelved = catalogue.centres().stream()
                .flatMap(centre -> api.list(cataloguer(centre), "/v1/items?centre=" + centre).stream())
                .map(item -> item.path("barcode").asText())
                .collect(toSet());
        crew.each(catalogue.items(), item -> {
            if (!shelved.contains(item.barcode())) {
                shelve(item, records);
            }
            tally.step("items");
        });
    }

    private void shelve(DemoCatalogue.Item item, Map<String, String> records) {
        var record = records.get(item.record());
        if (record == null) {
            throw new LoadingRefused(
                    "items.yaml has an item of " + item.record() + ", and no file of the demo has such a record.");
        }
        var body = new Body()
                .with("recordId", record)
                .with("centreId", item.centre())
                .with("barcode", item.barcode())
                .with("shelf", item.shelf())
                .with("condition", item.condition())
                .with("status", item.status())
                .with("note", item.note());
        tally.created(api.post(cataloguer(item.centre()), "/v1/items", body), "The item " + item.barcode());
    }

    private String cataloguer(String centre) {
        return catalogue.cataloguer(centre);
    }

    /** Asks until catalogue-service has heard of the centre, which reaches it over Kafka. */
    private Answer onceKnown(Supplier<Answer> request) {
        var answer = request.get();
        while (List.of(404, 422).contains(answer.status()) && Instant.now().isBefore(deadline)) {
            Api.pause(PAUSE);
            answer = request.get();
        }
        return answer;
    }
}

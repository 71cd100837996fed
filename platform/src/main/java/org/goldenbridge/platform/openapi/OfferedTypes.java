package org.goldenbridge.platform.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Media types in which an address answers, as the API description says; for whoever asked for another one. */
@Singleton
public class OfferedTypes {
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

    private final OpenApiDocumentService descriptions;
    private final ObjectMapper json;
    private volatile @Nullable Map<Pattern, List<String>> types;

    OfferedTypes(OpenApiDocumentService descriptions, ObjectMapper json) {
        this.descriptions = descriptions;
        this.json = json;
    }

    /** What GET answers at that path; empty where it is not described. */
    public List<String> at(String path) {
        var known = types;
        if (known == null) {
            known = read();
            types = known;
        }
        return known.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(path).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(List.of());
    }

    private Map<Pattern, List<String>> read() {
        try {
            var description = json.readTree(descriptions.getDocument("<default>", Format.JSON));
            return description.path("paths").properties().stream()
                    .filter(path -> path.getValue().has("get"))
                    .collect(Collectors.toMap(
                            path -> Pattern.compile(PARAMETER
                                    .matcher(path.getKey().replace(".", "\\."))
                                    .replaceAll("[^/]+")),
                            path -> mediaTypes(path.getValue().at("/get/responses/200/content"))));
        } catch (IOException e) {
            throw new UncheckedIOException("The API description is written by us", e);
        }
    }

    private static List<String> mediaTypes(JsonNode content) {
        return StreamSupport.stream(((Iterable<String>) content::fieldNames).spliterator(), false)
                .collect(Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new), List::copyOf));
    }
}

package org.goldenbridge.centre.frontdoor;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.goldenbridge.platform.problem.Problem;

/** What each problem of the network means: the address in a problem's type leads here. */
@Singleton
class ProblemCatalogue {
    private final Map<String, String> explanations = new TreeMap<>();

    ProblemCatalogue() {
        var properties = new Properties();
        try (var file = Objects.requireNonNull(
                        ProblemCatalogue.class.getResourceAsStream("/frontdoor/problems.properties"));
                var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        properties.forEach((code, explanation) -> explanations.put(code.toString(), explanation.toString()));
    }

    /**
     * A problem, explained.
     *
     * @param code the last part of its type
     * @param title its title, as answers carry it
     * @param explanation what it means and what to do
     */
    record Explained(String code, String title, String explanation) {}

    Optional<Explained> find(String code) {
        return Optional.ofNullable(explanations.get(code)).map(explanation -> explained(code, explanation));
    }

    List<Explained> all() {
        return explanations.entrySet().stream()
                .map(entry -> explained(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Explained explained(String code, String explanation) {
        var title = Problem.of(400, code, null, List.of(), null, Map.of()).title();
        return new Explained(code, title, explanation);
    }
}

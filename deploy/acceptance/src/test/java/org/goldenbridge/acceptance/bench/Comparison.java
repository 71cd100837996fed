package org.goldenbridge.acceptance.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Things that are measured by turns, so that what disturbs the machine disturbs all of them. */
final class Comparison {
    private final Map<String, Supplier<Load.Result>> candidates = new LinkedHashMap<>();
    private final Map<String, List<Load.Result>> results = new LinkedHashMap<>();

    Comparison with(String name, Supplier<Load.Result> candidate) {
        candidates.put(name, candidate);
        results.put(name, new ArrayList<>());
        return this;
    }

    Comparison run(int rounds) {
        for (var round = 1; round <= rounds; round++) {
            for (var candidate : candidates.entrySet()) {
                var result = candidate.getValue().get();
                results.get(candidate.getKey()).add(result);
                System.out.printf(
                        "  round %d, %-52s %8.0f/s, median %6.2f ms, 99%% within %7.2f ms%n",
                        round, candidate.getKey(), result.perSecond(), result.medianMillis(), result.slowMillis());
            }
        }
        return this;
    }

    double perSecond(String name) {
        return median(results.get(name).stream().map(Load.Result::perSecond).toList());
    }

    /** A table of Markdown; the first line is what the others are compared with. */
    String table() {
        var base = perSecond(results.keySet().iterator().next());
        var table = new StringBuilder("""
                | what | per second (median) | of the first | one takes (median) | 99 of 100 within | all runs |
                |---|---:|---:|---:|---:|---|
                """);
        results.forEach((name, runs) -> table.append("| %s | %s | %.2f | %.2f ms | %.2f ms | %s |%n"
                .formatted(
                        name,
                        inWords(perSecond(name)),
                        perSecond(name) / base,
                        median(runs.stream().map(Load.Result::medianMillis).toList()),
                        median(runs.stream().map(Load.Result::slowMillis).toList()),
                        String.join(
                                " · ",
                                runs.stream()
                                        .map(run -> inWords(run.perSecond()))
                                        .toList()))));
        return table.toString();
    }

    private static String inWords(double perSecond) {
        return (perSecond < 10 ? "%.2f" : "%,.0f").formatted(perSecond);
    }

    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}

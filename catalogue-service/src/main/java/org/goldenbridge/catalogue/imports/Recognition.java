package org.goldenbridge.catalogue.imports;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goldenbridge.catalogue.record.Cataloguing;
import org.goldenbridge.catalogue.record.Cataloguing.Match;
import org.goldenbridge.catalogue.record.RecordKind;

/**
 * Recognises what a source delivers for the first time as a record that the catalogue has from elsewhere: by ISBN, then by
 * ISSN, then by title, first name and year. Only records of the same kind are the same, and a record that the source already
 * knows by another number is not this one.
 */
@Singleton
class Recognition {
    /** The match keys in the order in which they count, with what they are called. */
    private static final Map<MatchedBy, String> KEYS = new LinkedHashMap<>();

    static {
        KEYS.put(MatchedBy.ISBN, "isbn:");
        KEYS.put(MatchedBy.ISSN, "issn:");
        KEYS.put(MatchedBy.TITLE, "title:");
    }

    private final Cataloguing cataloguing;
    private final Links links;

    Recognition(Cataloguing cataloguing, Links links) {
        this.cataloguing = cataloguing;
        this.links = links;
    }

    /**
     * Records of ours as which a delivered one was recognised.
     *
     * @param records usually one; of several, none can be taken for it
     */
    record Recognised(MatchedBy by, List<UUID> records) {}

    /** What is recognised of the candidates, by their numbers in the file; in the caller's transaction. */
    Map<Long, Recognised> recognise(Job job, Collection<Candidate> candidates) {
        var keys = new HashSet<String>();
        candidates.forEach(each -> keys.addAll(each.keys()));
        var found = cataloguing.matching(keys);
        var taken = links.known(
                job.sourceId(),
                found.values().stream().flatMap(List::stream).map(Match::id).toList());
        var recognised = new HashMap<Long, Recognised>();
        for (var each : candidates) {
            var possible = new Possible(each.keys(), job.kindOf(each.marc()), found, taken);
            KEYS.entrySet().stream()
                    .map(key -> new Recognised(key.getKey(), possible.by(key.getValue())))
                    .filter(result -> !result.records().isEmpty())
                    .findFirst()
                    .ifPresent(result -> recognised.put(each.number(), result));
        }
        return recognised;
    }

    /** Which of the found records a candidate could be. */
    private record Possible(List<String> keys, RecordKind kind, Map<String, List<Match>> found, Set<UUID> taken) {
        List<UUID> by(String prefix) {
            var records = new ArrayList<UUID>();
            for (var key : keys) {
                if (key.startsWith(prefix)) {
                    found.getOrDefault(key, List.of()).stream()
                            .filter(match -> match.kind() == kind && !taken.contains(match.id()))
                            .filter(match -> !prefix.equals("title:") || !isAnotherEdition(match))
                            .map(Match::id)
                            .filter(id -> !records.contains(id))
                            .forEach(records::add);
                }
            }
            return records;
        }

        /** Two that both have an ISBN, or both an ISSN, and not the same, are not the same for all their titles. */
        private boolean isAnotherEdition(Match match) {
            return List.of("isbn:", "issn:").stream()
                    .anyMatch(number -> keys.stream().anyMatch(key -> key.startsWith(number))
                            && match.keys().stream().anyMatch(key -> key.startsWith(number)));
        }
    }
}

package org.goldenbridge.local.demo;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What must be true of the files whatever day the network is loaded on. */
class DemoFilesTest {
    private static final Set<String> NEEDED = Set.of("kk", "ru", "en", "zh-Hans", "fr", "ar");
    private static final Set<String> TEXTS =
            Set.of("name", "title", "description", "reason", "scope", "address", "city");

    /** The script each language is written in here, so that a text in the wrong line shows. */
    private static final Map<String, Pattern> SCRIPTS = Map.of(
            "kk", Pattern.compile("\\p{IsCyrillic}"),
            "kk-Latn", Pattern.compile("\\p{IsLatin}"),
            "kk-Arab", Pattern.compile("\\p{IsArabic}"),
            "ru", Pattern.compile("\\p{IsCyrillic}"),
            "en", Pattern.compile("\\p{IsLatin}"),
            "zh-Hans", Pattern.compile("\\p{IsHan}"),
            "zh-Hant", Pattern.compile("\\p{IsHan}"),
            "fr", Pattern.compile("\\p{IsLatin}"),
            "ar", Pattern.compile("\\p{IsArabic}"));

    private static final Pattern FICTIONAL = Pattern.compile(
            "[a-z0-9.]+@([a-z0-9-]+\\.)*example\\.(org|net)|\\+33 6 39 98 \\d\\d \\d\\d|\\+44 7700 900\\d{3}");

    private final Network network = DemoFiles.read();

    @Test
    void everyTextHasTheSixLanguagesInTheirScripts() throws Exception {
        var seen = new ArrayList<String>();
        everyText((where, text) -> {
            seen.add(where);
            var tags = new TreeSet<String>();
            text.properties().forEach(entry -> {
                tags.add(entry.getKey());
                var script = SCRIPTS.get(entry.getKey());
                assertTrue(script != null, () -> where + " has an unknown language " + entry.getKey());
                assertTrue(
                        script.matcher(entry.getValue().asText()).find(),
                        () -> where + " is not in the script of " + entry.getKey() + ": " + entry.getValue());
            });
            assertTrue(tags.containsAll(NEEDED), () -> where + " has only " + tags);
        });
        assertTrue(seen.size() > 200, () -> "only " + seen.size() + " texts were found");
    }

    @Test
    void everyLanguageOfDeliveryAndOfAVisitorIsOneOfOurs() {
        for (var centre : network.centres()) {
            for (var event : centre.events()) {
                assertTrue(SCRIPTS.keySet().containsAll(event.languages()), event::key);
                assertFalse(event.languages().isEmpty(), event::key);
            }
            for (var visitor : centre.visitors()) {
                assertTrue(SCRIPTS.containsKey(visitor.language()), visitor::name);
            }
        }
    }

    @Test
    void everythingIsNamedOnce() {
        for (var centre : network.centres()) {
            once(centre.events().stream().map(Event::key).toList());
            once(centre.events().stream().map(Event::name).toList());
            once(centre.spaces().stream().map(Centre.Space::code).toList());
            once(centre.equipment().stream().map(Centre.Equipment::code).toList());
            once(centre.visitors().stream().map(Centre.Visitor::contact).toList());
        }
        once(network.partners().stream().map(Network.Partner::key).toList());
    }

    @Test
    void whatIsReferredToIsThere() {
        var partners = network.partners().stream().map(Network.Partner::key).collect(toSet());
        var centres = network.centres().stream().map(Centre::id).collect(toSet());
        var umbrellas = new HashSet<String>();
        for (var umbrella : network.umbrellas()) {
            assertTrue(umbrella.centre() == null || centres.contains(umbrella.centre()), umbrella::key);
            assertTrue(umbrella.partOf() == null || umbrellas.contains(umbrella.partOf()), umbrella::key);
            assertTrue(umbrellas.add(umbrella.key()), umbrella::key);
            for (var leg : umbrella.tour()) {
                assertTrue(leg.venue() == null || network.venues().containsKey(leg.venue()), umbrella::key);
                assertTrue(leg.centre() == null || centres.contains(leg.centre()), umbrella::key);
            }
        }
        for (var agreement : network.agreements()) {
            assertTrue(partners.contains(agreement.partner()), agreement::partner);
            assertTrue(centres.containsAll(agreement.centres()), agreement::toString);
        }
        for (var centre : network.centres()) {
            var spaces = centre.spaces().stream().map(Centre.Space::code).collect(toSet());
            for (var event : centre.events()) {
                assertTrue((event.space() == null) != (event.venue() == null), () -> event.key() + " is where?");
                assertTrue(event.programme() == null || umbrellas.contains(event.programme()), event::key);
                assertTrue(event.space() == null || spaces.contains(event.space()), event::key);
                var makesUpIn = event.course() == null ? null : event.course().makesUpIn();
                assertTrue(
                        makesUpIn == null
                                || centre.events().stream()
                                        .anyMatch(other -> other.key().equals(makesUpIn) && other.course() != null),
                        event::key);
                for (var meeting : event.sessions()) {
                    assertTrue(
                            meeting.cancelled() == null
                                    || network.cancellations().containsKey(meeting.cancelled()),
                            event::key);
                }
            }
            for (var closure : centre.closures()) {
                assertTrue(closure.closesTheWholeCentre() || spaces.contains(closure.space()), closure::toString);
            }
            for (var space : centre.spaces()) {
                assertTrue(space.partOf() == null || spaces.contains(space.partOf()), space::code);
            }
        }
    }

    @Test
    void theBeijingHallHasTwoHalves() {
        var beijing = network.centres().get(0);
        var halves = beijing.spaces().stream()
                .filter(space -> "forum".equals(space.partOf()))
                .toList();
        assertEquals(
                List.of(60, 60), halves.stream().map(Centre.Space::capacity).toList());
    }

    @Test
    void nobodyWhoBooksCanBeReached() {
        for (var centre : network.centres()) {
            for (var visitor : centre.visitors()) {
                assertTrue(FICTIONAL.matcher(visitor.contact()).matches(), visitor::contact);
            }
        }
    }

    @Test
    void agesAndLevelsMakeSense() {
        for (var centre : network.centres()) {
            for (var event : centre.events()) {
                var oldest = event.maximumAge();
                assertTrue(
                        oldest == null || oldest > (event.minimumAge() == null ? 0 : event.minimumAge()), event::key);
            }
        }
    }

    private static void once(List<String> names) {
        assertEquals(names.size(), new HashSet<>(names).size(), () -> "something is twice in " + names);
    }

    private static void everyText(BiConsumer<String, JsonNode> check) throws IOException, URISyntaxException {
        var folder = Path.of(DemoFiles.class.getResource("/demo").toURI());
        try (var files = Files.walk(folder)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                var name = folder.relativize(file).toString();
                var tree = new YAMLMapper().readTree(Files.readAllBytes(file));
                if (name.equals("cancellations.yaml")) {
                    tree.properties().forEach(reason -> check.accept(name + "/" + reason.getKey(), reason.getValue()));
                } else if (!name.endsWith("visitors.yaml")
                        && !name.startsWith("catalogue")) { // which have names of their own
                    everyText(name, tree, check);
                }
            }
        }
    }

    private static void everyText(String where, JsonNode node, BiConsumer<String, JsonNode> check) {
        node.properties().forEach(field -> {
            var here = where + "/" + field.getKey();
            if (TEXTS.contains(field.getKey())) {
                check.accept(here, field.getValue());
            } else {
                everyText(here, field.getValue(), check);
            }
        });
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                everyText(where + "/" + i, node.get(i), check);
            }
        }
    }
}

package org.goldenbridge.event.desk.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.goldenbridge.event.page.CentreCard;
import org.goldenbridge.event.page.PageLanguage;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.platform.text.Languages;
import org.goldenbridge.platform.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** The languages in which a text is written side by side. */
final class Tongues {
    /** In which every centre tells of what it does. */
    private static final List<String> OF_THE_NETWORK = List.of("kk", "en");

    private Tongues() {}

    /**
     * A language with its fields.
     *
     * @param direction of what is written in it, as HTML says it
     * @param missing says that there is no title in it, where there should be one; null otherwise
     */
    public record Tongue(
            String tag,
            String name,
            String direction,
            @Nullable String missing) {
        public String field(String text) {
            return text + "." + tag;
        }
    }

    /** A language that can be added. */
    public record Choice(String tag, String name) {}

    /** Those that are shown: of the centre and the network first, then what there is a text in or was asked for. */
    static List<Tongue> shown(@Nullable CentreCard centre, Sheet sheet, Reader reader) {
        var wanted = wanted(centre);
        var shown = new LinkedHashSet<>(wanted);
        for (var tag : Languages.ALL) {
            if (List.of("title", "description", "reason").stream()
                            .anyMatch(text -> !sheet.value(text + "." + tag).isBlank())
                    || sheet.has("shown", tag)
                    || (sheet.has("deed", "language") && sheet.has("add", tag))) {
                shown.add(tag);
            }
        }
        return shown.stream().map(tag -> tongue(tag, wanted, sheet, reader)).toList();
    }

    private static Tongue tongue(String tag, Set<String> wanted, Sheet sheet, Reader reader) {
        var name = reader.times().scriptName(tag);
        var missing = wanted.contains(tag) && sheet.value("title." + tag).isBlank();
        return new Tongue(
                tag,
                name,
                tag.equals("ar") || tag.equals("kk-Arab") ? "rtl" : "ltr",
                missing ? reader.words().say("deskTextMissing", name) : null);
    }

    /** Those that are not shown. */
    static List<Choice> others(List<Tongue> shown, Reader reader) {
        var tags = shown.stream().map(Tongue::tag).toList();
        return Languages.ALL.stream()
                .filter(tag -> !tags.contains(tag))
                .map(tag -> new Choice(tag, reader.times().scriptName(tag)))
                .toList();
    }

    /** In which there should be a text: those of the centre, and of the network. */
    static Set<String> wanted(@Nullable CentreCard centre) {
        var wanted = new LinkedHashSet<String>();
        if (centre != null) {
            wanted.add(PageLanguage.ofCountry(centre.country()).tag());
            wanted.addAll(centre.name().texts().keySet());
        }
        wanted.addAll(OF_THE_NETWORK);
        return wanted;
    }

    /** What was typed of a text in all languages; null when there is none in any. */
    static @Nullable LocalizedText typed(String text, int most, Sheet sheet) {
        var texts = new LinkedHashMap<String, String>();
        for (var tag : Languages.ALL) {
            var typed = sheet.text(text + "." + tag, most);
            if (typed != null) {
                texts.put(tag, typed.replace("\r\n", "\n"));
            }
        }
        return texts.isEmpty() ? null : new LocalizedText(texts);
    }

    /** Puts a text into the fields of a form. */
    static void put(Map<String, List<String>> fields, String name, @Nullable LocalizedText text) {
        if (text != null) {
            text.texts().forEach((tag, written) -> fields.put(name + "." + tag, new ArrayList<>(List.of(written))));
        }
    }
}

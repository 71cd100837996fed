package org.goldenbridge.event.page;

import io.quarkus.qute.Mapper;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.goldenbridge.platform.words.Words;

/** The words of the pages in one language, from {@code words/<language>.properties}. A template asks for {@code w.today}. */
public final class Phrases implements Mapper {
    private static final Map<PageLanguage, Phrases> ALL = new EnumMap<>(PageLanguage.class);

    static {
        PageLanguage.all().forEach(language -> ALL.put(language, new Phrases(language)));
    }

    private final PageLanguage language;
    private final Properties words = new Properties();

    private Phrases(PageLanguage language) {
        this.language = language;
        var file = "/words/" + language.tag() + ".properties";
        try (var in = new InputStreamReader(
                Objects.requireNonNull(Phrases.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Phrases in(PageLanguage language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    Set<String> keys() {
        return words.stringPropertyNames();
    }

    /** The phrase of that key, with what is put into it. */
    public String say(String key, Object... with) {
        var phrase = words.getProperty(key);
        if (phrase == null) {
            throw new IllegalArgumentException("There are no words for " + key + " in " + language.tag());
        }
        return with.length == 0 ? phrase : new MessageFormat(phrase.replace("'", "''"), language.locale()).format(with);
    }

    /** The phrase in the form that goes with the number, which it may show as {0}. */
    public String count(String key, long n) {
        return say(key + "." + language.plural().of(n), String.valueOf(n));
    }

    /** The word for a constant of one of our closed sets, such as {@code kind.round-table}. */
    public String word(String set, Enum<?> constant) {
        return say(set + "." + Words.of(constant));
    }

    @Override
    public boolean appliesTo(String key) {
        return words.containsKey(key);
    }

    @Override
    public Object get(String key) {
        return say(key);
    }

    @Override
    public CompletionStage<Object> getAsync(String key) {
        return CompletableFuture.completedFuture(get(key));
    }

    @Override
    public Set<String> mappedKeys() {
        return keys();
    }
}

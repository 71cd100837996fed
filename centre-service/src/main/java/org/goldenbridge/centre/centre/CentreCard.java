package org.goldenbridge.centre.centre;

import java.util.Map;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ReaderLanguage;

/**
 * The little of a centre that a list for people shows.
 *
 * @param id the centre's word
 * @param name its name in the reader's language
 * @param nameLanguage the language of the name
 * @param city its city in the reader's language
 * @param cityLanguage the language of the city's name
 * @param country its country's code
 */
public record CentreCard(
        String id, String name, String nameLanguage, String city, String cityLanguage, String country) {
    static CentreCard of(Centre centre, ReaderLanguage reader) {
        var name = first(reader.of(centre.name));
        var city = first(reader.of(centre.city));
        return new CentreCard(
                centre.id, name.getValue(), name.getKey(), city.getValue(), city.getKey(), centre.country.code());
    }

    private static Map.Entry<String, String> first(LocalizedText text) {
        return text.texts().entrySet().iterator().next();
    }
}

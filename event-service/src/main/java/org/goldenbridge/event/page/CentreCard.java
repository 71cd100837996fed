package org.goldenbridge.event.page;

import java.time.ZoneId;
import java.util.List;
import org.goldenbridge.platform.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** A centre as the public knows it. */
public record CentreCard(
        String id,
        LocalizedText name,
        @Nullable LocalizedText city,
        @Nullable String country,
        @Nullable LocalizedText address,
        ZoneId zone) {

    /** What its wall screens say in turn: the language of its country, and Kazakh. */
    public List<PageLanguage> onScreens() {
        var local = PageLanguage.ofCountry(country);
        return local == PageLanguage.KK ? List.of(PageLanguage.KK, PageLanguage.RU) : List.of(local, PageLanguage.KK);
    }

    /** Its city, which is how visitors call it; its name where that is not known. */
    public LocalizedText shortName() {
        return city == null ? name : city;
    }
}

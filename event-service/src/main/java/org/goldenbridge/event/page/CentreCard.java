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

    /** The languages of the pages that the centre has a name in: those that its visitors read. */
    public List<PageLanguage> languages() {
        return PageLanguage.all().stream()
                .filter(language -> name.texts().containsKey(language.tag()))
                .toList();
    }

    /** Its city, which is how visitors call it; its name where that is not known. */
    public LocalizedText shortName() {
        return city == null ? name : city;
    }
}

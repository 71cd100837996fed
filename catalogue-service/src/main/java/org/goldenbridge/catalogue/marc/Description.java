package org.goldenbridge.catalogue.marc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a record says, derived for people and indexes. (First slice: what the catalogue's tables need.) */
public record Description(String title, @Nullable Integer year, List<String> languages) {
    public static Description of(MarcRecord record) {
        var title = record.field("245").map(field -> field.text("abnp")).orElse("");
        var date = record.control("008").filter(field -> field.length() == 40).map(field -> field.substring(7, 11));
        var year = date.filter(digits -> digits.matches("[0-9]{4}")).map(Integer::valueOf);
        var language =
                record.control("008").filter(field -> field.length() == 40).map(field -> field.substring(35, 38));
        return new Description(title, year.orElse(null), language.stream().toList());
    }
}

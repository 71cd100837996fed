package org.goldenbridge.catalogue.marc;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Links to other works (UNIMARC 4XX), in subfields of their own or with whole fields embedded in $1. */
final class UnimarcLinks {
    /** Tag and second indicator of the linking entries of MARC 21. */
    private static final Map<String, String> TARGETS = Map.ofEntries(
            Map.entry("421", "770 "),
            Map.entry("422", "772 "),
            Map.entry("423", "777 "),
            Map.entry("430", "7800"),
            Map.entry("431", "7801"),
            Map.entry("432", "7802"),
            Map.entry("433", "7803"),
            Map.entry("434", "7805"),
            Map.entry("435", "7806"),
            Map.entry("436", "7804"),
            Map.entry("437", "7807"),
            Map.entry("440", "7850"),
            Map.entry("441", "7851"),
            Map.entry("442", "7852"),
            Map.entry("443", "7853"),
            Map.entry("444", "7854"),
            Map.entry("445", "7855"),
            Map.entry("446", "7856"),
            Map.entry("447", "7857"),
            Map.entry("448", "7858"),
            Map.entry("451", "775 "),
            Map.entry("452", "776 "),
            Map.entry("453", "767 "),
            Map.entry("454", "765 "),
            Map.entry("455", "775 "),
            Map.entry("456", "775 "),
            Map.entry("461", "773 "),
            Map.entry("462", "773 "),
            Map.entry("463", "773 "),
            Map.entry("464", "774 "),
            Map.entry("470", "787 "),
            Map.entry("481", "777 "),
            Map.entry("482", "777 "),
            Map.entry("488", "787 "));

    private UnimarcLinks() {}

    static List<DataField> convert(DataField field) {
        var linked = Linked.in(field);
        if (linked.title == null) {
            return List.of();
        }
        if (field.tag().equals("410") || field.tag().equals("411")) {
            var series = new UnimarcField("830", ' ', '0').add('a', "", linked.title);
            add(series, 'x', ",", linked.issn);
            add(series, 'v', " ;", linked.volume);
            return series.fields();
        }
        var target = TARGETS.get(field.tag());
        if (target == null) {
            return List.of();
        }
        var link = new UnimarcField(target.substring(0, 3), '0', target.charAt(3));
        add(link, 'a', "", linked.name);
        link.add('t', ".", linked.title);
        add(link, 'd', ".", linked.published());
        add(link, 'g', ".", linked.volume);
        add(link, 'x', "", linked.issn);
        add(link, 'z', "", linked.isbn);
        add(link, 'w', "", linked.id);
        return link.fields();
    }

    private static void add(UnimarcField field, char code, String mark, @Nullable String text) {
        if (text != null) {
            field.add(code, mark, text);
        }
    }

    /** What a link says of the other work. */
    private static final class Linked {
        private @Nullable String title;
        private @Nullable String name;
        private @Nullable String volume;
        private @Nullable String issn;
        private @Nullable String isbn;
        private @Nullable String id;
        private @Nullable String place;
        private @Nullable String publisher;
        private @Nullable String date;

        static Linked in(DataField field) {
            var linked = new Linked();
            var embedded = "";
            for (var part : field.subfields()) {
                if (part.code() == '1') {
                    embedded = part.value().length() >= 3 ? part.value().substring(0, 3) : "";
                    if (embedded.equals("001")) {
                        linked.id = part.value().substring(3);
                    }
                } else if (embedded.isEmpty()) {
                    linked.take(part);
                } else {
                    linked.takeEmbedded(embedded, part);
                }
            }
            return linked;
        }

        private void take(Subfield part) {
            switch (part.code()) {
                case 't' -> title = first(title, part);
                case 'a' -> name = first(name, part);
                case 'v' -> volume = first(volume, part);
                case 'x' -> issn = first(issn, part);
                case 'y' -> isbn = first(isbn, part);
                case '0', '3' -> id = first(id, part);
                case 'c' -> place = first(place, part);
                case 'n' -> publisher = first(publisher, part);
                case 'd' -> date = first(date, part);
                default -> {}
            }
        }

        private void takeEmbedded(String tag, Subfield part) {
            boolean isText = part.code() == 'a';
            if (tag.equals("200")) {
                title = isText ? first(title, part) : title;
                volume = part.code() == 'v' ? first(volume, part) : volume;
            } else if (tag.startsWith("7")) {
                name = isText ? first(name, part) : name;
            } else if (tag.equals("011")) {
                issn = isText ? first(issn, part) : issn;
            } else if (tag.equals("010")) {
                isbn = isText ? first(isbn, part) : isbn;
            } else if (tag.equals("210") || tag.equals("214")) {
                take(new Subfield(part.code() == 'a' ? 'c' : part.code() == 'c' ? 'n' : part.code(), part.value()));
            }
        }

        private static String first(@Nullable String known, Subfield part) {
            return known == null ? part.value() : known;
        }

        @Nullable
        String published() {
            var text = new StringBuilder(place == null ? "" : place);
            if (publisher != null) {
                text.append(text.isEmpty() ? "" : " : ").append(publisher);
            }
            if (date != null) {
                text.append(text.isEmpty() ? "" : ", ").append(date);
            }
            return text.isEmpty() ? null : text.toString();
        }
    }
}

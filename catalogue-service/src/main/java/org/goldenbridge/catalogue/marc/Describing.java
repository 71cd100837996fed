package org.goldenbridge.catalogue.marc;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenbridge.catalogue.marc.Description.Name;
import org.goldenbridge.catalogue.marc.Description.NameKind;
import org.goldenbridge.catalogue.marc.Description.Title;
import org.goldenbridge.catalogue.marc.Description.TitleRole;
import org.jspecify.annotations.Nullable;

/** Derives a {@link Description} from a record. */
final class Describing {
    private static final List<String> NAMES = List.of("100", "110", "111", "700", "710", "711");
    private static final String[] SUBJECTS = {"600", "610", "611", "630", "647", "648", "650", "651", "653"};
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>\\\\^`{|}]{1,2000}");

    private final MarcRecord record;
    private final Pairs pairs;

    Describing(MarcRecord record) {
        this.record = record;
        this.pairs = Pairs.of(record);
    }

    Description description() {
        var titles = titles();
        return new Description(
                titles.isEmpty() ? "" : titles.get(0).text(),
                Dates.year(record).orElse(null),
                Languages.of(record),
                titles,
                names(),
                subjects(),
                publisher().orElse(null),
                first("250", "ab").orElse(null),
                first("300", "a").orElse(null),
                record.field("520").map(field -> field.text("ab").strip()).orElse(null),
                series(),
                distinct(record.fields("020")
                        .flatMap(field -> field.values('a'))
                        .flatMap(isbn -> StandardNumber.isbn(isbn).stream())),
                distinct(record.fields("022")
                        .flatMap(field -> field.values('a'))
                        .flatMap(issn -> StandardNumber.issn(issn).stream())),
                distinct(record.fields("856")
                        .flatMap(field -> field.values('u'))
                        .map(String::strip)
                        .filter(link -> LINK.matcher(link).matches())));
    }

    private List<Title> titles() {
        var titles = new LinkedHashSet<Title>();
        record.fields("245").forEach(field -> {
            add(field, "abnp", TitleRole.MAIN, titles);
            pairs.of(field).forEach(other -> add(other, "abnp", TitleRole.ALTERNATE_SCRIPT, titles));
        });
        for (var other : pairs.alone(List.of("245"))) {
            add(other, "abnp", titles.isEmpty() ? TitleRole.MAIN : TitleRole.ALTERNATE_SCRIPT, titles);
        }
        for (var field : record.dataFields()) {
            var role = role(field);
            if (role != null) {
                add(field, "abnp", role, titles);
            }
        }
        return List.copyOf(titles);
    }

    private static @Nullable TitleRole role(DataField field) {
        return switch (field.pairedTag()) {
            case "242" -> TitleRole.PARALLEL;
            case "246" -> field.ind2() == '1' ? TitleRole.PARALLEL : TitleRole.VARIANT;
            case "247", "740" -> TitleRole.VARIANT;
            case "130", "240" -> TitleRole.UNIFORM;
            default -> null;
        };
    }

    private static void add(DataField field, String codes, TitleRole role, Set<Title> titles) {
        var text = Isbd.trim(field.text(codes));
        if (!text.isEmpty()) {
            titles.add(new Title(text, role, Script.of(text)));
        }
    }

    private List<Name> names() {
        var names = new ArrayList<Name>();
        for (var tag : NAMES) {
            record.fields(tag)
                    .forEach(field -> name(field, tag, pairs.of(field)).ifPresent(names::add));
        }
        for (var other : pairs.alone(NAMES)) {
            name(other, other.pairedTag(), List.of()).ifPresent(names::add);
        }
        return List.copyOf(names);
    }

    private static Optional<Name> name(DataField field, String tag, List<DataField> others) {
        var text = nameOf(field, tag);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var kind = kind(tag);
        var terms = kind == NameKind.MEETING ? field.values('j') : field.values('e');
        var roles =
                distinct(Stream.concat(terms.map(Isbd::trim), field.values('4').map(String::strip))
                        .filter(role -> !role.isEmpty()));
        var forms = distinct(others.stream().map(other -> nameOf(other, tag)).filter(form -> !form.isEmpty()));
        var dates = kind == NameKind.PERSON ? Isbd.trim(field.text("d")) : "";
        return Optional.of(new Name(text, dates.isEmpty() ? null : dates, kind, roles, tag.startsWith("1"), forms));
    }

    private static NameKind kind(String tag) {
        return switch (tag.substring(1)) {
            case "00" -> NameKind.PERSON;
            case "10" -> NameKind.BODY;
            default -> NameKind.MEETING;
        };
    }

    /** The name without dates, roles and the titles of works. */
    static String nameOf(DataField field, String tag) {
        return Isbd.trim(field.text(
                switch (kind(tag)) {
                    case PERSON -> "abcq";
                    case BODY -> "ab";
                    case MEETING -> "acdenq";
                }));
    }

    private List<String> subjects() {
        var subjects = new ArrayList<String>();
        record.fields(SUBJECTS).forEach(field -> {
            subjects.add(heading(field));
            pairs.of(field).forEach(other -> subjects.add(heading(other)));
        });
        pairs.alone(List.of(SUBJECTS)).forEach(other -> subjects.add(heading(other)));
        return distinct(subjects.stream().filter(subject -> !subject.isEmpty()));
    }

    /** A heading with its subdivisions. */
    static String heading(DataField field) {
        var main = Isbd.trim(field.text("abcdfgklnpqrst"));
        var divisions = field.subfields().stream()
                .filter(part -> "vxyz".indexOf(part.code()) >= 0)
                .map(part -> Isbd.trim(part.value()));
        return Stream.concat(Stream.of(main), divisions)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" -- "));
    }

    private Optional<String> publisher() {
        var publications = Stream.concat(
                record.fields("264").filter(field -> field.ind2() == '1'),
                Stream.concat(record.fields("260"), record.fields("264")));
        return publications
                .map(field -> Isbd.trim(field.first('b').orElse("")))
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    private List<String> series() {
        var stated = record.fields("490", "440")
                .map(field -> Isbd.trim(field.text("anpv")))
                .toList();
        var traced = record.fields("800", "810", "811", "830")
                .map(field -> Isbd.trim(field.text("atnpv")))
                .toList();
        return distinct((stated.isEmpty() ? traced : stated).stream().filter(title -> !title.isEmpty()));
    }

    private Optional<String> first(String tag, String codes) {
        return record.fields(tag)
                .map(field -> Isbd.trim(field.text(codes)))
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private static List<String> distinct(Stream<String> values) {
        return values.distinct().toList();
    }
}

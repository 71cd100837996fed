package org.goldenbridge.catalogue.marc;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A record in the fifteen elements of Dublin Core, after the Library of Congress' crosswalk from MARC. Titles, names, subjects
 * and publishers come in each script that the record has; what one edition calls by its ISBN is {@code urn:isbn:} (RFC 3187).
 */
public final class DublinCore {
    private static final List<String> NAMES = List.of("100", "110", "111", "700", "710", "711", "720");
    private static final Set<String> SUBJECTS = Set.of("600", "610", "611", "630", "647", "648", "650", "653");
    private static final Set<String> PLACES = Set.of("651", "662", "751", "752");

    /** Notes that other elements take. */
    private static final Set<String> NO_DESCRIPTION = Set.of("506", "530", "534", "540", "546");

    private final MarcRecord record;
    private final Description description;
    private final Set<Element> elements = new LinkedHashSet<>();

    private DublinCore(MarcRecord record) {
        this.record = record;
        this.description = Description.of(record);
    }

    /** One element, without namespace, and what it says. */
    public record Element(String name, String value) {}

    /** The elements of a record, in the order of the element set; none is empty. */
    public static List<Element> of(MarcRecord record) {
        return new DublinCore(record).map();
    }

    private List<Element> map() {
        description.titles().forEach(title -> add("title", title.text()));
        for (var field : record.dataFields()) {
            map(field, field.pairedTag());
        }
        if (description.year() != null) {
            add("date", description.year().toString());
        }
        add("type", type());
        description.isbns().forEach(isbn -> add("identifier", "urn:isbn:" + isbn));
        description.issns().forEach(issn -> add("identifier", "urn:issn:" + issn));
        description.links().forEach(link -> add("identifier", link));
        description.languages().forEach(language -> add("language", language));
        return inOrder();
    }

    private void map(DataField field, String tag) {
        if (NAMES.contains(tag)) {
            var name = tag.equals("720") ? field.text("a") : Describing.nameOf(field, tag);
            add(tag.startsWith("1") ? "creator" : "contributor", name);
            return;
        }
        if (SUBJECTS.contains(tag)) {
            add("subject", Describing.heading(field));
            return;
        }
        if (PLACES.contains(tag)) {
            add("coverage", tag.equals("651") ? Describing.heading(field) : field.text("abcdfgh"));
            return;
        }
        switch (tag) {
            case "260" -> add("publisher", field.text("ab"));
            case "264" -> {
                if (field.ind2() == '1') {
                    add("publisher", field.text("ab"));
                }
            }
            case "300" -> add("format", field.text("abce"));
            case "340" -> add("format", field.text("abcde"));
            case "856" -> field.values('q').forEach(type -> add("format", type));
            case "506", "540" -> add("rights", field.text("a"));
            case "530" -> add("relation", field.text("adou"));
            case "534", "786" -> add("source", field.text("tpacno"));
            case "655" -> add("type", field.text("a"));
            case "490", "830" -> add("relation", field.text("av"));
            default -> mapByRange(field, tag);
        }
    }

    private void mapByRange(DataField field, String tag) {
        if (tag.startsWith("5") && !NO_DESCRIPTION.contains(tag)) {
            add("description", field.text("a"));
        } else if (tag.compareTo("760") >= 0 && tag.compareTo("787") <= 0) {
            add("relation", field.text("aot"));
        }
    }

    /** A term of the DCMI Type Vocabulary (leader/06 and 07). */
    private String type() {
        return switch (record.leader().charAt(6)) {
            case 'g' -> "MovingImage";
            case 'i', 'j' -> "Sound";
            case 'e', 'f', 'k' -> "StillImage";
            case 'm' -> "Software";
            case 'o', 'p' -> "Collection";
            case 'r' -> "PhysicalObject";
            default -> "Text";
        };
    }

    private void add(String name, String value) {
        boolean isProse = name.equals("description") || name.equals("rights");
        var text = isProse ? value.strip() : Isbd.trim(value);
        if (!text.isEmpty()) {
            elements.add(new Element(name, text));
        }
    }

    private List<Element> inOrder() {
        var ordered = new ArrayList<Element>();
        for (var name : List.of(
                "title",
                "creator",
                "subject",
                "description",
                "publisher",
                "contributor",
                "date",
                "type",
                "format",
                "identifier",
                "source",
                "language",
                "relation",
                "coverage",
                "rights")) {
            elements.stream().filter(element -> element.name().equals(name)).forEach(ordered::add);
        }
        return List.copyOf(ordered);
    }
}

package org.goldenbridge.catalogue.oai;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The six requests of the protocol with the arguments that each takes (OAI-PMH 2.0, 4). */
enum Verb {
    IDENTIFY("Identify"),
    LIST_METADATA_FORMATS("ListMetadataFormats"),
    LIST_SETS("ListSets"),
    LIST_IDENTIFIERS("ListIdentifiers"),
    LIST_RECORDS("ListRecords"),
    GET_RECORD("GetRecord");

    private final String word;

    Verb(String word) {
        this.word = word;
    }

    static Optional<Verb> of(String word) {
        return Arrays.stream(values()).filter(verb -> verb.word.equals(word)).findFirst();
    }

    /** The arguments without which it makes no sense, but for {@code verb}. */
    List<String> required() {
        return switch (this) {
            case IDENTIFY, LIST_METADATA_FORMATS, LIST_SETS -> List.of();
            case LIST_IDENTIFIERS, LIST_RECORDS -> List.of(Argument.METADATA_PREFIX);
            case GET_RECORD -> List.of(Argument.IDENTIFIER, Argument.METADATA_PREFIX);
        };
    }

    private List<String> optional() {
        return switch (this) {
            case IDENTIFY, GET_RECORD -> List.of();
            case LIST_METADATA_FORMATS -> List.of(Argument.IDENTIFIER);
            case LIST_SETS -> List.of(Argument.RESUMPTION_TOKEN);
            case LIST_IDENTIFIERS, LIST_RECORDS ->
                List.of(Argument.FROM, Argument.UNTIL, Argument.SET, Argument.RESUMPTION_TOKEN);
        };
    }

    /** All arguments that it knows. */
    List<String> known() {
        return Stream.of(List.of(Argument.VERB), required(), optional())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public String toString() {
        return word;
    }
}

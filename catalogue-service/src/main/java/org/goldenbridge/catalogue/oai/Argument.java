package org.goldenbridge.catalogue.oai;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A keyword argument of a request, as it came (OAI-PMH 2.0, 3.1.1). */
record Argument(String name, String value) {
    static final String VERB = "verb";
    static final String IDENTIFIER = "identifier";
    static final String METADATA_PREFIX = "metadataPrefix";
    static final String FROM = "from";
    static final String UNTIL = "until";
    static final String SET = "set";
    static final String RESUMPTION_TOKEN = "resumptionToken";

    /**
     * Reads a query or the body of a form.
     *
     * @throws ProtocolError badArgument when it is not URL-encoded
     */
    static List<Argument> read(String encoded) {
        return Arrays.stream(encoded.split("&"))
                .filter(part -> !part.isEmpty())
                .map(Argument::of)
                .toList();
    }

    private static Argument of(String part) {
        var equals = part.indexOf('=');
        return equals < 0
                ? new Argument(decoded(part), "")
                : new Argument(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ProtocolError.badArgument("The arguments are not URL-encoded.");
        }
    }

    static Stream<String> values(List<Argument> arguments, String name) {
        return arguments.stream().filter(argument -> argument.name.equals(name)).map(Argument::value);
    }
}

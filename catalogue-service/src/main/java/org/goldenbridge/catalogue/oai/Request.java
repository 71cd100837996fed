package org.goldenbridge.catalogue.oai;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A request whose verb and arguments are allowed together and well formed (OAI-PMH 2.0, 3.6: badVerb, badArgument). */
record Request(Verb verb, Map<String, String> arguments) {
    /** The syntax that the protocol's schema gives to a prefix and to each part of a set. */
    private static final String WORD = "[A-Za-z0-9\\-_.!~*'()]+";

    private static final Pattern PREFIX = Pattern.compile(WORD);
    private static final Pattern SET_SPEC = Pattern.compile(WORD + "(:" + WORD + ")*");

    /** What every reader takes for a URI, as the protocol's schema wants an identifier to be. */
    private static final Pattern URI = Pattern.compile("([A-Za-z][A-Za-z0-9+.\\-]*:)*[A-Za-z0-9\\-._~!'()*,;=]+");

    static Request of(List<Argument> arguments) {
        var verbs = Argument.values(arguments, Argument.VERB).toList();
        if (verbs.size() != 1) {
            throw ProtocolError.badVerb(
                    verbs.isEmpty() ? "The argument verb is missing." : "The argument verb is given more than once.");
        }
        var verb = Verb.of(verbs.get(0))
                .orElseThrow(() ->
                        ProtocolError.badVerb("The protocol knows no such verb. It is written like ListRecords."));
        var request = new Request(verb, each(arguments, verb));
        request.checkWhatGoesTogether();
        request.checkSyntax();
        return request;
    }

    private static Map<String, String> each(List<Argument> arguments, Verb verb) {
        var each = new LinkedHashMap<String, String>();
        for (var argument : arguments) {
            if (!verb.known().contains(argument.name())) {
                throw ProtocolError.badArgument(verb + " does not know one of the arguments. It knows "
                        + String.join(", ", verb.known()) + ".");
            }
            if (each.put(argument.name(), argument.value()) != null) {
                throw ProtocolError.badArgument("The argument " + argument.name() + " is given more than once.");
            }
        }
        return each;
    }

    private void checkWhatGoesTogether() {
        if (arguments.containsKey(Argument.RESUMPTION_TOKEN)) {
            if (arguments.size() > 2) {
                throw ProtocolError.badArgument("resumptionToken is given alone: it holds the other arguments.");
            }
            return;
        }
        for (var name : verb.required()) {
            if (!arguments.containsKey(name)) {
                throw ProtocolError.badArgument("The argument " + name + " is missing.");
            }
        }
    }

    private void checkSyntax() {
        check(Argument.METADATA_PREFIX, PREFIX);
        check(Argument.SET, SET_SPEC);
        var from = from();
        var until = until();
        if (from.isPresent() && until.isPresent()) {
            if (from.get().isDay() != until.get().isDay()) {
                throw ProtocolError.badArgument("from and until must both be days or both be seconds.");
            }
            if (from.get().first().isAfter(until.get().first())) {
                throw ProtocolError.badArgument("from must not be later than until.");
            }
        }
    }

    private void check(String name, Pattern syntax) {
        argument(name).filter(value -> !syntax.matcher(value).matches()).ifPresent(value -> {
            throw ProtocolError.badArgument("The value of " + name + " has an illegal syntax.");
        });
    }

    Optional<String> argument(String name) {
        return Optional.ofNullable(arguments.get(name));
    }

    /** The value of an argument that the verb requires. */
    String required(String name) {
        return argument(name).orElseThrow(() -> new IllegalStateException(verb + " without " + name));
    }

    Optional<Datestamp> from() {
        return argument(Argument.FROM).map(text -> Datestamp.read(Argument.FROM, text));
    }

    Optional<Datestamp> until() {
        return argument(Argument.UNTIL).map(text -> Datestamp.read(Argument.UNTIL, text));
    }

    /** What the answer repeats (3.2): the arguments, but for a value that no answer could hold as it is. */
    Map<String, String> repeated() {
        var repeated = new LinkedHashMap<>(arguments);
        for (var free : List.of(Argument.IDENTIFIER, Argument.RESUMPTION_TOKEN)) {
            repeated.computeIfPresent(free, (name, value) -> URI.matcher(value).matches() ? value : null);
        }
        return repeated;
    }
}

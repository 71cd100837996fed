package org.goldenbridge.catalogue.oai;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.goldenbridge.platform.cursor.SignedCursors;
import org.goldenbridge.platform.problem.Refusal;

/**
 * Resumption tokens hold the whole state of a list, signed: no instance remembers anything, and each can go on (OAI-PMH 2.0,
 * 3.5). The same token leads to the same place as often as it is given.
 */
@Singleton
class ResumptionTokens {
    private final SignedCursors cursors;

    ResumptionTokens(SignedCursors cursors) {
        this.cursors = cursors;
    }

    String write(Verb verb, ListState state, Instant now) {
        return cursors.sign(
                list(verb),
                state.format().name(),
                state.set(),
                String.valueOf(state.number()),
                state.item(),
                String.valueOf(state.through()),
                String.valueOf(state.asOf().getEpochSecond()),
                String.valueOf(state.cursor()),
                String.valueOf(state.size()),
                String.valueOf(now.getEpochSecond()));
    }

    /**
     * The state in which the harvester was when it got the token.
     *
     * @throws ProtocolError badResumptionToken when it was changed, was given by another verb or has expired
     */
    ListState read(Verb verb, String token, Instant now) {
        List<String> parts;
        try {
            parts = cursors.open(list(verb), token);
        } catch (Refusal e) {
            throw ProtocolError.badResumptionToken();
        }
        var given = Instant.ofEpochSecond(Long.parseLong(parts.get(8)));
        if (now.isAfter(given.plus(ListState.VALID_FOR))) {
            throw ProtocolError.badResumptionToken();
        }
        return new ListState(
                Format.valueOf(parts.get(0)),
                parts.get(1),
                Long.parseLong(parts.get(2)),
                parts.get(3),
                Long.parseLong(parts.get(4)),
                Instant.ofEpochSecond(Long.parseLong(parts.get(5))),
                Long.parseLong(parts.get(6)),
                Long.parseLong(parts.get(7)));
    }

    private static String list(Verb verb) {
        return "oai " + verb;
    }
}

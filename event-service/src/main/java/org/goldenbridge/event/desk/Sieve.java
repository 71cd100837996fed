package org.goldenbridge.event.desk;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.programme.EventKind;
import org.goldenbridge.platform.words.Words;
import org.jspecify.annotations.Nullable;

/** What is looked for on a board. The rest stays there, dimmed: its spaces are taken all the same. */
class Sieve {
    @QueryParam("kind")
    @Nullable
    String kind;

    @QueryParam("programme")
    @Nullable
    String programme;

    /** Something to look for. */
    public record Option(String value, Reader.Text name, boolean isChosen) {}

    /** What can be looked for. */
    public record Shown(List<Option> kinds, List<Option> programmes) {}

    private @Nullable EventKind kind() {
        return isBlank(kind) ? null : Words.parameter(EventKind.class, kind, "kind");
    }

    private @Nullable UUID programme() {
        return programme == null || programme.isBlank() ? null : Typed.id("programme", programme);
    }

    /** Whether a session is not what is looked for. */
    Predicate<Slot> dims(DeskReader desk) {
        var wanted = kind();
        var under = programme();
        Set<UUID> programmes = under == null ? Set.of() : desk.below(under);
        return slot -> (wanted != null && slot.kind() != wanted)
                || (under != null && (slot.programme() == null || !programmes.contains(slot.programme())));
    }

    Shown shown(DeskReader desk, Workplace workplace, Reader reader) {
        var wanted = kind();
        var under = programme();
        return new Shown(
                Stream.of(EventKind.values())
                        .map(one -> new Option(
                                Words.of(one),
                                new Reader.Text(reader.words().word("kind", one), null, null),
                                one == wanted))
                        .toList(),
                desk.programmes(workplace.centre().id()).stream()
                        .map(one -> new Option(
                                one.id().toString(),
                                reader.read(one.name()),
                                one.id().equals(under)))
                        .toList());
    }

    /** The address with what is looked for. */
    String with(String address) {
        var uri = UriBuilder.fromUri(address);
        if (!isBlank(kind)) {
            uri.queryParam("kind", kind);
        }
        if (!isBlank(programme)) {
            uri.queryParam("programme", programme);
        }
        return uri.build().toString();
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}

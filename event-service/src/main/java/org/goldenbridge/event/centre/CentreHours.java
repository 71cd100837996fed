package org.goldenbridge.event.centre;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When the spaces of a centre can receive the public: its weekly hours, less its closures. Which closure concerns which space
 * the database says (the view {@code space_closure}), by the cells that they share. Read once, and asked as often as one likes.
 */
public final class CentreHours {
    private final Centre centre;
    private final Map<UUID, List<Closing>> closings;

    /** @param closedSpace the space that is closed; null when it is the whole centre */
    private record Closing(UUID space, @Nullable UUID closedSpace, Instant startsAt, Instant endsAt) {
        boolean isDuring(Instant start, Instant end) {
            return startsAt.isBefore(end) && start.isBefore(endsAt);
        }
    }

    private CentreHours(Centre centre, Stream<Closing> closings) {
        this.centre = centre;
        this.closings = closings.collect(Collectors.groupingBy(Closing::space));
    }

    /** The hours of all its spaces. */
    public static CentreHours of(Centre centre) {
        return new CentreHours(centre, read("centre_id = :id", centre.id));
    }

    /** The hours of some of its spaces, of which a null is none. */
    public static CentreHours of(Centre centre, @Nullable UUID... spaces) {
        var ids = Arrays.stream(spaces).filter(java.util.Objects::nonNull).toArray(UUID[]::new);
        return new CentreHours(centre, ids.length == 0 ? Stream.empty() : read("space_id = any(:id)", ids));
    }

    @SuppressWarnings("unchecked")
    private static Stream<Closing> read(String which, Object value) {
        var rows = (List<Tuple>) Centre.getEntityManager()
                .createNativeQuery(
                        "select space_id, closed_space_id, starts_at, ends_at from space_closure where " + which
                                + " order by starts_at, closed_space_id nulls first",
                        Tuple.class)
                .setParameter("id", value)
                .getResultList();
        return rows.stream()
                .map(row -> new Closing(
                        row.get("space_id", UUID.class),
                        row.get("closed_space_id", UUID.class),
                        row.get("starts_at", Instant.class),
                        row.get("ends_at", Instant.class)));
    }

    /** Why a space cannot receive the public from start to end; empty when it can. */
    public Optional<Closed> whyClosed(UUID space, Instant start, Instant end) {
        return closings.getOrDefault(space, List.of()).stream()
                .filter(closing -> closing.isDuring(start, end))
                .findFirst()
                .map(closing -> new Closed(
                        closing.closedSpace(),
                        "closed from " + wall(closing.startsAt()) + " to " + wall(closing.endsAt())))
                .or(() -> centre.openingHours.cover(start, end, centre.zone())
                        ? Optional.empty()
                        : Optional.of(new Closed(
                                null,
                                "not open then; its hours that day are "
                                        + centre.openingHours.on(start, centre.zone()))));
    }

    /** Whether a space can receive the public from start to end. */
    public boolean isOpen(UUID space, Instant start, Instant end) {
        return whyClosed(space, start, end).isEmpty();
    }

    private String wall(Instant instant) {
        return instant.atZone(centre.zone()).toLocalDateTime().toString();
    }
}

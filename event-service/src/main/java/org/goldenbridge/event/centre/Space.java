package org.goldenbridge.event.centre;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.text.LocalizedText;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The local copy of a space. Its cells are what sessions claim; a divisible hall has those of its parts. */
@Entity
public class Space extends PanacheEntityBase {
    @Id
    UUID id;

    String centreId;
    long version;
    boolean withdrawn;
    String code;

    @JdbcTypeCode(SqlTypes.JSON)
    LocalizedText name;

    String kind;
    int capacity;
    int setUpMinutes;
    int clearingMinutes;
    UUID[] cells;

    /** The space in which something new can be planned. */
    public static Space toPlanIn(UUID id) {
        return Space.<Space>findByIdOptional(id)
                .filter(space -> !space.withdrawn)
                .orElseThrow(
                        () -> Refusal.unprocessable("unknown-space", "There is no such space, or it is no longer used.")
                                .at("/spaceId", "is not a space that can be planned in"));
    }

    /**
     * Locks spaces against being divided until this transaction ends, and reads them as they are then. Whoever claims their
     * cells locks them first: before sessions, which come before cells. Claims of one space do not wait for each other here.
     */
    public static void lock(Collection<@Nullable UUID> spaces) {
        var ids = spaces.stream().filter(Objects::nonNull).distinct().toArray(UUID[]::new);
        if (ids.length == 0) {
            return;
        }
        var entities = getEntityManager();
        entities.createNativeQuery("select id from space where id = any(:ids) order by id for share", UUID.class)
                .setParameter("ids", ids)
                .getResultList();
        Space.<Space>list("id in ?1", List.of(ids)).forEach(entities::refresh);
    }

    /** The spaces of a centre that are in use and take at least so many people, smallest first. */
    public static List<Space> fitting(String centreId, int people) {
        return list("centreId = ?1 and not withdrawn and capacity >= ?2 order by capacity, code", centreId, people);
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String centreId() {
        return centreId;
    }

    public LocalizedText name() {
        return name;
    }

    public int capacity() {
        return capacity;
    }

    public int setUpMinutes() {
        return setUpMinutes;
    }

    public int clearingMinutes() {
        return clearingMinutes;
    }

    /** The cells to be claimed, in the order in which they are locked. */
    public UUID[] cells() {
        return Arrays.stream(cells).sorted().toArray(UUID[]::new);
    }

    /** Takes the state of a newer fact; tells whether its cells are others now. */
    boolean become(SpaceFact fact) {
        var before = cells == null ? List.<UUID>of() : Arrays.asList(cells);
        centreId = fact.centreId();
        version = fact.version();
        withdrawn = fact.withdrawn();
        code = fact.code();
        name = fact.name();
        kind = fact.kind();
        capacity = fact.capacity();
        setUpMinutes = fact.setUpMinutes();
        clearingMinutes = fact.clearingMinutes();
        cells = fact.cells().toArray(UUID[]::new);
        return !new HashSet<>(before).equals(new HashSet<>(fact.cells()));
    }
}

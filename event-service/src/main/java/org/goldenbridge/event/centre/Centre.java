package org.goldenbridge.event.centre;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.text.LocalizedText;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The local copy of a centre: what planning and showing a session needs of it. centre-service owns it. */
@Entity
public class Centre extends PanacheEntityBase {
    @Id
    String id;

    long version;
    boolean withdrawn;

    @JdbcTypeCode(SqlTypes.JSON)
    LocalizedText name;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    LocalizedText city;

    @Nullable
    String country;

    /** Street and house, as visitors are told how to come. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    LocalizedText address;

    @Nullable
    String postalCode;

    @Nullable
    Double latitude;

    @Nullable
    Double longitude;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Access access;

    String zone;

    @JdbcTypeCode(SqlTypes.JSON)
    WeeklyHours openingHours;

    @JdbcTypeCode(SqlTypes.JSON)
    Closures closures;

    /** The centre at which something new can be planned. */
    public static Centre toPlanAt(String id) {
        return Centre.<Centre>findByIdOptional(id)
                .filter(centre -> !centre.withdrawn)
                .orElseThrow(() -> Refusal.unprocessable("unknown-centre", "There is no centre " + id + ".")
                        .at("/centreId", "is not a centre of the network"));
    }

    public String id() {
        return id;
    }

    /** The zone in which the centre's wall times are meant. */
    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    public long version() {
        return version;
    }

    /** The city it is in, where it is known. */
    public @Nullable LocalizedText city() {
        return city;
    }

    /** ISO 3166-1 alpha-2, where it is known. */
    public @Nullable String country() {
        return country;
    }

    /**
     * Lets a title go to the public when somebody there can read it: the languages of a centre are those that it has a name
     * in.
     *
     * @throws Refusal 422 {@code title-for-nobody}
     */
    public void mustRead(LocalizedText title) {
        if (Collections.disjoint(title.texts().keySet(), name.texts().keySet())) {
            throw Refusal.unprocessable(
                            "title-for-nobody",
                            "The title is in none of the centre's languages, which are "
                                    + String.join(", ", name.texts().keySet()) + ".")
                    .at(
                            "/title",
                            "needs one of " + String.join(", ", name.texts().keySet()));
        }
    }

    /** Whether visitors are told the same of it by the fact: its name, and where it is. */
    boolean isShownAs(CentreFact fact) {
        return fact.name().equals(name)
                && Objects.equals(fact.city(), city)
                && Objects.equals(fact.country(), country)
                && Objects.equals(fact.address(), address)
                && Objects.equals(fact.postalCode(), postalCode)
                && Objects.equals(fact.latitude(), latitude)
                && Objects.equals(fact.longitude(), longitude)
                && Objects.equals(fact.access(), access);
    }

    /** Takes the state of a newer fact. */
    void become(CentreFact fact) {
        version = fact.version();
        withdrawn = fact.withdrawn();
        name = fact.name();
        city = fact.city();
        country = fact.country();
        address = fact.address();
        postalCode = fact.postalCode();
        latitude = fact.latitude();
        longitude = fact.longitude();
        access = fact.access();
        zone = fact.zone();
        openingHours = new WeeklyHours(fact.openingHours().stream()
                .map(day ->
                        new WeeklyHours.Interval(day.day(), LocalTime.parse(day.opens()), minuteOfDay(day.closes())))
                .sorted(Comparator.comparing(WeeklyHours.Interval::day).thenComparing(WeeklyHours.Interval::opens))
                .toList());
        closures = new Closures(List.copyOf(Objects.requireNonNull(fact.closures())));
    }

    /** {@code 24:00} is the end of the day, which no {@link LocalTime} says. */
    private static int minuteOfDay(String time) {
        return time.equals("24:00") ? 24 * 60 : LocalTime.parse(time).toSecondOfDay() / 60;
    }
}

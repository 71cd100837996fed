package org.goldenbridge.event.desk;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.schedule.AsPlanned;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a session is planned or moved, with what stands against it.
 *
 * @param action where it is sent; the check is below it
 * @param heading what it does
 * @param title of the session that is moved; null when one is planned
 * @param typed what stands in its fields
 * @param version of the session, as it was when the form was first shown; empty when one is planned
 * @param key under which it is planned once; empty when one is moved
 * @param mayOverride whether who sits there may let it stand outside the opening hours
 * @param hasLimit whether it says itself how many may come; a lesson's course says that
 * @param no why it could not be done; null when nothing was sent yet
 */
public record TimeSheet(
        String action,
        String heading,
        @Nullable String title,
        @Nullable OfSeries series,
        Typed typed,
        String version,
        String key,
        String centre,
        List<Option> events,
        List<Option> spaces,
        List<Option> teachers,
        List<Stock> equipment,
        boolean mayOverride,
        boolean hasLimit,
        Verdict verdict,
        Refusals.@Nullable No no) {

    /**
     * The series of which it is one date.
     *
     * @param following the address at which this date and those after it are changed
     * @param all the address at which all of them are
     */
    public record OfSeries(String following, String all) {
        private static final DateTimeFormatter WALL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

        static @Nullable OfSeries of(AsPlanned session) {
            if (session.seriesId() == null || session.seriesStart() == null) {
                return null;
            }
            var series = "/desk/series/" + session.seriesId();
            return new OfSeries(series + "?scope=from&from=" + WALL.format(session.seriesStart()), series);
        }
    }

    /** Something that can be chosen. */
    public record Option(String value, Reader.Text name, String detail, boolean isChosen) {}

    /** Something of which a number can be asked for. */
    public record Stock(String id, Reader.Text name, int quantity, String asked, boolean each) {}

    public boolean isNew() {
        return title == null;
    }

    /** Whether what it needs is asked for, so that it is open. */
    public boolean needsAnything() {
        return teachers.stream().anyMatch(Option::isChosen)
                || equipment.stream().anyMatch(stock -> !stock.asked().isEmpty());
    }
}

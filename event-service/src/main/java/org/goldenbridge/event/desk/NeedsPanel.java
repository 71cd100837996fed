package org.goldenbridge.event.desk;

import java.util.List;
import org.goldenbridge.event.page.Reader;
import org.jspecify.annotations.Nullable;

/**
 * What a session needs, in words.
 *
 * @param around how long it has the space before and after
 * @param outsideHours why it may be when the centre is closed
 * @param isAnswerable whether the reader answers for the centre, and sees who did what
 */
public record NeedsPanel(
        @Nullable String around,
        @Nullable String outsideHours,
        String plannedBy,
        List<String> teachers,
        List<Stock> equipment,
        boolean isAnswerable) {

    /**
     * So many of a stock.
     *
     * @param perPerson how many each needs, in words; null where they are for all together
     */
    public record Stock(
            Reader.Text name, int quantity, @Nullable String perPerson, boolean isShort) {}

    static NeedsPanel of(SessionNeeds.Needs needs, boolean isAnswerable, Reader reader) {
        var words = reader.words();
        return new NeedsPanel(
                needs.setUpMinutes() + needs.clearingMinutes() == 0
                        ? null
                        : words.say("deskAround", needs.setUpMinutes(), needs.clearingMinutes()),
                needs.outsideHours(),
                needs.plannedBy(),
                needs.teachers(),
                needs.equipment().stream().map(stock -> stock(stock, reader)).toList(),
                isAnswerable);
    }

    private static Stock stock(SessionNeeds.Stock stock, Reader reader) {
        var each = stock.perPerson();
        return new Stock(
                reader.read(stock.name()),
                stock.quantity(),
                each == null ? null : reader.words().say("deskPerPerson", each),
                stock.isShort());
    }
}

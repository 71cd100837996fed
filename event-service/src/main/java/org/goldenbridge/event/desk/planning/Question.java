package org.goldenbridge.event.desk.planning;

import java.util.List;
import org.goldenbridge.event.page.CentreCard;
import org.goldenbridge.event.page.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Whether something is to be cancelled, with how many people that reaches.
 *
 * @param address of the page it is asked on; the question is below it
 * @param what is asked
 * @param tells how many people are told
 * @param reached what ends with it, in numbers
 * @param yes on the button that does it
 */
public record Question(
        String address,
        Reader.Text title,
        String what,
        String tells,
        String reached,
        String yes,
        Sheet sheet,
        Said said,
        List<Tongues.Tongue> tongues,
        List<Tongues.Choice> others) {
    static String tells(int told, Reader reader) {
        return told == 0 ? reader.words().say("deskTellNobody") : reader.words().count("deskTell", told);
    }

    static String yes(int told, Reader reader) {
        return reader.words().say(told == 0 ? "deskYesCancelIt" : "deskYesCancel");
    }

    static Question of(
            String address,
            Reader.Text title,
            String what,
            int told,
            String reached,
            Sheet sheet,
            Said said,
            @Nullable CentreCard centre,
            Reader reader) {
        var tongues = Tongues.shown(centre, sheet, reader);
        return new Question(
                address,
                title,
                what,
                tells(told, reader),
                reached,
                yes(told, reader),
                sheet,
                said,
                tongues,
                Tongues.others(tongues, reader));
    }
}

package org.goldenbridge.event.desk.planning;

import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.page.CentreCard;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.programme.Audience;
import org.goldenbridge.event.programme.EventKind;
import org.goldenbridge.event.programme.Level;
import org.goldenbridge.event.programme.PlannedEvent;
import org.goldenbridge.event.programme.PublicStatus;
import org.goldenbridge.platform.text.Languages;
import org.goldenbridge.platform.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * The page of an event, or of one that is being made.
 *
 * @param id null while there is none
 * @param version that the form edits
 * @param key under which a new one is made, once
 * @param status its word; empty while there is none
 */
public record EventSheet(
        @Nullable UUID id,
        String version,
        String key,
        Reader.@Nullable Text title,
        String status,
        @Nullable String state,
        Sheet sheet,
        Said said,
        List<Tongues.Tongue> tongues,
        List<Tongues.Choice> others,
        List<Pick> kinds,
        List<Pick> audiences,
        List<Pick> levels,
        List<Pick> heldIn,
        List<Pick> programmes,
        Planned planned) {

    /** Whether it can still be changed. */
    public boolean isOpen() {
        return !status.equals(Words.of(PublicStatus.CANCELLED));
    }

    public boolean isDraft() {
        return status.equals(Words.of(PublicStatus.DRAFT));
    }

    static EventSheet of(
            @Nullable PlannedEvent event,
            Sheet sheet,
            Said said,
            String key,
            CentreCard centre,
            List<PlanningReader.Umbrella> programmes,
            Planned planned,
            Reader reader) {
        var words = reader.words();
        var tongues = Tongues.shown(centre, sheet, reader);
        var status = event == null ? "" : Words.of(event.status());
        return new EventSheet(
                event == null ? null : event.id(),
                event == null ? "" : String.valueOf(event.version()),
                key,
                event == null ? null : reader.read(event.content().title()),
                status,
                event == null ? null : words.say("deskStatus." + status),
                sheet,
                said,
                tongues,
                Tongues.others(tongues, reader),
                Pick.of(EventKind.values(), "kind", sheet.value("kind"), words),
                Pick.of(Audience.values(), "audience", sheet.value("audience"), words),
                Pick.orNone(words.say("deskNone"), Pick.of(Level.values(), "level", sheet.value("level"), words)),
                Languages.ALL.stream()
                        .map(tag -> new Pick(tag, reader.times().scriptName(tag), sheet.has("heldIn", tag)))
                        .toList(),
                Pick.orNone(
                        words.say("deskNone"),
                        programmes.stream()
                                .map(one -> new Pick(
                                        one.id().toString(),
                                        reader.read(one.title()).text(),
                                        one.id().toString().equals(sheet.value("programmeId"))))
                                .toList()),
                planned);
    }
}

package org.goldenbridge.event.desk.planning;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.page.CentreCard;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.programme.PlannedProgramme;
import org.goldenbridge.event.programme.ProgrammeKind;
import org.goldenbridge.event.programme.PublicStatus;
import org.goldenbridge.platform.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * The page of a programme, or of one that is being made.
 *
 * @param id null while there is none
 * @param isYours whether who reads answers for it
 * @param addable the events of the centre that may be put into it
 * @param answers who may answer for a new one; none to choose from when it is the centre alone
 */
public record ProgrammeSheet(
        @Nullable UUID id,
        String version,
        String key,
        boolean isYours,
        Reader.@Nullable Text title,
        String status,
        @Nullable String state,
        Sheet sheet,
        Said said,
        List<Tongues.Tongue> tongues,
        List<Tongues.Choice> others,
        List<Pick> kinds,
        List<Pick> parents,
        List<Pick> answers,
        List<Line> parts,
        List<EventList.Line> events,
        List<Pick> addable) {

    /** A programme in a list. */
    public record Line(
            UUID id,
            Reader.Text title,
            String kind,
            String days,
            String status,
            String state,
            @Nullable String centre) {
        static Line of(PlanningReader.Umbrella programme, Reader reader) {
            return new Line(
                    programme.id(),
                    reader.read(programme.title()),
                    reader.words().say("programmeKind." + programme.kind()),
                    reader.times().days(programme.startsOn(), programme.endsOn()),
                    programme.status(),
                    reader.words().say("deskStatus." + programme.status()),
                    programme.centre() == null
                            ? reader.words().say("deskNetwork")
                            : reader.read(programme.centre()).text());
        }
    }

    /** Whether it can still be changed. */
    public boolean isOpen() {
        return isYours && !status.equals(Words.of(PublicStatus.CANCELLED));
    }

    public boolean isDraft() {
        return status.equals(Words.of(PublicStatus.DRAFT));
    }

    /** What a programme holds. */
    record Inside(
            List<PlanningReader.Umbrella> parts,
            List<PlanningReader.Listed> events,
            List<PlanningReader.Listed> addable) {}

    static ProgrammeSheet of(
            @Nullable PlannedProgramme programme,
            Sheet sheet,
            Said said,
            String key,
            CentreCard centre,
            boolean isNetwork,
            List<PlanningReader.Umbrella> parents,
            Inside inside,
            Reader reader) {
        var words = reader.words();
        var tongues = Tongues.shown(centre, sheet, reader);
        var status = programme == null ? "" : Words.of(programme.status());
        var id = programme == null ? null : programme.id();
        var answers = List.of(
                new Pick("", reader.read(centre.shortName()).text(), !sheet.has("answers", "network")),
                new Pick("network", words.say("deskNetwork"), sheet.has("answers", "network")));
        var zone = ZoneId.of("UTC"); // its events are listed without dates
        return new ProgrammeSheet(
                id,
                programme == null ? "" : String.valueOf(programme.version()),
                key,
                programme == null || programme.isYours(),
                programme == null ? null : reader.read(programme.content().title()),
                status,
                programme == null ? null : words.say("deskStatus." + status),
                sheet,
                said,
                tongues,
                Tongues.others(tongues, reader),
                Pick.of(ProgrammeKind.values(), "programmeKind", sheet.value("kind"), words),
                Pick.orNone(
                        words.say("deskNone"),
                        parents.stream()
                                .filter(one -> !one.id().equals(id))
                                .map(one -> new Pick(
                                        one.id().toString(),
                                        reader.read(one.title()).text(),
                                        one.id().toString().equals(sheet.value("parentId"))))
                                .toList()),
                programme == null && isNetwork ? answers : List.of(),
                inside.parts().stream().map(part -> Line.of(part, reader)).toList(),
                inside.events().stream()
                        .map(event -> EventList.Line.of(event, zone, reader))
                        .toList(),
                inside.addable().stream()
                        .map(event -> new Pick(
                                event.id().toString(),
                                reader.read(event.title()).text(),
                                false))
                        .toList());
    }
}

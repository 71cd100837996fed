package org.goldenbridge.event.desk.planning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.goldenbridge.event.programme.ProgrammeDraft;
import org.goldenbridge.event.programme.ProgrammeKind;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.words.Words;
import org.jspecify.annotations.Nullable;

/** The content of a programme as fields of a form, and back. */
final class ProgrammeForm {
    private ProgrammeForm() {}

    static Map<String, List<String>> fields(ProgrammeDraft programme) {
        var fields = new LinkedHashMap<String, List<String>>();
        fields.put("kind", List.of(Words.of(programme.kind())));
        EventForm.put(fields, "parentId", programme.parentId());
        EventForm.put(fields, "startsOn", programme.startsOn());
        EventForm.put(fields, "endsOn", programme.endsOn());
        Tongues.put(fields, "title", programme.title());
        Tongues.put(fields, "description", programme.description());
        return fields;
    }

    /**
     * What was typed; null when something is wrong with it, which then stands beside its field.
     *
     * @param centre that answers for it; null is the network
     */
    static @Nullable ProgrammeDraft draft(Sheet sheet, @Nullable String centre) {
        var kind = sheet.needed("kind", sheet.choice("kind", ProgrammeKind.class));
        var parent = sheet.id("parentId");
        var from = sheet.needed("startsOn", sheet.day("startsOn"));
        var to = sheet.needed("endsOn", sheet.day("endsOn"));
        var title = Tongues.typed("title", EventForm.LONGEST_TITLE, sheet);
        var description = Tongues.typed("description", LocalizedText.LONGEST, sheet);
        if (title == null && sheet.faulty().stream().noneMatch(field -> field.startsWith("title."))) {
            sheet.blame("title", "deskFaultTitle");
        }
        return sheet.isFaulty() || kind == null || from == null || to == null || title == null
                ? null
                : new ProgrammeDraft(kind, centre, title, description, parent, from, to);
    }
}

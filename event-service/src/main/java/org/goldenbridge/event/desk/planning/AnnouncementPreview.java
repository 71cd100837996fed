package org.goldenbridge.event.desk.planning;

import java.util.ArrayList;
import java.util.List;
import org.goldenbridge.event.page.CentreCard;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.platform.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What is still missing of an event or programme that is about to be announced.
 *
 * @param address of its page
 * @param isDraft whether it can be announced
 * @param missing in words, none of which keeps it from being announced
 */
public record AnnouncementPreview(
        String address, Reader.Text title, String version, boolean isDraft, Said said, List<String> missing) {

    /** The titles and descriptions that are missing in languages in which there should be one, to be added to. */
    static List<String> texts(
            @Nullable CentreCard centre, LocalizedText title, @Nullable LocalizedText description, Reader reader) {
        var missing = new ArrayList<String>();
        for (var tag : Tongues.wanted(centre)) {
            var language = reader.times().scriptName(tag);
            if (!title.texts().containsKey(tag)) {
                missing.add(reader.words().say("deskTitleMissing", language));
            }
            if (description == null || !description.texts().containsKey(tag)) {
                missing.add(reader.words().say("deskDescriptionMissing", language));
            }
        }
        return missing;
    }
}

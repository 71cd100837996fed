package org.goldenbridge.catalogue.oai;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goldenbridge.catalogue.marc.DublinCore;
import org.goldenbridge.catalogue.marc.MarcXml;

/** Writes headers and records as the protocol has them (OAI-PMH 2.0, 2.5). */
@Singleton
class RecordWriter {
    private final Repository repository;
    private final SkippedRecords skipped;
    private final String organisation;

    RecordWriter(
            Repository repository,
            @Wellness SkippedRecords skipped,
            @ConfigProperty(name = "goldenbridge.catalogue.organisation-code") String organisation) {
        this.repository = repository;
        this.skipped = skipped;
        this.organisation = organisation;
    }

    /**
     * Writes a header.
     *
     * @param set the set that is harvested; empty for the whole catalogue
     */
    void header(Entry entry, String set, Xml answer) {
        answer.markup(entry.deleted() ? "<header status=\"deleted\">" : "<header>")
                .element("identifier", repository.identifier(entry.item()))
                .element("datestamp", Datestamp.of(entry.stamp()));
        setsOf(entry, set).forEach(spec -> answer.element("setSpec", spec));
        answer.markup("</header>");
    }

    /** What has left a set is deleted from there and nowhere else. */
    private static List<String> setsOf(Entry entry, String set) {
        var hasLeft = entry.deleted() && !set.isEmpty() && !HarvestSet.PARENTS.contains(set);
        return hasLeft && !entry.sets().contains(set) ? List.of(set) : entry.sets();
    }

    /**
     * Writes a record, unless it cannot be written: then it is reported, and the answer stays as it was.
     *
     * @return whether it was written
     */
    boolean record(Entry entry, Format format, String set, Xml answer) {
        var start = answer.raw().length();
        try {
            answer.markup("<record>");
            header(entry, set, answer);
            var kept = entry.marcxml();
            if (!entry.deleted() && kept != null) {
                answer.markup("<metadata>");
                metadata(entry, kept, format, answer);
                answer.markup("</metadata>");
            }
            answer.markup("</record>");
            skipped.isWell(entry.item(), format);
            return true;
        } catch (RuntimeException e) { // whatever is wrong with one record, the others are not to blame
            answer.raw().setLength(start);
            skipped.report(entry.item(), format, e);
            return false;
        }
    }

    private void metadata(Entry entry, String kept, Format format, Xml answer) {
        switch (format) {
            case MARCXML -> EmbeddedRecord.write(entry, kept, organisation, answer.raw());
            case OAI_DC -> {
                answer.markup("<oai_dc:dc xmlns:oai_dc=\"")
                        .markup(format.namespace())
                        .markup("\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"")
                        .markup(format.schemaLocation())
                        .markup(">");
                DublinCore.of(MarcXml.read(kept))
                        .forEach(element -> answer.element("dc:" + element.name(), element.value()));
                answer.markup("</oai_dc:dc>");
            }
        }
    }
}

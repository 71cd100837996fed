package org.goldenbridge.event.whatson;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.whatson.ProgrammePage.Part;
import org.goldenbridge.event.whatson.PublicEvents.PublicProgramme;

/** The programmes: those that go on or come, by their first days, and those that are over, the latest first. */
record ProgrammesPage(List<Part> current, List<Part> past, String whatsOn) {

    static ProgrammesPage of(List<PublicProgramme> all, LocalDate today, Reader reader, Links links) {
        return new ProgrammesPage(
                all.stream()
                        .filter(one -> !one.endsOn().isBefore(today))
                        .map(one -> Part.of(one, true, reader, links))
                        .toList(),
                all.stream()
                        .filter(one -> one.endsOn().isBefore(today))
                        .sorted(Comparator.comparing(PublicProgramme::endsOn).reversed())
                        .map(one -> Part.of(one, true, reader, links))
                        .toList(),
                links.whatsOn());
    }
}

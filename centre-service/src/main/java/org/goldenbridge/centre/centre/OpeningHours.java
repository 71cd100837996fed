package org.goldenbridge.centre.centre;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.problem.Refusal;

/** The weekly opening hours, as they are set and shown. */
@Schema(
        description = "The weekly opening hours on the centre's wall clock. A day may have several intervals, or none.",
        examples = """
                {"weekly": [
                  {"day": "tuesday", "opens": "10:00", "closes": "13:00"},
                  {"day": "tuesday", "opens": "14:00", "closes": "20:00"},
                  {"day": "saturday", "opens": "10:00", "closes": "24:00"}]}""")
record OpeningHours(@NotNull @Size(max = 70) List<@NotNull @Valid OpeningInterval> weekly) {
    /** Refuses intervals that end before they start or overlap, each at its place in the request. */
    void check() {
        for (int i = 0; i < weekly.size(); i++) {
            var interval = weekly.get(i);
            if (interval.closes().compareTo(interval.opens()) <= 0) {
                throw refusal(i, "closes", "must be later than opens");
            }
            for (int j = 0; j < i; j++) {
                if (interval.overlaps(weekly.get(j))) {
                    throw refusal(
                            i,
                            "opens",
                            "overlaps the interval that opens at "
                                    + weekly.get(j).opens());
                }
            }
        }
    }

    private Refusal refusal(int index, String field, String detail) {
        var day = weekly.get(index).day();
        return Refusal.unprocessable("invalid-opening-hours", "On " + day + ", " + field + " " + detail + ".")
                .at("/weekly/" + index + "/" + field, detail);
    }
}

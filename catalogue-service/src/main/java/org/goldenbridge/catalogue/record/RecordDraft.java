package org.goldenbridge.catalogue.record;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.catalogue.marc.MarcRecord;
import org.goldenbridge.catalogue.worksheet.Findings;
import org.goldenbridge.catalogue.worksheet.MarcBody;
import org.goldenbridge.catalogue.worksheet.Worksheet;
import org.jspecify.annotations.Nullable;

/** A record as it is entered or edited: the whole of it each time. */
@Schema(description = "A record as it is entered or edited; an edit replaces the whole of it.", examples = """
                {"centreId": "beijing", "kind": "book", "hidden": false,
                 "marc": {"leader": "00000nam a2200000 i 4500",
                  "controlFields": [{"tag": "008", "value": "261121s1942    kz            000 1 kaz d"}],
                  "dataFields": [{"tag": "245", "ind1": "0", "ind2": "0",
                   "subfields": [{"code": "a", "value": "Абай жолы."}]}]}}""")
record RecordDraft(
        @Schema(description = "The centre that keeps the description.", examples = "beijing") @NotBlank @Size(max = 60)
        String centreId,

        @NotNull RecordKind kind,

        @Schema(description = "Whether it is kept from the public and from partners; false when absent.") @Nullable
        Boolean hidden,

        @NotNull @Valid MarcBody marc) {
    boolean isHidden() {
        return Boolean.TRUE.equals(hidden);
    }

    /**
     * The MARC record, when it keeps the rules and agrees with the kind.
     *
     * @throws org.goldenbridge.platform.problem.Refusal 422 {@code invalid-marc} with every fault and its place
     */
    MarcRecord checked() {
        var findings = new Findings();
        Worksheet.check(marc, "/marc", findings);
        if (marc.leader().length() == Worksheet.LEADER_LENGTH) {
            KindRules.check(kind, marc.leader(), "/marc/leader", findings);
        }
        return Worksheet.accepted(marc, findings);
    }
}

package org.goldenbridge.catalogue.worksheet;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.catalogue.marc.ControlField;
import org.goldenbridge.catalogue.marc.DataField;
import org.goldenbridge.catalogue.marc.MarcRecord;
import org.goldenbridge.catalogue.marc.Subfield;

/**
 * A MARC 21 record as it is read and written through the API: nothing is interpreted, nothing is left out.
 *
 * @param leader 24 characters; the lengths in it are the catalogue's own business
 * @param controlFields 001 to 009; 001, 003 and 005 are set by the catalogue
 * @param dataFields 010 to 999
 */
@Schema(
        description =
                "A MARC 21 record, whole. A blank indicator is a blank. The catalogue sets 001, 003 and 005 itself.",
        examples = """
                {"leader": "00000nam a2200000 i 4500",
                 "controlFields": [{"tag": "008", "value": "261121s1942    kz            000 1 kaz d"}],
                 "dataFields": [
                   {"tag": "100", "ind1": "1", "ind2": " ",
                    "subfields": [{"code": "6", "value": "880-01"}, {"code": "a", "value": "Auezov, Mukhtar."}]},
                   {"tag": "245", "ind1": "1", "ind2": "0", "subfields": [{"code": "a", "value": "Abai zholy."}]},
                   {"tag": "880", "ind1": "1", "ind2": " ",
                    "subfields": [{"code": "6", "value": "100-01/(N"}, {"code": "a", "value": "Әуезов, Мұхтар."}]}]}""")
public record MarcBody(
        @Schema(description = "24 characters, as in ISO 2709.", examples = "00000nam a2200000 i 4500") @NotNull
        String leader,

        @NotNull @Valid List<@NotNull @Valid ControlFieldBody> controlFields,
        @NotNull @Valid List<@NotNull @Valid DataFieldBody> dataFields) {

    /** The record as it is shown. */
    public static MarcBody of(MarcRecord record) {
        return new MarcBody(
                record.leader(),
                record.controlFields().stream()
                        .map(field -> new ControlFieldBody(field.tag(), field.value()))
                        .toList(),
                record.dataFields().stream().map(MarcBody::shown).toList());
    }

    private static DataFieldBody shown(DataField field) {
        return new DataFieldBody(
                field.tag(),
                String.valueOf(field.ind1()),
                String.valueOf(field.ind2()),
                field.subfields().stream()
                        .map(subfield -> new SubfieldBody(String.valueOf(subfield.code()), subfield.value()))
                        .toList());
    }

    /** The record that was sent; only for one whose form has been found right. */
    MarcRecord record() {
        return new MarcRecord(
                LeaderRules.canonical(leader),
                controlFields.stream()
                        .map(field -> new ControlField(field.tag(), field.value()))
                        .toList(),
                dataFields.stream().map(MarcBody::field).toList());
    }

    private static DataField field(DataFieldBody field) {
        return new DataField(
                field.tag(),
                field.ind1().charAt(0),
                field.ind2().charAt(0),
                field.subfields().stream()
                        .map(subfield -> new Subfield(subfield.code().charAt(0), subfield.value()))
                        .toList());
    }
}

package org.goldenbridge.catalogue.worksheet;

import org.goldenbridge.catalogue.marc.MarcRecord;

/** Checks a record that a cataloguer sends against MARC 21, field by field. */
public final class Worksheet {
    /** A leader of another length has no positions to speak of. */
    public static final int LEADER_LENGTH = LeaderRules.LENGTH;

    private Worksheet() {}

    /**
     * Checks a record: first its form; what the fields say only when the form is right, for otherwise one mistake would be
     * told several times.
     *
     * @param pointer where the record stands in the body, for instance {@code /marc}
     * @param findings takes what is wrong
     */
    public static void check(MarcBody record, String pointer, Findings findings) {
        FormRules.check(record, pointer, findings);
        LeaderRules.check(record.leader(), pointer + "/leader", findings);
        if (findings.isEmpty()) {
            Repeatability.check(record, pointer, findings);
            ControlFieldRules.check(record, pointer, findings);
            ContentRules.check(record, pointer, findings);
            Linkage.check(record, pointer, findings);
        }
    }

    /**
     * The record that was sent, in which nothing was found wrong.
     *
     * @throws org.goldenbridge.platform.problem.Refusal 422 {@code invalid-marc} when something was
     */
    public static MarcRecord accepted(MarcBody record, Findings findings) {
        findings.refuse();
        return record.record();
    }
}

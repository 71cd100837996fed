package org.goldenbridge.catalogue.oai;

/** What the protocol answers to a request that it cannot serve, with HTTP 200 (OAI-PMH 2.0, 3.6). */
final class ProtocolError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The error and exception conditions; noMetadataFormats and noSetHierarchy never come about here. */
    enum Code {
        BAD_VERB("badVerb"),
        BAD_ARGUMENT("badArgument"),
        BAD_RESUMPTION_TOKEN("badResumptionToken"),
        CANNOT_DISSEMINATE_FORMAT("cannotDisseminateFormat"),
        ID_DOES_NOT_EXIST("idDoesNotExist"),
        NO_RECORDS_MATCH("noRecordsMatch");

        private final String word;

        Code(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    private final Code code;

    private ProtocolError(Code code, String detail) {
        super(detail, null, false, false); // no stack trace: it is an answer
        this.code = code;
    }

    static ProtocolError badVerb(String detail) {
        return new ProtocolError(Code.BAD_VERB, detail);
    }

    static ProtocolError badArgument(String detail) {
        return new ProtocolError(Code.BAD_ARGUMENT, detail);
    }

    static ProtocolError badResumptionToken() {
        return new ProtocolError(
                Code.BAD_RESUMPTION_TOKEN,
                "The resumption token is not one of this list, or older than " + ListState.VALID_FOR.toDays()
                        + " days. Harvest again from the datestamp that you have reached.");
    }

    static ProtocolError cannotDisseminateFormat(String detail) {
        return new ProtocolError(Code.CANNOT_DISSEMINATE_FORMAT, detail);
    }

    static ProtocolError idDoesNotExist() {
        return new ProtocolError(Code.ID_DOES_NOT_EXIST, "There is no record with that identifier.");
    }

    static ProtocolError noRecordsMatch() {
        return new ProtocolError(Code.NO_RECORDS_MATCH, "Nothing changed there in that time.");
    }

    Code code() {
        return code;
    }

    /** Whether the answer must not repeat the arguments (OAI-PMH 2.0, 3.2). */
    boolean isOfTheArguments() {
        return code == Code.BAD_VERB || code == Code.BAD_ARGUMENT;
    }
}

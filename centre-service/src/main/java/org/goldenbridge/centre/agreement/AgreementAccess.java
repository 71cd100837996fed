package org.goldenbridge.centre.agreement;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an agreement grants to the programs of a partner. */
@Schema(
        description = "What the agreement grants to the partner's programs, while it is in force.",
        examples = "{\"clientId\": \"partner-blcu\", \"requestsPerMinute\": 12000}")
record AgreementAccess(
        @Schema(description = "The client under which they sign in (client credentials).", examples = "partner-blcu")
        @NotNull
        @Pattern(
                regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}",
                message = "must be 1 to 100 letters, digits, dots, hyphens or underscores")
        String clientId,

        @Schema(description = "How many requests a minute they may make, of each instance.", examples = "12000")
        @NotNull
        @Min(1)
        @Max(60_000)
        Integer requestsPerMinute) {}

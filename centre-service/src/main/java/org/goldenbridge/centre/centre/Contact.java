package org.goldenbridge.centre.centre;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.centre.address.WebAddress;
import org.jspecify.annotations.Nullable;

/** How the public reaches a centre: the addresses of the house, not of a person. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "How the public reaches the centre: of the house, not of a person.")
record Contact(
        @Schema(description = "Telephone, international form.", examples = "+86 10 5555 0142")
        @Pattern(regexp = "\\+?[0-9][0-9 ()./-]{3,38}", message = "must be a telephone number such as +86 10 5555 0142")
        @Nullable
        String phone,

        @Schema(description = "E-mail.", examples = "beijing@example.org")
        @Email(message = "must be an e-mail address")
        @Size(max = 254)
        @Nullable
        String email,

        @Nullable WebAddress website) {}

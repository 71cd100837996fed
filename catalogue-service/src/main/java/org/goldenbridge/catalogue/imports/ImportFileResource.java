package org.goldenbridge.catalogue.imports;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.catalogue.access.Roles;
import org.goldenbridge.platform.security.Caller;
import org.jboss.resteasy.reactive.RestResponse;

/** Where the file of an import is sent. */
@Path("/v1/imports/{importId}/file")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
class ImportFileResource {
    private final Upload upload;
    private final Caller caller;

    ImportFileResource(Upload upload, Caller caller) {
        this.upload = upload;
        this.caller = caller;
    }

    /** Takes the file of an import; the planning begins when it is whole. */
    @PUT
    @Blocking
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.CATALOGUER})
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Send the file",
            description =
                    "Sends the file of an import as it is, of up to 2 GiB: MARC 21 or UNIMARC in ISO 2709, or MARCXML;"
                            + " gzip is recognised by its first bytes and unpacked on the way. What the file is, and in which"
                            + " encoding, is decided by its bytes; the Content-Type does not matter. Planning begins when it is"
                            + " whole. A file that broke off can be sent again, from its beginning.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponseSchema(
            value = ImportView.class,
            responseCode = "202",
            responseDescription = "The file is here; the import is being planned")
    @APIResponse(
            responseCode = "400",
            description = "`upload-broke-off`: the file broke off on its way, send it again from its beginning")
    @APIResponse(
            responseCode = "409",
            description =
                    "`wrong-state`: the import does not wait for a file; `upload-overtaken`: another request sends it")
    @APIResponse(
            responseCode = "422",
            description = "`not-marc`: the file is no file of MARC records, the detail says what it seems to be;"
                    + " `unpacks-too-large`; `damaged-gzip`. After the first two the import is refused for good")
    public RestResponse<ImportView> receive(UUID importId, InputStream body) {
        caller.mustActFor(Import.required(importId).centreId, Roles.cataloguing());
        var received = ImportView.of(upload.receive(importId, body));
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, received)
                .build();
    }
}

package org.goldenbridge.catalogue.imports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.catalogue.access.Roles;
import org.goldenbridge.catalogue.access.StaffCentres;
import org.goldenbridge.platform.http.Answers;
import org.goldenbridge.platform.http.EntityTags;
import org.goldenbridge.platform.http.Lists;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.security.Caller;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Files of records that are taken in. */
@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports", description = "Files of records: planned, then applied by a person, then perhaps undone.")
class ImportResource {
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final Caller caller;
    private final Lists lists;
    private final FileStore files;
    private final ReaderLanguage reader;
    private final Event<StepIsDue> due;
    private final Clock clock;

    ImportResource(
            Caller caller, Lists lists, FileStore files, ReaderLanguage reader, Event<StepIsDue> due, Clock clock) {
        this.caller = caller;
        this.lists = lists;
        this.files = files;
        this.reader = reader;
        this.due = due;
        this.clock = clock;
    }

    /** The imports of the centres at which the caller works, newest first. */
    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.CATALOGUER, Roles.STAFF})
    @Operation(
            summary = "List the imports",
            description = "The imports of the centres at which the caller works, newest first.")
    @APIResponseSchema(value = ImportPage.class, responseDescription = "A page of imports")
    public RestResponse<byte[]> list(
            @Schema(description = "Only the imports of this centre.", examples = "beijing")
                    @QueryParam("centre")
                    @Size(max = 63)
                    @Nullable
                    String centre,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var centres = StaffCentres.of(caller, centre);
        return lists.page(
                new Lists.Wish("imports " + centres, cursor, limit, ifNoneMatch),
                (place, most) -> Import.before(centres, place.isEmpty() ? AFTER_ALL : UUID.fromString(place), most),
                found -> found.id.toString(),
                ImportView::of);
    }

    /** One import, with how far it has come. */
    @GET
    @Path("/{importId}")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.CATALOGUER, Roles.STAFF})
    @Operation(
            summary = "Read an import",
            description =
                    "One import, with its counts and, while a step goes on, how far that has come. A step is over when"
                            + " the state is no longer planning, applying or undoing.")
    @APIResponseSchema(value = ImportView.class, responseDescription = "The import")
    public RestResponse<ImportView> read(UUID importId, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var found = Import.required(importId);
        caller.mustActFor(found.centreId, Roles.everyone());
        return Answers.read(() -> ImportView.of(found), EntityTags.of(found.version, reader), ifNoneMatch);
    }

    /** Begins an import; its file is sent next. */
    @POST
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.CATALOGUER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Begin an import",
            description =
                    "Begins the import of a file from a source. Send the file to /v1/imports/{importId}/file next.")
    @APIResponseSchema(value = ImportView.class, responseCode = "201", responseDescription = "The new import")
    @APIResponse(responseCode = "422", description = "`unknown-source`: there is no such source, or it was withdrawn")
    public RestResponse<ImportView> begin(@NotNull @Valid ImportDraft draft) {
        var source = ImportSource.inUse(draft.sourceId());
        caller.mustActFor(source.centreId, Roles.cataloguing());
        var begun = Import.begin(Ids.next(), source, draft, caller.name(), clock.instant());
        begun.persistAndFlush();
        return Answers.created(
                URI.create("/v1/imports/" + begun.id), ImportView.of(begun), EntityTags.of(begun.version, reader));
    }

    /** Lets the plan be carried out. */
    @POST
    @Path("/{importId}/application")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.CATALOGUER})
    @Operation(
            summary = "Apply an import",
            description =
                    "Carries the plan out. A record that changed after the plan was made is left alone and said so.")
    @APIResponseSchema(value = ImportView.class, responseCode = "202", responseDescription = "It is being applied")
    @APIResponse(responseCode = "409", description = "`wrong-state`: the import is not planned, or was applied already")
    public RestResponse<ImportView> apply(UUID importId) {
        var planned = toChange(importId);
        planned.apply(caller.name());
        return accepted(planned);
    }

    /** Lets what was applied be taken back. */
    @POST
    @Path("/{importId}/undoing")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.CATALOGUER})
    @Operation(
            summary = "Undo an import",
            description =
                    "Puts every record back as it was before the import, and deletes those that it brought. Records on"
                            + " which somebody has worked since, or that have items, are kept and said so.")
    @APIResponseSchema(value = ImportView.class, responseCode = "202", responseDescription = "It is being undone")
    @APIResponse(responseCode = "409", description = "`wrong-state`: the import is not applied, or was undone already")
    public RestResponse<ImportView> undo(UUID importId) {
        var applied = toChange(importId);
        applied.undo(caller.name());
        return accepted(applied);
    }

    /** Gives an import up before it is applied. */
    @DELETE
    @Path("/{importId}")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.CATALOGUER})
    @Operation(
            summary = "Withdraw an import",
            description = "Gives an import up before anything of it is applied. Its plan stays readable, its file is"
                    + " forgotten.")
    @APIResponse(responseCode = "204", description = "It is withdrawn")
    @APIResponse(responseCode = "409", description = "`wrong-state`: it is being applied, was applied, or is over")
    public void withdraw(UUID importId) {
        toChange(importId).withdraw();
        files.clear(importId);
    }

    private Import toChange(UUID importId) {
        caller.mustActFor(Import.required(importId).centreId, Roles.cataloguing());
        Import.getEntityManager().clear(); // read again under the lock, as it is then
        return Import.locked(importId);
    }

    private RestResponse<ImportView> accepted(Import changed) {
        changed.persistAndFlush();
        due.fire(new StepIsDue());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, ImportView.of(changed))
                .header("ETag", EntityTags.of(changed.version, reader))
                .build();
    }
}

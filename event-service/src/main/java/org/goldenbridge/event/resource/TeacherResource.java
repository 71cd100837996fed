package org.goldenbridge.event.resource;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.centre.CentreParameter;
import org.goldenbridge.platform.http.Answers;
import org.goldenbridge.platform.http.EntityTags;
import org.goldenbridge.platform.http.Lists;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.openapi.ListOf;
import org.goldenbridge.platform.security.Caller;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The teachers of the centres. Their names stand in the public schedule, and so anyone may read them here. */
@Path("/v1/teachers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Teachers", description = "Who teaches at a centre; a session has a teacher to itself.")
class TeacherResource {
    private final Caller caller;
    private final Lists lists;
    private final ReaderLanguage reader;
    private final EntityManager entities;
    private final Event<TeacherChanged> changes;
    private final Clock clock;

    TeacherResource(
            Caller caller,
            Lists lists,
            ReaderLanguage reader,
            EntityManager entities,
            Event<TeacherChanged> changes,
            Clock clock) {
        this.caller = caller;
        this.lists = lists;
        this.reader = reader;
        this.entities = entities;
        this.changes = changes;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "List teachers",
            description = "Those who teach at one centre or anywhere, in the order in which they were added.")
    @APIResponseSchema(value = TeacherPage.class, responseDescription = "A page of teachers")
    public RestResponse<byte[]> list(
            @Schema(description = "Only those of these centres.", examples = "beijing,paris")
                    @ListOf
                    @QueryParam("centre")
                    @Nullable
                    String centre,
            @Schema(description = "How many at most.") @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500)
                    int limit,
            @Schema(description = "The next of the page before.") @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return lists.page(
                new Lists.Wish("teachers " + centre, cursor, limit, ifNoneMatch),
                (after, most) -> Teacher.teaching(CentreParameter.several(centre), Lists.id(after), most),
                teacher -> teacher.id.toString(),
                TeacherView::of);
    }

    @GET
    @Path("/{teacherId}")
    @PermitAll
    @Operation(
            summary = "Read a teacher",
            description = "One teacher. One who no longer teaches is still shown, as withdrawn.")
    @APIResponseSchema(value = TeacherView.class, responseDescription = "The teacher")
    public RestResponse<TeacherView> read(UUID teacherId, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var teacher = Teacher.required(teacherId);
        return Answers.read(() -> TeacherView.of(teacher), tag(teacher), ifNoneMatch);
    }

    @POST
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER})
    @Operation(summary = "Add a teacher", description = "Adds somebody who teaches at a centre. The name is public.")
    @APIResponseSchema(value = TeacherView.class, responseCode = "201", responseDescription = "The teacher")
    @APIResponse(responseCode = "422", description = "`unknown-centre`: there is no such centre")
    public RestResponse<TeacherView> add(@NotNull @Valid TeacherDraft draft) {
        caller.mustActFor(draft.centreId(), Roles.management());
        var teacher = Teacher.add(Ids.next(), draft, clock.instant());
        entities.createNativeQuery("insert into space_cell (id) values (:id)")
                .setParameter("id", teacher.id)
                .executeUpdate();
        teacher.persistAndFlush();
        return Answers.created(URI.create("/v1/teachers/" + teacher.id), TeacherView.of(teacher), tag(teacher));
    }

    @PUT
    @Path("/{teacherId}")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER})
    @Operation(
            summary = "Edit a teacher",
            description = "Changes the name; the schedule shows it at once for all sessions.")
    @APIResponseSchema(value = TeacherView.class, responseDescription = "The teacher as they are now")
    @APIResponse(responseCode = "409", description = "`withdrawn`: they no longer teach here")
    @APIResponse(responseCode = "422", description = "`fixed-field`: a teacher stays with their centre")
    public RestResponse<TeacherView> edit(
            UUID teacherId, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid TeacherDraft draft) {
        var teacher = toChange(teacherId, ifMatch);
        teacher.edit(draft);
        teacher.persistAndFlush();
        changes.fire(new TeacherChanged(teacher.id));
        return Answers.ok(TeacherView.of(teacher), tag(teacher));
    }

    @DELETE
    @Path("/{teacherId}")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER})
    @Operation(
            summary = "Withdraw a teacher",
            description = "Nothing new can be planned with them. What is planned stays, and they stay known.")
    @APIResponse(responseCode = "204", description = "They are withdrawn")
    public void withdraw(UUID teacherId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var teacher = toChange(teacherId, ifMatch);
        teacher.withdraw();
    }

    private Teacher toChange(UUID teacherId, @Nullable String ifMatch) {
        var teacher = Teacher.required(teacherId);
        caller.mustActFor(teacher.centreId, Roles.management());
        EntityTags.requireMatch(ifMatch, teacher.version);
        return teacher;
    }

    private String tag(Teacher teacher) {
        return EntityTags.of(teacher.version, reader);
    }
}

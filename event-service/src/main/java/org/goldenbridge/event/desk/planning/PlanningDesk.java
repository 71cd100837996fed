package org.goldenbridge.event.desk.planning;

import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.desk.Frame;
import org.goldenbridge.event.desk.Staff;
import org.goldenbridge.event.desk.Workplace;
import org.goldenbridge.event.page.PageAnswers;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.page.Visit;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Who plans, for which centre, and how a page of planning is sent. */
@RequestScoped
class PlanningDesk {
    private final Staff staff;
    private final Caller caller;
    private final Frame frame;
    private final PageAnswers answers;
    private final Clock clock;

    @Inject
    PlanningDesk(Staff staff, Caller caller, Frame frame, PageAnswers answers, Clock clock) {
        this.staff = staff;
        this.caller = caller;
        this.frame = frame;
        this.answers = answers;
        this.clock = clock;
    }

    Workplace at(@Nullable String centre) {
        return staff.at(centre);
    }

    /**
     * The desk of a centre for which they work.
     *
     * @throws Refusal 403 when it is another's
     */
    Workplace own(@Nullable String centre) {
        var workplace = staff.at(centre);
        if (!workplace.isOwn()) {
            throw Refusal.forbidden("not-yours", "Only the desk of its centre plans there.");
        }
        return workplace;
    }

    /** Whether they may plan outside the opening hours. */
    boolean manages(Workplace workplace) {
        return caller.actsFor(workplace.centre().id(), Roles.management());
    }

    /** Whether they answer for the network. */
    boolean isNetwork() {
        return caller.actsFor(Caller.WHOLE, Roles.ADMINISTRATOR);
    }

    Instant now() {
        return clock.instant();
    }

    TemplateInstance page(Template template, String title, String path, Workplace workplace, Reader reader) {
        return frame.around(template, title, path, workplace, reader, clock.instant());
    }

    RestResponse<byte[]> shown(TemplateInstance page, Visit visit) {
        return visit.answer(answers.personal(page.render(), visit.reader()));
    }

    RestResponse<byte[]> refused(Refusal refusal, TemplateInstance page, Reader reader) {
        return answers.refusal(refusal.status(), page.render(), reader).build();
    }

    /** 400, with what was typed and what is wrong with it. */
    RestResponse<byte[]> faulty(TemplateInstance page, Reader reader) {
        return answers.refusal(RestResponse.Status.BAD_REQUEST, page.render(), reader)
                .build();
    }

    /** The tag of the version that a form was shown with; null when it brings none. */
    static @Nullable String ifMatch(Sheet sheet) {
        var version = sheet.value("version");
        return version.isBlank() ? null : '"' + version + '"';
    }
}

package org.goldenbridge.event.desk;

import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Clock;
import org.goldenbridge.event.page.PageAnswers;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.page.RefusedPage;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What planning, moving, cancelling and blocking have in common: who may, and how a form and a no are answered. */
@Singleton
class TimeDesk {
    private final Staff staff;
    private final TimeRendering rendering;
    private final PageAnswers answers;
    private final RefusedPage refused;
    private final ReaderLanguage texts;
    private final Validator validator;
    private final Clock clock;

    TimeDesk(
            Staff staff,
            TimeRendering rendering,
            PageAnswers answers,
            RefusedPage refused,
            ReaderLanguage texts,
            Validator validator,
            Clock clock) {
        this.staff = staff;
        this.rendering = rendering;
        this.answers = answers;
        this.refused = refused;
        this.texts = texts;
        this.validator = validator;
        this.clock = clock;
    }

    /** @throws Refusal 403 when they do not work there */
    Workplace own(@Nullable String centre) {
        return staff.atOwn(centre);
    }

    String page(TimeSheet sheet, Workplace workplace, Reader reader) {
        return rendering.page(sheet, workplace, reader, clock.instant());
    }

    String page(CancelSheet sheet, Workplace workplace, Reader reader) {
        return rendering.cancel(sheet, workplace, reader, clock.instant());
    }

    String page(BlockSheet sheet, Workplace workplace, Reader reader) {
        return rendering.block(sheet, workplace, reader, clock.instant());
    }

    RestResponse.ResponseBuilder<byte[]> answer(String html, Reader reader) {
        return answers.personal(html, reader);
    }

    /** The form again, with why it could not be done. */
    RestResponse.ResponseBuilder<byte[]> refusal(Refusal refusal, String html, Reader reader) {
        return answers.refusal(refusal.status(), html, reader);
    }

    /** What cannot be shown or done at all, in the look of the pages. */
    RestResponse<byte[]> refused(Refusal refusal, ContainerRequestContext request) {
        return refused.answer(refusal, request);
    }

    /** Before something is asked or done: what is told of it is told in the language of the page; 400 for what is out of bounds. */
    <T> T asked(T draft, Reader reader) {
        texts.follow(reader.texts());
        Refusals.mustBeValid(validator, draft);
        return draft;
    }
}

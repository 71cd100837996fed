package org.goldenbridge.event.desk;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goldenbridge.event.page.Assets;
import org.goldenbridge.event.page.Layout;
import org.goldenbridge.event.page.PageAnswers;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.platform.desk.DoorPage;
import org.jspecify.annotations.Nullable;

/** Says at the door, in the look of the pages, why somebody is not let in. */
@Singleton
class DeskDoorPage implements DoorPage {
    private final Template template;
    private final Assets assets;
    private final URI publicUrl;

    DeskDoorPage(
            @Location("desk/door.html") Template template,
            Assets assets,
            @ConfigProperty(name = "goldenbridge.public-url") URI publicUrl) {
        this.template = template;
        this.assets = assets;
        this.publicUrl = publicUrl;
    }

    @Override
    public String html(RoutingContext context, String code, String href) {
        var reader = Reader.of(null, remembered(context), context.request().getHeader("Accept-Language"));
        var words = reader.words();
        return Layout.of(reader, assets, publicUrl.toString(), words.say("door." + code + ".title"), "", "/desk")
                .around(template)
                .data("title", words.say("door." + code + ".title"))
                .data("text", words.say("door." + code + ".text"))
                .data("link", words.say("door." + code + ".link"))
                .data("href", href)
                .render();
    }

    @Override
    public String policy() {
        return PageAnswers.policy(PageAnswers.Frames.NOBODY);
    }

    private static @Nullable String remembered(RoutingContext context) {
        var cookie = context.request().getCookie(PageAnswers.LANGUAGE_COOKIE);
        return cookie == null ? null : cookie.getValue();
    }
}

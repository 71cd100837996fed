package org.goldenbridge.event.desk;

import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goldenbridge.event.page.Assets;
import org.goldenbridge.event.page.CentreCard;
import org.goldenbridge.event.page.Layout;
import org.goldenbridge.event.page.Reader;

/** What stands around each page of the desk: which centre, its clock, who has signed in. */
@Singleton
public class Frame {
    private final Assets assets;
    private final URI publicUrl;

    Frame(Assets assets, @ConfigProperty(name = "goldenbridge.public-url") URI publicUrl) {
        this.assets = assets;
        this.publicUrl = publicUrl;
    }

    /** A centre as a choice. */
    public record Choice(String id, Reader.Text name) {}

    /**
     * The template with the frame around it.
     *
     * @param path of the page, without the centre
     */
    public TemplateInstance around(
            Template template, String title, String path, Workplace workplace, Reader reader, Instant now) {
        var centre = "centre=" + workplace.centre().id();
        var address = path + (path.contains("?") ? "&" : "?") + centre;
        return Layout.of(reader, assets, publicUrl.toString(), title, "", address)
                .around(template)
                .data("at", "?" + centre)
                .data("and", "&" + centre)
                .data("view", view(path))
                .data("work", workplace)
                .data("centreName", reader.read(workplace.centre().name()))
                .data("own", choices(workplace.own(), reader))
                .data("others", choices(workplace.others(), reader))
                .data("clock", reader.times().clock(now.atZone(workplace.zone())))
                .data("zone", workplace.zone().getId());
    }

    /** Where a look at another centre leads: what is one centre's alone has no page at another. */
    private static String view(String path) {
        if (path.startsWith("/desk/sessions/")) {
            return "/desk";
        }
        return path.matches("/desk/(events|series|courses|programmes)/.*")
                ? path.startsWith("/desk/programmes") ? "/desk/programmes" : "/desk/events"
                : path.replaceFirst("\\?.*", "");
    }

    private static List<Choice> choices(List<CentreCard> centres, Reader reader) {
        return centres.stream()
                .map(centre -> new Choice(centre.id(), reader.read(centre.shortName())))
                .toList();
    }
}

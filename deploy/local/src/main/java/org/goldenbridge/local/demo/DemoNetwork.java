package org.goldenbridge.local.demo;

import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/**
 * The demo network: centres, spaces, partners, and eight weeks of programme with people who booked, loaded through the
 * public APIs. Loading again, or after an interruption, completes what is missing and doubles nothing.
 */
public final class DemoNetwork {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private DemoNetwork() {}

    /**
     * What the network holds of the demo now.
     *
     * @param made how many things, bookings among them, this run added
     */
    public record Summary(
            int centres,
            int spaces,
            int programmes,
            int events,
            int sessions,
            int bookings,
            int records,
            int items,
            int made,
            double seconds) {}

    /**
     * Loads the demo network.
     *
     * @param gateway the public address
     * @param out where progress is shown: one line that fills up, or plain lines when it is not a terminal
     * @param clock says which day the programme begins on, and what has already begun
     * @throws LoadingRefused when something is refused; its message names what and why
     */
    public static Summary load(URI gateway, PrintStream out, Clock clock) {
        var network = DemoFiles.read();
        var catalogue = DemoFiles.catalogue();
        int steps = catalogue.files().size()
                + catalogue.items().size()
                + network.centres().size()
                + network.partners().size()
                + network.agreements().size()
                + network.umbrellas().size();
        for (var centre : network.centres()) {
            steps += centre.spaces().size()
                    + centre.equipment().size()
                    + centre.closures().size();
            steps += centre.events().size()
                    + Programme.of(centre, network.venues(), LocalDate.now(clock))
                            .sessions()
                            .size();
        }
        var progress = new ProgressLine(out, ProgressLine.isOnATerminal(), steps);
        try (var crew = new Crew()) {
            var summary = load(network, catalogue, new Api(gateway), crew, new Tally(progress), clock);
            progress.complete();
            return summary;
        } finally {
            progress.end();
        }
    }

    private record Furnished(Centre centre, ProgrammeLoader loader, Programme programme, Map<String, String> spaces) {}

    private static Summary load(
            Network network, DemoCatalogue catalogue, Api api, Crew crew, Tally tally, Clock clock) {
        var began = System.nanoTime();
        var deadline = Instant.now().plus(PATIENCE);
        var centres = new CentreLoader(api, crew, tally, network.administrator());
        var furnished = new ArrayList<Furnished>();
        for (var centre : network.centres()) {
            centres.open(centre);
            var loader = new ProgrammeLoader(api, crew, tally, clock, network, centre, deadline);
            var programme = loader.look();
            furnished.add(new Furnished(centre, loader, programme, centres.furnish(centre, programme.firstDay())));
        }
        new PartnerLoader(api, crew, tally, network.administrator()).sign(network.partners(), network.agreements());
        var records = new CatalogueLoader(api, crew, tally, catalogue, deadline.plus(PATIENCE)).load();
        var spaces = new HashMap<String, Map<String, String>>();
        furnished.forEach(one -> spaces.put(one.centre().id(), one.spaces()));
        var umbrellas = new UmbrellaLoader(api, tally, network, deadline.plus(PATIENCE))
                .open(furnished.get(0).programme().firstDay(), spaces);
        var planned = new ArrayList<PlannedSession>();
        for (var one : furnished) {
            planned.addAll(one.loader().plan(one.programme(), one.spaces(), umbrellas));
        }
        // Last: whoever makes up for a lesson takes a place of another course that nobody else came for.
        int madeUp = furnished.stream()
                .mapToInt(one -> one.loader().makeUp(one.programme()))
                .sum();
        int enrolled = Programme.courses(planned).stream()
                .mapToInt(course -> Guests.of(course).size())
                .sum();
        return new Summary(
                network.centres().size(),
                network.spaces(),
                network.umbrellas().size(),
                network.events(),
                planned.size(),
                planned.stream().mapToInt(session -> Guests.of(session).size()).sum() + enrolled + madeUp,
                records,
                catalogue.items().size(),
                tally.made(),
                (System.nanoTime() - began) / 1e9);
    }
}

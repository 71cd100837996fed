package org.goldenbridge.acceptance.bench;

import java.time.LocalDate;

/** Writes docs/performance.md: figures, and all that is needed to judge them. */
final class Report {
    private final StringBuilder text = new StringBuilder();

    /** Resident memory of the three services, in megabytes. */
    record Memory(long centre, long event, long catalogue) {
        long together() {
            return centre + event + catalogue;
        }
    }

    String text() {
        return text.toString();
    }

    void add(String part) {
        text.append(text.isEmpty() ? "" : "\n").append(part);
    }

    void head(LocalDate day, double loadBefore, String durability) {
        add("""
                # Performance

                Written by `mvn -Pbench verify -pl deploy/acceptance -am`, not by hand. Clients, services, PostgreSQL, Kafka and
                Keycloak share one machine, so each takes from the others; a ratio says more than a number. What is compared
                is measured by turns, and medians are shown.

                - Day: %s
                - Machine: %s
                - Load of the machine before (processes that want to run): %.1f
                - PostgreSQL: %s
                """.formatted(day, Machine.description(), loadBefore, durability));
    }

    void scheduleHead(LocalDate day, double loadBefore) {
        add("""
                # The public schedule

                Written by `mvn -Pbench verify -pl deploy/acceptance -am` with the rest, or by itself with `-Dbench.only=schedule`. Two
                instances of event-service, everything on one machine; what is compared is measured by turns, and medians are shown.

                - Day: %s
                - Machine: %s
                - Load of the machine before (processes that want to run): %.1f
                """.formatted(day, Machine.description(), loadBefore));
    }

    void pagesHead(LocalDate day, double loadBefore) {
        add("""
                # The public pages

                Written by `mvn -Pbench verify -pl deploy/acceptance -am` with the rest, or by itself with `-Dbench.only=pages`. One
                instance of event-service is asked, everything on one machine; what is compared is measured by turns, and medians are
                shown.

                - Day: %s
                - Machine: %s
                - Load of the machine before (processes that want to run): %.1f
                """.formatted(day, Machine.description(), loadBefore));
    }

    void deskHead(LocalDate day, double loadBefore) {
        add("""
                # The desk

                Written by `mvn -Pbench verify -pl deploy/acceptance -am` with the rest, or by itself with `-Dbench.only=desk`. One
                instance of event-service is asked, everything on one machine; what is compared is measured by turns, and medians are
                shown.

                - Day: %s
                - Machine: %s
                - Load of the machine before (processes that want to run): %.1f
                """.formatted(day, Machine.description(), loadBefore));
    }

    void hot(Comparison hot) {
        add("""
                ## Bookings of one session

                Everybody wants the same session: all bookings pass one row. The floor writes the rows of a booking (visitor,
                places, booking, idempotency key, audit, notice, outbox) with one prepared statement straight into the same
                database, without HTTP, tokens and rules, and commits each. Over HTTP each booking has a real token, a new visitor
                and a new key; the requests that wait at one instance are taken together into one transaction. In both
                cases the relay numbers the changes and tells them to Kafka meanwhile. Target: at least 0.6 of the floor.

                %s""".formatted(hot.table()));
    }

    void slowCommits(Comparison slow) {
        add("""
                ### The same where a commit takes longer

                PostgreSQL waits five milliseconds before each flush of its log (`commit_delay`), about what a disk of its own or a
                standby in another house costs. The floor still commits each booking.

                %s""".formatted(slow.table()));
    }

    void spread(Comparison spread) {
        add("""
                ## Bookings of 1,000 sessions

                The same, each booking for one of 1,000 sessions at random.

                %s""".formatted(spread.table()));
    }

    void memory(Memory idle, Memory after) {
        add("""
                ## Memory

                Resident memory in megabytes; targets: 900 together when idle, 1,200 after the benchmarks.

                | when | centre-service | event-service | catalogue-service | together |
                |---|---:|---:|---:|---:|
                | idle | %d | %d | %d | %d |
                | after the benchmarks | %d | %d | %d | %d |
                """.formatted(
                        idle.centre(),
                        idle.event(),
                        idle.catalogue(),
                        idle.together(),
                        after.centre(),
                        after.event(),
                        after.catalogue(),
                        after.together()));
    }

    void start(DeployUp.Times cold, DeployUp.Times warm) {
        add("""
                ## Start of deploy/up

                Seconds from the start, all on free ports with data of their own, nothing to build. Targets: on empty data
                reads within 25, all within 90, the demo network within 30 more; warm reads within 15, all within 30.

                | data | public reads | all ready | demo network |
                |---|---:|---:|---:|
                | empty | %.1f | %.1f | %.1f more |
                | from before | %.1f | %.1f | there already |
                """.formatted(cold.reads(), cold.ready(), cold.demo(), warm.reads(), warm.ready()));
    }
}

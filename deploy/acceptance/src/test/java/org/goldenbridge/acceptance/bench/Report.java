package org.goldenbridge.acceptance.bench;

import java.time.LocalDate;

/** Writes docs/performance.md: figures, and all that is needed to judge them. */
final class Report {
    private Report() {}

    /** Resident memory of the three services, in megabytes. */
    record Memory(long centre, long event, long catalogue) {
        long together() {
            return centre + event + catalogue;
        }
    }

    static String write(
            LocalDate day,
            double loadBefore,
            String durability,
            Comparison hot,
            Comparison spread,
            Comparison reads,
            Reading reading,
            Memory idle,
            Memory after,
            DeployUp.Times cold,
            DeployUp.Times warm) {
        return """
                # Performance

                Written by `mvn -Pbench verify -pl deploy/acceptance -am`, not by hand. Clients, services, PostgreSQL, Kafka and
                Keycloak share one machine, so each takes from the others; a ratio says more than a number. What is compared
                is measured by turns, and medians are shown.

                - Day: %s
                - Machine: %s
                - Load of the machine before (processes that want to run): %.1f
                - PostgreSQL: %s

                ## Bookings of one session

                Everybody wants the same session: all bookings pass one row. The floor writes the rows of a booking (visitor,
                places, booking, idempotency key, audit, outbox) with one prepared statement straight into the same database,
                without HTTP, tokens and rules. Over HTTP each booking has a real token, a new visitor and a new key. In both
                cases the relay numbers the changes and tells them to Kafka meanwhile. Target: at least 0.45 of the floor.

                %s
                ## Bookings of 1,000 sessions

                The same, each booking for one of 1,000 sessions at random.

                %s
                ## Reading the schedule

                %d different URLs (centre, first day, kind, language) while twenty bookings a second change what is read,
                beside an answer that is the same for everybody: the API description that event-service serves from memory,
                `/openapi/event-service?format=json`. It is the one constant answer this service has; the pages of the schedule
                were made as long as it is: %,d bytes on average with `limit=%d`, the description has %,d.

                %s
                ## Memory

                Resident memory in megabytes; targets: 900 together when idle, 1,200 after the benchmarks.

                | when | centre-service | event-service | catalogue-service | together |
                |---|---:|---:|---:|---:|
                | idle | %d | %d | %d | %d |
                | after the benchmarks | %d | %d | %d | %d |

                ## Start of deploy/up

                Seconds from the start, all on free ports with data of their own, nothing to build. Targets: on empty data
                reads within 25, all within 90, the demo network within 30 more; warm reads within 15, all within 30.

                | data | public reads | all ready | demo network |
                |---|---:|---:|---:|
                | empty | %.1f | %.1f | %.1f more |
                | from before | %.1f | %.1f | there already |
                """.formatted(
                        day,
                        Machine.description(),
                        loadBefore,
                        durability,
                        hot.table(),
                        spread.table(),
                        reading.questions(),
                        reading.scheduleSize(),
                        reading.limit(),
                        reading.constantSize(),
                        reads.table(),
                        idle.centre(),
                        idle.event(),
                        idle.catalogue(),
                        idle.together(),
                        after.centre(),
                        after.event(),
                        after.catalogue(),
                        after.together(),
                        cold.reads(),
                        cold.ready(),
                        cold.demo(),
                        warm.reads(),
                        warm.ready());
    }
}

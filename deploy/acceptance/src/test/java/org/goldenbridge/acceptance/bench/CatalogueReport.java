package org.goldenbridge.acceptance.bench;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Writes the catalogue's chapter of docs/performance.md. */
final class CatalogueReport {
    private CatalogueReport() {}

    static String write(
            long records,
            long fileBytes,
            double loadBefore,
            double marc4j,
            double copyIn,
            double copyOut,
            double upload,
            double plan,
            double apply,
            double told,
            double harvest,
            Harvest.Pages pages,
            Catalogue.Again again,
            long heap,
            long resident) {
        var whole = records / (plan + apply);
        return """

                # The catalogue with %,d records

                Written by `mvn -Pbench-catalogue verify -pl deploy/acceptance -am`, not by hand. The records are synthetic, each a
                work of its own with two scripts or more, %,d bytes on average in ISO 2709. One instance of catalogue-service with a
                heap of 192 MB at most; PostgreSQL, Kafka and the client are on the same machine.

                - Day: %s
                - Machine: %s
                - Load of the machine before (processes that want to run): %.1f

                ## Import

                A record is framed, decoded, compared with the whole catalogue by source number, ISBN and title, written with its
                history, and told to the change feeds and to Kafka. The floors are marc4j reading the same file and doing nothing
                with it, and PostgreSQL taking the same MARCXML by COPY into a table without an index. Target: plan and apply
                together at least 2,000 records a second.

                | what | seconds | records a second | of marc4j alone | of COPY |
                |---|---:|---:|---:|---:|
                | floor: marc4j alone | %.1f | %,.0f | 1.00 | |
                | floor: COPY into a table | %.1f | %,.0f | | 1.00 |
                | upload (%,d MB) | %.1f | %,.0f | | |
                | plan | %.1f | %,.0f | %.2f | %.2f |
                | apply | %.1f | %,.0f | %.2f | %.2f |
                | **plan and apply** | %.1f | **%,.0f** | %.2f | %.2f |
                | until feeds and Kafka have all of it | %.1f more | | | |
                | plan of the same file again: %,d of %,d the same | %.1f | %,.0f | %.2f | |

                ## Harvest

                One stream of OAI-PMH `ListRecords` as marcxml over HTTP, without compression, from the first page to the last. The
                floor is `COPY ... TO STDOUT` of the same XML. Target: at least 5,000 records a second.

                | what | records a second | of COPY |
                |---|---:|---:|
                | floor: COPY to standard output | %,.0f | 1.00 |
                | harvest of everything | **%,.0f** | %.2f |

                | page | milliseconds (median of %d alternated runs) | of the second |
                |---|---:|---:|
                | first, with the counting of the list | %.1f | %.2f |
                | second, the first by a token | %.1f | 1.00 |
                | last that is full | %.1f | %.2f |

                Target: the last page at most 1.15 times the first.

                ## Memory

                The most heap in use that was seen, asked every five seconds from upload to the end: **%d MB**; resident at the end:
                %d MB. Target: heap under 256 MB throughout.
                """.formatted(
                        records,
                        fileBytes / records,
                        LocalDate.now(ZoneOffset.UTC),
                        Machine.description(),
                        loadBefore,
                        records / marc4j,
                        marc4j,
                        records / copyIn,
                        copyIn,
                        fileBytes / 1_000_000,
                        upload,
                        records / upload,
                        plan,
                        records / plan,
                        records / plan / marc4j,
                        records / plan / copyIn,
                        apply,
                        records / apply,
                        records / apply / marc4j,
                        records / apply / copyIn,
                        plan + apply,
                        whole,
                        whole / marc4j,
                        whole / copyIn,
                        told,
                        again.same(),
                        records,
                        again.plan(),
                        records / again.plan(),
                        records / again.plan() / marc4j,
                        copyOut,
                        harvest,
                        harvest / copyOut,
                        31,
                        pages.first(),
                        pages.first() / pages.second(),
                        pages.second(),
                        pages.last(),
                        pages.last() / pages.second(),
                        heap,
                        resident);
    }
}

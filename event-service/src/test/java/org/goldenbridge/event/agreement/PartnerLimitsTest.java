package org.goldenbridge.event.agreement;

import static org.goldenbridge.event.Elsewhere.address;
import static org.goldenbridge.event.Elsewhere.ask;
import static org.goldenbridge.event.Elsewhere.servedOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.Eventually;
import org.goldenbridge.testing.Facts;
import org.goldenbridge.testing.KafkaTopics;
import org.goldenbridge.testing.TestPostgres;
import org.goldenbridge.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A partner's programs get what an agreement in force grants, and otherwise what everybody gets. */
@EventServiceTest
class PartnerLimitsTest {
    private static final String AGREEMENTS = "centre.agreements";

    private final KafkaTopics topics = KafkaTopics.underTest();
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    /** More than everybody gets, less than is granted here. */
    private static final int MANY = 100;

    /** More than the tests can ask for: what was used up before the grant was known is soon there again. */
    private static final int GRANTED = 60_000;

    private final String client = "partner-" + UUID.randomUUID();
    private final UUID agreement = UUID.randomUUID();

    /** Stands in for centre-service as the owner of its topics. */
    @BeforeEach
    void createTopic() {
        topics.create(AGREEMENTS);
    }

    @Test
    void getsWhatItsAgreementGrantsUntilItEnds() {
        assertTrue(served() < MANY, "nothing is agreed");
        tell(0, false, today.minusDays(9), today.plusDays(9), GRANTED);
        Eventually.isTrue("the grant is known", () -> served() == MANY);
        tell(1, false, today.minusDays(9), today.minusDays(1), GRANTED);
        Eventually.isTrue("the end is known", () -> served() < MANY);
        tell(2, false, today.minusDays(9), today, GRANTED);
        Eventually.isTrue("its last day is one of its days", () -> served() == MANY);
        tell(3, true, today.minusDays(9), today, GRANTED);
        Eventually.isTrue("the withdrawal is known", () -> served() < MANY);
    }

    @Test
    void getsNothingOfAnAgreementThatIsToCome() {
        tell(0, false, today.plusDays(1), null, GRANTED);
        Eventually.isTrue(
                "the agreement is known",
                () -> TestPostgres.count("select 1 from agreement where id = '" + agreement + "'") == 1);
        assertTrue(served() < MANY);
    }

    /** Whoever is no partner, and whoever says only that he is that client, gets what everybody gets. */
    @Test
    void grantsNothingToOthers() {
        tell(0, false, today, null, GRANTED);
        Eventually.isTrue("the grant is known", () -> served() == MANY);
        assertTrue(servedOf(MANY, address(), TestTokens.ofClient(client, "/beijing/staff")) < MANY, "no partner");
        assertTrue(
                servedOf(MANY, address(), TestTokens.ofClient("x" + client, "/network/partner")) < MANY,
                "another client");
        assertEquals(
                401,
                ask(address(), TestTokens.ofClient(client, "/network/partner") + "x")
                        .statusCode());
    }

    @Test
    void keepsTheNewerOfTwoFacts() {
        tell(5, false, today, null, GRANTED);
        Eventually.isTrue("the grant is known", () -> served() == MANY);
        tell(4, true, today, null, GRANTED);
        var other = UUID.randomUUID();
        tell(other, 0, false, today, null, 60);
        Eventually.isTrue(
                "what came after is known",
                () -> TestPostgres.count("select 1 from agreement where id = '" + other + "'") == 1);
        assertEquals(1, TestPostgres.count("select 1 from agreement where id = '" + agreement + "' and version = 5"));
        assertEquals(MANY, served(), "of two agreements, what is more counts");
    }

    private int served() {
        return servedOf(MANY, address(), TestTokens.ofClient(client, "/network/partner"));
    }

    private void tell(int version, boolean withdrawn, LocalDate from, LocalDate to, int requestsPerMinute) {
        tell(agreement, version, withdrawn, from, to, requestsPerMinute);
    }

    private void tell(UUID id, int version, boolean withdrawn, LocalDate from, LocalDate to, int requestsPerMinute) {
        var data = """
                {"id":"%s","partnerId":"%s","version":%d,"withdrawn":%s,"kind":"data-sharing","title":{"en":"Data"},
                 "startsOn":"%s","endsOn":%s,"scope":null,"documents":[],"centres":["beijing"],
                 "access":{"clientId":"%s","requestsPerMinute":%d}}""".formatted(
                        id,
                        UUID.randomUUID(),
                        version,
                        withdrawn,
                        from,
                        to == null ? "null" : "\"" + to + "\"",
                        client,
                        requestsPerMinute);
        topics.send(
                AGREEMENTS, id.toString(), Facts.fact("org.goldenbridge.agreement.changed.v1", id.toString(), data));
    }
}

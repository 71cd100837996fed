package org.goldenbridge.catalogue.oai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.goldenbridge.catalogue.CatalogueServiceTest;
import org.goldenbridge.testing.Exhaustive.Matrix;
import org.junit.jupiter.api.Test;

/** Long lists come in pages (OAI-PMH 2.0, 3.5). */
@CatalogueServiceTest
class ResumptionTest {
    private static final Pattern IDENTIFIER = Pattern.compile("<identifier>([^<]+)</identifier>");
    private static final Pattern TOKEN = Pattern.compile("<resumptionToken[^>]*>([^<]+)</resumptionToken>");
    private static final int RECORDS_ON_PAGE = 250;
    private static final int HEADERS_ON_PAGE = 1_000;

    @Inject
    ResumptionTokens tokens;

    @Inject
    Clock clock;

    private static List<String> identifiers(Answer... pages) {
        return Stream.of(pages)
                .flatMap(page -> page.headers().stream())
                .map(Answer.Header::identifier)
                .toList();
    }

    private static Answer resume(String verb, String token) {
        return Answer.get("verb=" + verb + "&resumptionToken=" + token);
    }

    @Test
    void aLongListComesInPagesThatSayWhereTheyStand() {
        var shelf = Shelf.open();
        shelf.writeMany(2 * RECORDS_ON_PAGE + 100);
        Shelf.settle();
        var pages = Answer.list(shelf.list("ListRecords", "marcxml"));
        assertEquals(
                List.of(250, 250, 100),
                pages.stream().map(page -> page.headers().size()).toList());
        for (int nth = 0; nth < 3; nth++) {
            var token = pages.get(nth).elements(Answer.OAI, "resumptionToken").get(0);
            assertEquals("600", token.getAttribute("completeListSize"));
            assertEquals(String.valueOf(nth * RECORDS_ON_PAGE), token.getAttribute("cursor"));
            assertEquals(nth == 2, token.getTextContent().isEmpty());
            assertEquals(nth < 2, token.hasAttribute("expirationDate"));
            if (nth < 2) {
                var expires = Instant.parse(token.getAttribute("expirationDate"));
                var days = Duration.between(clock.instant(), expires);
                assertTrue(days.compareTo(Duration.ofDays(7)) <= 0 && days.compareTo(Duration.ofDays(6)) > 0);
                assertTrue(token.getAttribute("expirationDate").matches("[0-9-]{10}T[0-9:]{8}Z"));
            }
            assertEquals(pages.get(0).responseDate(), pages.get(nth).responseDate());
        }
        assertEquals(600, new HashSet<>(identifiers(pages.toArray(Answer[]::new))).size());
        var headers = Answer.list(shelf.list("ListIdentifiers", "marcxml"));
        assertEquals(1, headers.size());
        assertEquals(identifiers(pages.toArray(Answer[]::new)), identifiers(headers.get(0)));
        assertEquals(List.of(), headers.get(0).elements(Answer.OAI, "resumptionToken"));
    }

    @Test
    void aListThatFillsItsPagesHasNoEmptyOneBehind() {
        var one = Shelf.open();
        one.writeMany(RECORDS_ON_PAGE);
        var two = Shelf.open();
        two.writeMany(2 * RECORDS_ON_PAGE);
        var more = Shelf.open();
        more.writeMany(HEADERS_ON_PAGE + 1);
        Shelf.settle();
        assertEquals(1, Answer.list(one.list("ListRecords", "marcxml")).size());
        assertEquals(2, Answer.list(two.list("ListRecords", "marcxml")).size());
        var pages = Answer.list(more.list("ListIdentifiers", "marcxml"));
        assertEquals(
                List.of(1_000, 1),
                pages.stream().map(page -> page.headers().size()).toList());
    }

    @Test
    void theSameTokenGivesTheSameAgainLessWhatChangedSince() {
        var shelf = Shelf.open();
        shelf.writeMany(RECORDS_ON_PAGE + 20);
        Shelf.settle();
        var first = Answer.get(shelf.list("ListRecords", "marcxml"));
        var second = resume("ListRecords", first.token());
        assertEquals(second.text, resume("ListRecords", first.token()).text);
        var changed = identifiers(second).get(7);
        shelf.edit(changed.substring(changed.lastIndexOf(':') + 1), "Changed since");
        Shelf.settle();
        var again = resume("ListRecords", first.token());
        var rest = Stream.of(identifiers(second).toArray(String[]::new))
                .filter(id -> !id.equals(changed))
                .toList();
        assertEquals(rest, identifiers(again));
        var next = Answer.get(shelf.list("ListRecords", "marcxml") + "&from=" + first.responseDate());
        assertEquals(List.of(changed), identifiers(next));
    }

    @Test
    void aListWhoseRestHasChangedSinceEndsWithTheRecordBefore() {
        var shelf = Shelf.open();
        shelf.writeMany(RECORDS_ON_PAGE + 1);
        Shelf.settle();
        var first = Answer.get(shelf.list("ListRecords", "marcxml"));
        var last = identifiers(resume("ListRecords", first.token())).get(0);
        shelf.edit(last.substring(last.lastIndexOf(':') + 1), "Changed since");
        Shelf.settle();
        var end = resume("ListRecords", first.token());
        assertEquals(identifiers(first).get(RECORDS_ON_PAGE - 1), end.header().identifier());
        assertEquals("", end.token());
        assertEquals(1, end.elements(Answer.OAI, "resumptionToken").size());
    }

    @Test
    void aPageThatHoldsNothingButBrokenRecordsIsPassedOver() {
        var shelf = Shelf.open();
        shelf.writeMany(RECORDS_ON_PAGE);
        Shelf.run("update record set marcxml = 'broken' where centre_id = '"
                + shelf.centre().id() + "'");
        var good = shelf.enter("Good");
        Shelf.settle();
        var answer = Answer.get(shelf.list("ListRecords", "marcxml"));
        assertEquals(Shelf.identifier(good), answer.header().identifier());
        assertEquals("", answer.token());
        Shelf.run("update record set marcxml = '" + Shelf.marcxml("Mended") + "' where marcxml = 'broken'");
        assertEquals(2, Answer.list(shelf.list("ListRecords", "marcxml")).size());
    }

    @Test
    void aPageOfLongRecordsEndsEarly() {
        var shelf = Shelf.open();
        var text = "Long and longer. ".repeat(60_000);
        for (int nth = 0; nth < 10; nth++) {
            shelf.write(Shelf.marcxml(text + nth));
        }
        Shelf.settle();
        var pages = Answer.list(shelf.list("ListRecords", "marcxml"));
        assertTrue(pages.size() > 1);
        assertEquals(
                10,
                identifiers(pages.toArray(Answer[]::new)).stream().distinct().count());
        pages.forEach(page -> assertTrue(page.text.length() < 6_000_000));
    }

    @Test
    void aTokenIsBoundToItsVerbAndCannotBeChanged() {
        var shelf = Shelf.open();
        shelf.writeMany(RECORDS_ON_PAGE + 1);
        Shelf.settle();
        var token = Answer.get(shelf.list("ListRecords", "marcxml")).token();
        assertFalse(resume("ListRecords", token).isError("badResumptionToken"));
        assertEquals("badResumptionToken", resume("ListIdentifiers", token).error());
        assertEquals("badResumptionToken", resume("ListSets", token).error());
        var answer = resume("ListIdentifiers", token);
        assertEquals(token, answer.request().get("resumptionToken"));
        for (int at = 0; at < token.length(); at += 3) {
            var changed = new StringBuilder(token);
            changed.setCharAt(at, token.charAt(at) == 'A' ? 'B' : 'A');
            assertEquals(
                    "badResumptionToken",
                    resume("ListRecords", changed.toString()).error(),
                    "at " + at);
        }
        for (var other :
                List.of(token.substring(1), token.substring(0, token.length() - 1), token + "A", token + token)) {
            assertEquals("badResumptionToken", resume("ListRecords", other).error());
        }
    }

    @Test
    void aTokenIsValidForSevenDays() {
        var shelf = Shelf.open();
        shelf.enter("A title");
        Shelf.settle();
        var now = clock.instant();
        var state = ListState.begin(Format.MARCXML, shelf.set(), 0, Long.MAX_VALUE, now);
        var young = tokens.write(
                Verb.LIST_RECORDS, state, now.minus(Duration.ofDays(7)).plusSeconds(60));
        assertEquals(1, resume("ListRecords", young).headers().size());
        var old = tokens.write(
                Verb.LIST_RECORDS, state, now.minus(Duration.ofDays(7)).minusSeconds(1));
        assertEquals("badResumptionToken", resume("ListRecords", old).error());
    }

    @Test
    void aTokenHoldsTheWholeStateOfAList() {
        var state = new ListState(
                Format.OAI_DC, "kind:book", 12, UUID.randomUUID().toString(), 34, Instant.ofEpochSecond(56), 78, 90);
        var token = tokens.write(Verb.LIST_IDENTIFIERS, state, clock.instant());
        assertEquals(state, tokens.read(Verb.LIST_IDENTIFIERS, token, clock.instant()));
        assertTrue(token.matches("[A-Za-z0-9_-]+"), "it needs no encoding in a URL");
    }

    @Test
    void manyThousandRecordsWithOneDatestampComeExactlyOnce() {
        var records = Matrix.size(20_000, 100_000);
        var shelf = Shelf.open();
        shelf.writeMany(records);
        Shelf.settle();
        assertEquals(
                1,
                Shelf.values("select distinct number from feed_item where feed = 'marcxml/" + shelf.set() + "'")
                        .size());
        var seen = new HashSet<String>();
        var query = shelf.list("ListIdentifiers", "marcxml");
        var pages = 0;
        while (!query.isEmpty()) {
            // One page in ten is held against the schemas: that takes longer than the harvest.
            var page = pages % 10 == 0 ? Answer.get(query).text : Answer.unchecked(query);
            for (var identifiers = IDENTIFIER.matcher(page); identifiers.find(); ) {
                assertTrue(seen.add(identifiers.group(1)), "once: " + identifiers.group(1));
            }
            var token = TOKEN.matcher(page);
            query = token.find() ? "verb=ListIdentifiers&resumptionToken=" + token.group(1) : "";
            pages++;
        }
        assertEquals(records / HEADERS_ON_PAGE, pages);
        assertEquals(
                new HashSet<>(
                        Shelf.values("select 'oai:goldenbridge.example.org:' || id from record where centre_id = '"
                                + shelf.centre().id() + "'")),
                seen);
    }
}

package org.goldenbridge.catalogue.oai;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goldenbridge.catalogue.oai.HarvestFeed.Part;
import org.goldenbridge.platform.feed.ChangeFeed;

/** Answers ListRecords and ListIdentifiers page by page (OAI-PMH 2.0, 3.5, 4.3 and 4.5). */
@Singleton
class ListPages {
    /** A page of unusually long records ends early, so that no answer fills the memory. */
    private static final int LONG = 2_000_000;

    private final ChangeFeed changes;
    private final HarvestFeed feed;
    private final RecordWriter writer;
    private final ResumptionTokens tokens;
    private final Clock clock;
    private final int recordsOnPage;
    private final int headersOnPage;

    ListPages(
            ChangeFeed changes,
            HarvestFeed feed,
            RecordWriter writer,
            ResumptionTokens tokens,
            Clock clock,
            @ConfigProperty(name = "goldenbridge.oai.records-on-page") int recordsOnPage,
            @ConfigProperty(name = "goldenbridge.oai.headers-on-page") int headersOnPage) {
        this.changes = changes;
        this.feed = feed;
        this.writer = writer;
        this.tokens = tokens;
        this.clock = clock;
        this.recordsOnPage = recordsOnPage;
        this.headersOnPage = headersOnPage;
    }

    /**
     * The list that a request means, from its beginning or from its resumption token on.
     *
     * @throws ProtocolError noRecordsMatch, cannotDisseminateFormat or badResumptionToken
     */
    ListState find(Request request) throws SQLException {
        var token = request.argument(Argument.RESUMPTION_TOKEN);
        return token.isPresent() ? tokens.read(request.verb(), token.get(), clock.instant()) : begin(request);
    }

    private ListState begin(Request request) throws SQLException {
        var format = Format.of(request.required(Argument.METADATA_PREFIX));
        // No later change will be stamped with this second: what is listed up to it is complete.
        var closed = changes.closedThrough();
        var until = request.until().map(Datestamp::last).filter(closed::isAfter).orElse(closed);
        var from = request.from().map(Datestamp::first);
        var after = from.isPresent() ? changes.lastNumberThrough(from.get().minusSeconds(1)) : 0;
        var through = changes.lastNumberThrough(until);
        var set = request.argument(Argument.SET).orElse("");
        var state = ListState.begin(format, set, after, through, closed);
        var size = feed.count(state);
        if (size == 0) {
            throw ProtocolError.noRecordsMatch();
        }
        return state.counted(size);
    }

    /** Writes the page that begins at a state, with the resumption token behind it. */
    void write(Verb verb, ListState start, Xml answer) throws SQLException {
        var page = new Page(verb, start, answer);
        do {
            page.fill();
        } while (page.written == 0 && page.hasMore);
        if (page.written == 0) {
            page.repeatTheLast();
        }
        if (page.hasMore || start.cursor() > 0) {
            writeToken(page, answer);
        }
    }

    private void writeToken(Page page, Xml answer) {
        answer.markup("<resumptionToken");
        if (page.hasMore) {
            answer.attribute("expirationDate", Datestamp.of(clock.instant().plus(ListState.VALID_FOR)));
        }
        answer.attribute("completeListSize", String.valueOf(page.start.size()))
                .attribute("cursor", String.valueOf(page.start.cursor()))
                .markup(">");
        if (page.hasMore) {
            answer.content(tokens.write(page.verb, page.state, clock.instant()));
        }
        answer.markup("</resumptionToken>");
    }

    private final class Page {
        private final Verb verb;
        private final ListState start;
        private final Xml answer;
        private ListState state;
        private int written;
        private boolean hasMore;

        Page(Verb verb, ListState start, Xml answer) {
            this.verb = verb;
            this.start = start;
            this.answer = answer;
            state = start;
        }

        /** Reads on, one entry further than the page goes: then there is another page. */
        void fill() throws SQLException {
            hasMore = false;
            var most = verb == Verb.LIST_RECORDS ? recordsOnPage : headersOnPage;
            var end = state.cursor() + most;
            feed.read(state, verb == Verb.LIST_RECORDS ? Part.RECORDS : Part.HEADERS, most + 1, entry -> {
                hasMore = state.cursor() == end || answer.raw().length() > LONG;
                if (hasMore) {
                    return false;
                }
                write(entry);
                state = state.behind(entry);
                return true;
            });
        }

        private void write(Entry entry) {
            if (verb == Verb.LIST_IDENTIFIERS) {
                writer.header(entry, start.set(), answer);
                written++;
            } else if (writer.record(entry, start.format(), start.set(), answer)) {
                written++;
            }
        }

        /**
         * Everything behind the token has changed since and comes in the next harvest, but a list cannot be empty, and an error
         * would let the harvester throw away what it has: so it gets the record before once more, as it is now.
         */
        void repeatTheLast() throws SQLException {
            if (start.cursor() > 0) {
                feed.record(start.feed(), UUID.fromString(start.item())).ifPresent(this::write);
            }
            if (written == 0) {
                throw ProtocolError.noRecordsMatch();
            }
        }
    }
}

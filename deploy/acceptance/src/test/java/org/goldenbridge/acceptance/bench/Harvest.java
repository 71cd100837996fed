package org.goldenbridge.acceptance.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One partner that takes the whole catalogue as marcxml, page after page, on one connection. */
final class Harvest {
    private static final String FIRST = "verb=ListRecords&metadataPrefix=marcxml";
    private static final Pattern TOKEN = Pattern.compile("<resumptionToken[^>]*>([^<]+)</resumptionToken>");
    private static final String HEADER = "<header";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final List<String> lastTokens = new ArrayList<>();
    private String secondPage = "";
    private long records;
    private long bytes;
    private int requests;

    Harvest(URI address) {
        this.address = address;
    }

    /**
     * How long single pages take, in milliseconds, medians of alternated runs.
     *
     * @param first the first page as it is asked for, with the counting of all records
     * @param second the first page that is asked for by a token
     * @param last the last page that is full, asked for by a token
     */
    record Pages(double first, double second, double last) {}

    void everything() throws IOException {
        var next = FIRST;
        while (!next.isEmpty()) {
            var page = get(next);
            records += count(page);
            bytes += page.length();
            requests++;
            var token = TOKEN.matcher(page);
            next = token.find() ? "verb=ListRecords&resumptionToken=" + encoded(token.group(1)) : "";
            if (secondPage.isEmpty()) {
                secondPage = next;
            }
            lastTokens.add(next);
            if (lastTokens.size() > 3) {
                lastTokens.remove(0);
            }
        }
    }

    long records() {
        return records;
    }

    /** Measures by turns, so that what disturbs the machine disturbs all of them. */
    Pages pages(int rounds) throws IOException {
        var lastFull = lastTokens.get(0); // two pages before the end of the list: a page that is full
        var first = new ArrayList<Double>();
        var second = new ArrayList<Double>();
        var last = new ArrayList<Double>();
        for (var round = 0; round < rounds; round++) {
            if (round % 6 == 0) {
                first.add(millis(FIRST));
            }
            second.add(millis(secondPage));
            last.add(millis(lastFull));
        }
        return new Pages(Comparison.median(first), Comparison.median(second), Comparison.median(last));
    }

    private double millis(String query) throws IOException {
        var begun = System.nanoTime();
        get(query);
        return (System.nanoTime() - begun) / 1e6;
    }

    private String get(String query) throws IOException {
        try {
            var request = HttpRequest.newBuilder(URI.create(address + "/oai?" + query))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() != 200 || answer.body().contains("<error")) {
                throw new IllegalStateException(answer.statusCode() + " to " + query + ": "
                        + answer.body().substring(0, Math.min(600, answer.body().length())));
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int count(String page) {
        var count = 0;
        for (var at = page.indexOf(HEADER); at >= 0; at = page.indexOf(HEADER, at + 1)) {
            count++;
        }
        return count;
    }

    private static String encoded(String token) {
        return URLEncoder.encode(token, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "%,d records, %,d characters, %,d requests".formatted(records, bytes, requests);
    }
}

package org.goldenbridge.catalogue.oai;

import static org.goldenbridge.testing.TestRequest.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.goldenbridge.testing.TestRequest;
import org.goldenbridge.testing.TestResponse;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** An answer of the data provider, valid against the schemas of the protocol and of the metadata, or the test fails. */
final class Answer {
    static final String OAI = "http://www.openarchives.org/OAI/2.0/";
    static final String MARC = "http://www.loc.gov/MARC21/slim";
    static final String DC = "http://purl.org/dc/elements/1.1/";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern SECOND = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z");

    final String text;
    private final Document xml;

    private Answer(String text) {
        this.text = text;
        xml = parsed(text);
    }

    /** Asks with a query as it is, URL-encoded; another client would tidy it. */
    static Answer get(String query) {
        return of(unchecked(query));
    }

    /** Asks without looking at the answer. */
    static String unchecked(String query) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + TestRequest.port() + "/oai?" + query));
        try {
            var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertEquals(200, response.statusCode(), response.body());
            return response.body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static Answer post(String form) {
        return of(given().contentType("application/x-www-form-urlencoded")
                .body(form)
                .post("/oai"));
    }

    static Answer of(TestResponse response) {
        assertEquals(200, response.statusCode(), response.asString());
        assertEquals("text/xml;charset=UTF-8", response.contentType());
        return of(response.asString());
    }

    static Answer of(String text) {
        var answer = new Answer(text);
        Schemas.validate(text);
        for (var datestamp : List.of("responseDate", "datestamp", "earliestDatestamp")) {
            answer.texts(OAI, datestamp)
                    .forEach(date -> assertTrue(SECOND.matcher(date).matches(), datestamp + " " + date));
        }
        return answer;
    }

    /** The whole list: every page, by its resumption tokens. */
    static List<Answer> list(String query) {
        var pages = new ArrayList<Answer>();
        pages.add(get(query));
        var verb = query.replaceFirst(".*verb=([A-Za-z]+).*", "$1");
        while (!last(pages).token().isEmpty()) {
            pages.add(get("verb=" + verb + "&resumptionToken=" + last(pages).token()));
        }
        return pages;
    }

    private static Answer last(List<Answer> pages) {
        return pages.get(pages.size() - 1);
    }

    private static Document parsed(String text) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
        } catch (Exception e) {
            throw new AssertionError("Not well-formed: " + text, e);
        }
    }

    List<Element> elements(String namespace, String name) {
        var found = xml.getElementsByTagNameNS(namespace, name);
        return IntStream.range(0, found.getLength())
                .mapToObj(nth -> (Element) found.item(nth))
                .toList();
    }

    List<String> texts(String namespace, String name) {
        return elements(namespace, name).stream().map(Element::getTextContent).toList();
    }

    /** The text of the only element of the protocol with that name. */
    String only(String name) {
        var texts = texts(OAI, name);
        assertEquals(1, texts.size(), name + " in " + text);
        return texts.get(0);
    }

    /** The code of the error; the answer must be one. */
    String error() {
        var errors = elements(OAI, "error");
        assertEquals(1, errors.size(), text);
        return errors.get(0).getAttribute("code");
    }

    boolean isError(String code) {
        return elements(OAI, "error").stream()
                .anyMatch(error -> error.getAttribute("code").equals(code));
    }

    /** The attributes of the request as the answer repeats them. */
    Map<String, String> request() {
        var attributes = elements(OAI, "request").get(0).getAttributes();
        var request = new HashMap<String, String>();
        for (int nth = 0; nth < attributes.getLength(); nth++) {
            request.put(attributes.item(nth).getNodeName(), attributes.item(nth).getNodeValue());
        }
        return request;
    }

    String responseDate() {
        return only("responseDate");
    }

    /** The resumption token; empty on the last page and where there is none. */
    String token() {
        return elements(OAI, "resumptionToken").stream()
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }

    /** An entry of a list, or the record asked for. */
    record Header(String identifier, String datestamp, boolean deleted, List<String> sets) {}

    List<Header> headers() {
        return elements(OAI, "header").stream()
                .map(header -> new Header(
                        text(header, "identifier").get(0),
                        text(header, "datestamp").get(0),
                        header.getAttribute("status").equals("deleted"),
                        text(header, "setSpec")))
                .toList();
    }

    private static List<String> text(Element parent, String name) {
        var found = parent.getElementsByTagNameNS(OAI, name);
        return IntStream.range(0, found.getLength())
                .mapToObj(nth -> found.item(nth).getTextContent())
                .toList();
    }

    /** The record, for an answer with one. */
    Header header() {
        assertEquals(1, headers().size(), text);
        return headers().get(0);
    }

    /** The MARC fields with that tag, each as {@code $a... $b...}. */
    List<String> marc(String tag) {
        return elements(MARC, "datafield").stream()
                .filter(field -> field.getAttribute("tag").equals(tag))
                .map(Answer::line)
                .toList();
    }

    /** A record in a few words: {@code deleted}, or its title and the number of its items. */
    static String summary(Element record) {
        if (record.getElementsByTagNameNS(MARC, "record").getLength() == 0) {
            return "deleted";
        }
        var fields = record.getElementsByTagNameNS(MARC, "datafield");
        var title = "";
        int items = 0;
        for (int nth = 0; nth < fields.getLength(); nth++) {
            var field = (Element) fields.item(nth);
            title = field.getAttribute("tag").equals("245") ? field.getTextContent() : title;
            items += field.getAttribute("tag").equals("852") ? 1 : 0;
        }
        return title + ", " + items;
    }

    private static String line(Element field) {
        var subfields = field.getElementsByTagNameNS(MARC, "subfield");
        return String.join(
                " ",
                IntStream.range(0, subfields.getLength())
                        .mapToObj(nth -> (Element) subfields.item(nth))
                        .map(subfield -> "$" + subfield.getAttribute("code") + subfield.getTextContent())
                        .toList());
    }
}

package org.goldenbridge.event.desk.planning;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.access.StaffBrowser;
import org.goldenbridge.testing.TestResponse;

/** Somebody who plans at a desk: opens pages, and sends forms as a browser does. */
record Planner(StaffBrowser browser) {
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");
    private static final Map<String, StaffBrowser> SIGNED_IN = new ConcurrentHashMap<>();

    static Planner staff(TestCentre centre) {
        return of(centre.id() + "-staff", "/" + centre.id() + "/staff");
    }

    static Planner manager(TestCentre centre) {
        return of(centre.id() + "-manager", "/" + centre.id() + "/manager");
    }

    /** An administrator of the network. */
    static Planner administrator() {
        return of("desk-administrator", "/network/administrator");
    }

    private static Planner of(String account, String group) {
        return new Planner(SIGNED_IN.computeIfAbsent(account, name -> {
            var browser = new StaffBrowser();
            browser.signIn("/desk/me", name, group);
            return browser;
        }));
    }

    TestResponse page(String path) {
        return page(path, "en");
    }

    TestResponse page(String path, String language) {
        return browser.request()
                .header("Accept", "text/html")
                .header("Accept-Language", language)
                .header("Sec-Fetch-Mode", "navigate")
                .get(path);
    }

    TestResponse send(String path, Map<String, ?> fields) {
        return send(path, fields, false);
    }

    TestResponse send(String path, Map<String, ?> fields, boolean byScript) {
        var request = browser.request()
                .urlEncodingEnabled(true)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Accept", "text/html")
                .header("Accept-Language", "en")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields);
        return (byScript ? request.header("HX-Request", "true") : request).post(path);
    }

    /** The key of the form that is shown there. */
    String key(String path) {
        return found(KEY, page(path).statusCode(200));
    }

    /** The version with which the form there is shown. */
    String version(String path) {
        return found(VERSION, page(path).statusCode(200));
    }

    private static String found(Pattern what, TestResponse page) {
        var found = what.matcher(page.asString());
        assertTrue(found.find());
        return found.group(1);
    }

    /** Fields of a form, by name and value in turn. */
    static Map<String, Object> fields(String... namesAndValues) {
        var fields = new LinkedHashMap<String, Object>();
        for (var nth = 0; nth < namesAndValues.length; nth += 2) {
            fields.put(namesAndValues[nth], namesAndValues[nth + 1]);
        }
        return fields;
    }

    static Map<String, Object> with(Map<String, Object> fields, String name, Object value) {
        var others = new LinkedHashMap<>(fields);
        others.put(name, value);
        return others;
    }

    static List<String> each(String... values) {
        return List.of(values);
    }
}

package org.goldenbridge.event.desk;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.access.StaffBrowser;
import org.goldenbridge.testing.TestRequest;
import org.goldenbridge.testing.TestResponse;

/** Somebody who has signed in at the desk of a centre, and what they open and send there. */
final class AtTheDesk {
    private AtTheDesk() {}

    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

    /** Who has signed in already, by account: what one test does at a desk is no matter of how another got in. */
    private static final Map<String, StaffBrowser> SIGNED_IN = new ConcurrentHashMap<>();

    static StaffBrowser signedIn(String account, String group) {
        return SIGNED_IN.computeIfAbsent(account, name -> {
            var browser = new StaffBrowser();
            browser.signIn("/desk/me", name, group);
            return browser;
        });
    }

    static StaffBrowser at(TestCentre centre) {
        return signedIn(centre.id() + "-staff", "/" + centre.id() + "/staff");
    }

    static TestResponse page(TestCentre centre, String path) {
        return page(at(centre), path);
    }

    static TestResponse page(StaffBrowser browser, String path) {
        return browser.request()
                .header("Accept", "text/html")
                .header("Accept-Language", "en")
                .header("Sec-Fetch-Mode", "navigate")
                .get(path);
    }

    /** Sends the line of the session's page as a script does. */
    static TestResponse send(TestCentre centre, String path, Map<String, String> fields) {
        return form(centre, fields).header("HX-Request", "true").post(path);
    }

    static TestRequest form(TestCentre centre, Map<String, String> fields) {
        return form(at(centre), fields);
    }

    static TestRequest form(StaffBrowser browser, Map<String, String> fields) {
        return browser.request()
                .urlEncodingEnabled(true)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Accept-Language", "en")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields);
    }

    static String key(TestResponse page) {
        var key = KEY.matcher(page.asString());
        assertTrue(key.find());
        return key.group(1);
    }

    /** Sends a form as a browser does without scripts. */
    static TestResponse submit(TestCentre centre, String path, Map<String, String> fields) {
        return form(centre, fields).followRedirects(false).post(path);
    }
}

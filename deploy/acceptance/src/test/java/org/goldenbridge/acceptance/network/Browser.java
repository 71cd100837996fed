package org.goldenbridge.acceptance.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser at the public address: it keeps cookies by their path, and follows a redirect only when it is told to. */
public final class Browser {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final String[] OPENED = {
        "Accept", "text/html,*/*", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document", "Sec-Fetch-Site", "none"
    };
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI publicUrl;
    private final Map<String, Kept> cookies = new LinkedHashMap<>();

    private record Kept(String value, String path) {
        boolean goesTo(String asked) {
            var folder = path.endsWith("/") ? path : path + "/";
            return asked.equals(path) || asked.startsWith(folder);
        }
    }

    public Browser(URI publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** Somebody types an address, or is sent to it. */
    public Reply open(String address) {
        return get(address, OPENED);
    }

    /** Asks with headers of the test's choice. */
    public Reply get(String address, String... headers) {
        return send("GET", address, null, headers);
    }

    /** Sends a request of any method, with a form when it is not null. */
    public Reply send(String method, String address, Map<String, String> form, String... headers) {
        var target = publicUrl.resolve(address);
        var request = HttpRequest.newBuilder(target).timeout(PATIENCE);
        if (headers.length > 0) {
            request.headers(headers);
        }
        var sent = cookiesFor(target.getPath());
        if (!sent.isEmpty()) {
            request.header("Cookie", sent);
        }
        if (form != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        request.method(method, form == null ? BodyPublishers.noBody() : BodyPublishers.ofString(encoded(form)));
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            return keep(new Reply(answer.statusCode(), answer.headers(), answer.body(), Client.json(answer.body())));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + target + " had no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Opens an address at one instance, past the gateway, that thinks it came through it. */
    public Reply openAt(URI instance, String address) {
        var target = publicUrl.resolve(address);
        var path = target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery());
        var head = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: " + publicUrl.getAuthority() + "\r\n");
        for (var header = 0; header < OPENED.length; header += 2) {
            head.append(OPENED[header]).append(": ").append(OPENED[header + 1]).append("\r\n");
        }
        var sent = cookiesFor(target.getPath());
        if (!sent.isEmpty()) {
            head.append("Cookie: ").append(sent).append("\r\n");
        }
        return keep(read(RawHttp.exchange(instance, head + "Connection: close\r\n\r\n", 0)));
    }

    private static Reply read(String answer) {
        var halves = answer.split("\r\n\r\n", 2);
        var headers = new LinkedHashMap<String, List<String>>();
        Arrays.stream(halves[0].split("\r\n", -1))
                .skip(1)
                .map(line -> line.split(": ?", 2))
                .forEach(line -> headers.computeIfAbsent(line[0], first -> new ArrayList<>())
                        .add(line[1]));
        return new Reply(
                RawHttp.status(answer),
                HttpHeaders.of(headers, (name, value) -> true),
                halves[1],
                Client.json(halves[1]));
    }

    /** Fills in the page on which Keycloak asks for name and password; the answer sends the browser back. */
    public Reply logIn(Reply page, String account, String password) {
        var form = FORM.matcher(page.expect(200).text());
        if (!form.find()) {
            throw new AssertionError("No form to log in: " + page.text());
        }
        return send(
                "POST",
                form.group(1).replace("&amp;", "&"),
                Map.of("username", account, "password", password, "credentialId", ""));
    }

    /** Opens a page, logs in on the way, and is where it wanted to be. */
    public Reply signIn(String address, String account) {
        var issuer = open(open(address).expect(302).header("Location"));
        var back = logIn(issuer, account, "demo").expect(302).header("Location");
        return open(open(back).expect(302).header("Location"));
    }

    public List<String> cookieNames() {
        return List.copyOf(cookies.keySet());
    }

    public String cookie(String name) {
        return cookies.get(name).value();
    }

    /** Puts another value into a cookie that there is. */
    public void spoil(String name, String value) {
        cookies.computeIfPresent(name, (same, kept) -> new Kept(value, kept.path()));
    }

    /** What a browser would send with a request for that path. */
    public String cookiesFor(String path) {
        return cookies.entrySet().stream()
                .filter(cookie -> cookie.getValue().goesTo(path))
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue().value())
                .collect(Collectors.joining("; "));
    }

    private Reply keep(Reply answer) {
        for (var set : answer.headers().allValues("Set-Cookie")) {
            var parts = set.split("; *", -1);
            var pair = parts[0].split("=", 2);
            var attributes = Arrays.stream(parts)
                    .skip(1)
                    .map(part -> part.split("=", 2))
                    .collect(Collectors.toMap(
                            part -> part[0].toLowerCase(Locale.ROOT),
                            part -> part.length > 1 ? part[1] : "",
                            (first, second) -> second));
            if ("0".equals(attributes.get("max-age"))) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], new Kept(pair[1], attributes.getOrDefault("path", "/")));
            }
        }
        return answer;
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}

package org.comity.portal;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser that has no JavaScript: keeps cookies, follows redirects, fills in forms. */
final class Visitor {

    private static final Pattern FORM = Pattern.compile("(?s)<form[^>]*id=\"kc-form-login\"[^>]*>.*?</form>");
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]*)\"");

    private static final Pattern MARK = Pattern.compile("name=\"person\" value=\"([^\"]+)\"");

    /** One for all visitors, which keeps nothing of any. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** The first visitor of each person who signed in for {@link #signedIn}. */
    private static final Map<String, Visitor> SIGNED_IN = new ConcurrentHashMap<>();

    /** By name; as in a browser, a cookie of this host goes to every port of it, and a secure one to the loopback address. */
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();

    private final URI portal;
    private final String languages;
    private String mark;

    Visitor(URI portal) {
        this(portal, "en-GB");
    }

    /** With a browser that asks for other languages. */
    Visitor(URI portal, String languages) {
        this.portal = portal;
        this.languages = languages;
    }

    /** This person in a session that tests share which are not about sessions: signing in takes longer than most pages. */
    static Visitor signedIn(URI portal, String user) {
        Visitor first = SIGNED_IN.computeIfAbsent(portal + user, it -> {
            Visitor visitor = new Visitor(portal);
            visitor.signIn(visitor.get("/signed-in"), user);
            return visitor;
        });
        Visitor visitor = new Visitor(portal);
        visitor.cookies.putAll(first.cookies);
        visitor.mark = first.mark;
        return visitor;
    }

    /** From now on everybody signs in again, because sessions were ended at Keycloak. */
    static void forgetSessions() {
        SIGNED_IN.clear();
    }

    /** A cookie that is kept. */
    record Cookie(String name, String value, String path, boolean httpOnly) {}

    /** A page as it came. */
    record Page(URI address, HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }
    }

    /** Asks for a page, and stays where that leads. */
    Page get(String path) {
        return follow(getOnce(path));
    }

    /** Asks for a page, and follows nothing. */
    Page getOnce(String path) {
        return send(HttpRequest.newBuilder(portal.resolve(path)).GET());
    }

    /** Sends a form from a page of the portal, and follows nothing. */
    Page post(String path, Map<String, String> fields) {
        return post(portal.resolve(path), fields, Map.of("Origin", origin(portal)));
    }

    /** Sends a form with headers of one's own. */
    Page post(String path, Map<String, String> fields, Map<String, String> headers) {
        return post(portal.resolve(path), fields, headers);
    }

    /** Sends a form with a file from a page of the portal; without a name there is none. */
    Page upload(String path, Map<String, String> fields, String fileName, String content) {
        String boundary = "a-boundary-that-no-file-has";
        StringBuilder body = new StringBuilder();
        marked(fields)
                .forEach(
                        (name, value) -> body.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                                .formatted(boundary, name, value)));
        body.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                        .formatted(boundary, fileName))
                .append("Content-Type: text/csv\r\n\r\n%s\r\n--%s--\r\n".formatted(content, boundary));
        return send(HttpRequest.newBuilder(portal.resolve(path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Origin", origin(portal))
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private Page post(URI address, Map<String, String> typed, Map<String, String> headers) {
        Map<String, String> fields = address.getAuthority().equals(portal.getAuthority()) ? marked(typed) : typed;
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields.entrySet().stream()
                        .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
                        .collect(Collectors.joining("&"))));
        headers.forEach(request::header);
        return send(request);
    }

    /** A form as a page of the person who is signed in has it. */
    private Map<String, String> marked(Map<String, String> typed) {
        Map<String, String> marked = new LinkedHashMap<>(typed);
        if (mark != null) {
            marked.putIfAbsent("person", mark);
        }
        return marked;
    }

    /** The mark of the forms of the latest page. */
    String mark() {
        return mark;
    }

    /** Signs in at Keycloak, wherever that page has come up, and goes on to the page asked for. */
    Page signIn(Page login, String user) {
        Page password = login;
        if (!login.body().contains("name=\"password\"")) {
            password = submit(login, Map.of("username", user));
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("username", user);
        fields.put("password", "comity-demo");
        return submit(password, fields);
    }

    private Page submit(Page page, Map<String, String> fields) {
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("no form to sign in with at " + page.address() + "\n" + page.body());
        }
        Matcher action = ACTION.matcher(form.group());
        if (!action.find()) {
            throw new AssertionError("the form leads nowhere");
        }
        URI address = page.address().resolve(action.group(1).replace("&amp;", "&"));
        return follow(post(address, fields, Map.of("Origin", origin(address))));
    }

    Page follow(Page page) {
        Page now = page;
        for (int steps = 0; steps < 12; steps++) {
            Optional<String> location = now.header("Location");
            if (location.isEmpty()) {
                return now;
            }
            URI next = now.address().resolve(location.get());
            now = send(HttpRequest.newBuilder(next).GET());
        }
        throw new AssertionError("goes round in circles at " + now.address());
    }

    /** The portal's own cookies. */
    Map<String, Cookie> portalCookies() {
        return cookies.values().stream()
                .filter(it -> it.name().startsWith("q_"))
                .collect(Collectors.toMap(Cookie::name, it -> it));
    }

    /** Puts another value into a cookie. */
    void tamper(String name, String value) {
        cookies.computeIfPresent(name, (key, it) -> new Cookie(key, value, it.path(), it.httpOnly()));
    }

    /** Forgets the portal's cookies, and keeps Keycloak's. */
    void forgetPortal() {
        cookies.keySet().removeIf(it -> it.startsWith("q_"));
    }

    static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    private Page send(HttpRequest.Builder request) {
        URI address = request.build().uri();
        String sent = cookies.values().stream()
                .filter(it -> address.getPath().startsWith(it.path()))
                .map(it -> it.name() + "=" + it.value())
                .collect(Collectors.joining("; "));
        if (!sent.isEmpty()) {
            request.header("Cookie", sent);
        }
        try {
            HttpResponse<String> response = HTTP.send(
                    request.header("Accept-Language", languages)
                            .timeout(Duration.ofSeconds(30))
                            .build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            Matcher marks = MARK.matcher(response.body());
            if (marks.find()) {
                mark = marks.group(1);
            }
            return new Page(address, response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String header) {
        String[] parts = header.split("\\s*;\\s*");
        String name = parts[0].substring(0, parts[0].indexOf('='));
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int at = 1; at < parts.length; at++) {
            String[] pair = parts[at].split("=", 2);
            attributes.put(pair[0].toLowerCase(Locale.ROOT), pair.length == 2 ? pair[1] : "");
        }
        if (attributes.getOrDefault("max-age", "1").equals("0")) {
            cookies.remove(name);
        } else {
            cookies.put(
                    name,
                    new Cookie(
                            name,
                            parts[0].substring(name.length() + 1),
                            attributes.getOrDefault("path", "/"),
                            attributes.containsKey("httponly")));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

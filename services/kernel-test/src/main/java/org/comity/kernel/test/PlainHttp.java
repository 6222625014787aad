package org.comity.kernel.test;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Requests through the JDK's older client, which works in the asking thread alone: for many small ones. */
final class PlainHttp {

    private PlainHttp() {}

    static Session.Answer send(String method, URI address, Map<String, String> headers, Optional<String> body) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setRequestMethod(method);
            connection.setInstanceFollowRedirects(false);
            connection.setRequestProperty("Accept", "*/*");
            headers.forEach(connection::setRequestProperty);
            if (body.isPresent()) {
                connection.setDoOutput(true);
                connection.getOutputStream().write(body.get().getBytes(StandardCharsets.UTF_8));
            }
            int status = connection.getResponseCode();
            Map<String, List<String>> told = new TreeMap<>();
            connection.getHeaderFields().forEach((name, values) -> {
                if (name != null) {
                    told.put(name.toLowerCase(Locale.ROOT), values);
                }
            });
            try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                String text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
                return new Session.Answer(status, told, text);
            }
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + address, e);
        }
    }
}

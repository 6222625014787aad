package org.comity.local;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Takes the mails of the demonstration, and shows them on a page of their own: nothing leaves the machine. They are in memory
 * alone, the last 200 of them.
 */
final class SentMail implements AutoCloseable {

    private static final int MOST = 200;

    private final GreenMail server;
    private final HttpServer page;

    private SentMail(GreenMail server, HttpServer page) {
        this.server = server;
        this.page = page;
    }

    /**
     * Starts both.
     *
     * @param smtp port of 127.0.0.1 that takes mails
     * @param http port of 127.0.0.1 that shows them
     */
    static SentMail start(int smtp, int http) {
        GreenMail server = new GreenMail(new ServerSetup(smtp, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            HttpServer page = HttpServer.create(new InetSocketAddress("127.0.0.1", http), 0);
            SentMail mail = new SentMail(server, page);
            page.createContext("/", mail::show);
            page.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            page.start();
            return mail;
        } catch (IOException e) {
            server.stop();
            throw new UncheckedIOException(e);
        }
    }

    /** Port of the page. */
    int port() {
        return page.getAddress().getPort();
    }

    private void show(HttpExchange exchange) throws IOException {
        byte[] document = document(newestFirst()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(200, document.length);
        try (var body = exchange.getResponseBody()) {
            body.write(document);
        }
    }

    private List<MimeMessage> newestFirst() {
        List<MimeMessage> all = Arrays.asList(server.getReceivedMessages());
        if (all.size() > 2 * MOST) {
            forget();
        }
        List<MimeMessage> last = all.subList(Math.max(0, all.size() - MOST), all.size());
        Collections.reverse(last);
        return last;
    }

    /** The page shows the last ones once more, and those are forgotten too: memory is not for keeping mails. */
    private void forget() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String document(List<MimeMessage> mails) {
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>Sent mail – Comity</title>
                <meta name="viewport" content="width=device-width">
                <style>body{font-family:sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;line-height:1.5}
                article{border-top:1px solid #b1b4b6;padding:.5rem 0}h2{font-size:1.1rem;margin:.5rem 0}
                pre{white-space:pre-wrap;font-family:inherit;margin:0}p{margin:.25rem 0;color:#505a5f}</style></head>
                <body><h1>Sent mail</h1><p>What Comity sent to the demonstration's people. Nothing left this machine.</p>
                """
                + (mails.isEmpty() ? "<p>Nothing was sent yet.</p>" : "")
                + mails.stream().map(SentMail::article).collect(Collectors.joining())
                + "</body></html>";
    }

    private static String article(MimeMessage mail) {
        try {
            return "<article><h2>" + escaped(mail.getSubject()) + "</h2><p>To "
                    + escaped(Arrays.stream(mail.getAllRecipients())
                            .map(Object::toString)
                            .collect(Collectors.joining(", ")))
                    + ", " + escaped(String.valueOf(mail.getSentDate())) + "</p><pre>"
                    + escaped(String.valueOf(mail.getContent())) + "</pre></article>";
        } catch (MessagingException | IOException e) {
            return "<article><p>A mail that cannot be read.</p></article>";
        }
    }

    private static String escaped(String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;");
    }

    @Override
    public void close() {
        page.stop(0);
        server.stop();
    }
}

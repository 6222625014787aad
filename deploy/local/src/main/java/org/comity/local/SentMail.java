package org.comity.local;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
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

    private final Deque<Taken> last = new ArrayDeque<>();
    private int taken;

    /** A mail as one of those gets it whom its envelope names. */
    private record Taken(String recipient, MimeMessage mail) {}

    private SentMail(GreenMail server, HttpServer page) {
        this.server = server;
        this.page = page;
        UserManager users = server.getUserManager();
        MessageDeliveryHandler mailboxes = users.getMessageDeliveryHandler();
        users.setMessageDeliveryHandler((mail, recipient) -> take(mail, recipient, mailboxes));
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

    private GreenMailUser take(MovingMessage mail, MailAddress recipient, MessageDeliveryHandler then)
            throws MessagingException, UserException {
        synchronized (last) {
            last.addFirst(new Taken(recipient.getEmail(), mail.getMessage()));
            if (last.size() > MOST) {
                last.removeLast();
            }
            taken++;
            if (taken % MOST == 0) {
                forget();
            }
        }
        return then.handle(mail, recipient);
    }

    /** The server's mailboxes are emptied: the page needs none of them. */
    private void forget() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Taken> newestFirst() {
        synchronized (last) {
            return List.copyOf(last);
        }
    }

    private static String document(List<Taken> mails) {
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

    private static String article(Taken taken) {
        String recipient = "<p>To " + escaped(taken.recipient());
        try {
            MimeMessage mail = taken.mail();
            return "<article><h2>" + escaped(mail.getSubject()) + "</h2>" + recipient
                    + (mail.getSentDate() == null
                            ? ""
                            : ", " + escaped(mail.getSentDate().toString()))
                    + "</p><pre>" + escaped(text(mail)) + "</pre></article>";
        } catch (MessagingException | IOException e) {
            return "<article>" + recipient + "</p><p>This mail cannot be read.</p></article>";
        }
    }

    /** The plain text of a mail; of one with parts, of the first part that has some. */
    private static String text(Part part) throws MessagingException, IOException {
        Object content = part.getContent();
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String text = text(parts.getBodyPart(i));
                if (!text.isEmpty()) {
                    return text;
                }
            }
            return "";
        }
        return part.isMimeType("text/plain") && content instanceof String text ? text : "";
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

package org.comity.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.comity.backing.Ports;
import org.junit.jupiter.api.Test;

/** The page of sent mail. */
class SentMailTest {

    private static String page(int port) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode());
        return answer.body();
    }

    @Test
    void what_was_sent_is_shown_the_newest_first_and_no_html_of_it_is_run() throws Exception {
        int smtp = Ports.free();
        int http = Ports.free();
        try (SentMail mail = SentMail.start(smtp, http)) {
            assertTrue(page(mail.port()).contains("Nothing was sent yet"));
            ServerSetup server = new ServerSetup(smtp, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
            GreenMailUtil.sendTextEmail("nl.analyst@demo.invalid", "comity@localhost", "First", "One", server);
            GreenMailUtil.sendTextEmail(
                    "de.analyst@demo.invalid", "comity@localhost", "Second", "<script>alert(1)</script>", server);
            String shown = page(mail.port());
            assertTrue(shown.indexOf("Second") < shown.indexOf("First"), shown);
            assertTrue(shown.contains("nl.analyst@demo.invalid"), shown);
            assertFalse(shown.contains("<script>"), shown);
        }
        assertTrue(Ports.isFree(smtp) && Ports.isFree(http), "a port is still taken");
    }

    @Test
    void the_last_two_hundred_are_shown_though_nobody_opened_the_page_before() throws Exception {
        int smtp = Ports.free();
        try (SentMail mail = SentMail.start(smtp, Ports.free())) {
            ServerSetup server = new ServerSetup(smtp, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
            for (int i = 1; i <= 250; i++) {
                GreenMailUtil.sendTextEmail("nl.analyst@demo.invalid", "comity@localhost", "No. " + i, "Text", server);
            }
            String shown = page(mail.port());
            assertEquals(201, shown.split("<article>", -1).length);
            assertTrue(shown.contains(">No. 250<") && shown.contains(">No. 51<"), shown);
            assertFalse(shown.contains(">No. 50<"), shown);
        }
    }

    @Test
    void a_mail_in_parts_shows_its_text_and_one_that_names_nobody_is_shown_too() throws Exception {
        int smtp = Ports.free();
        try (SentMail mail = SentMail.start(smtp, Ports.free())) {
            Session session = GreenMailUtil.getSession(new ServerSetup(smtp, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            MimeMessage parts = new MimeMessage(session);
            parts.setSubject("In parts");
            MimeMultipart both = new MimeMultipart("alternative");
            for (String type : List.of("text/plain", "text/html")) {
                MimeBodyPart part = new MimeBodyPart();
                part.setContent("As " + type, type);
                both.addBodyPart(part);
            }
            parts.setContent(both);
            Transport.send(parts, new Address[] {new InternetAddress("fr.analyst@demo.invalid")});
            String shown = page(mail.port());
            assertTrue(shown.contains("As text/plain"), shown);
            assertFalse(shown.contains("As text/html"), shown);
            assertTrue(shown.contains("To fr.analyst@demo.invalid"), shown);
        }
    }
}

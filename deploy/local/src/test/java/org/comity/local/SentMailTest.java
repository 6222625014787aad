package org.comity.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
}

package org.comity.bulletins.file;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import org.comity.bulletins.content.Attachment;
import org.comity.entrance.Connections;
import org.comity.kernel.http.Turns;
import org.jboss.logging.Logger;

/**
 * Lets as many files be in memory as there is memory for: one that comes in, and a few that go out, until they have gone.
 * Those that go out to everybody take no place of those that go to a state.
 *
 * <p>Rules.
 */
@Singleton
public class FileTurns {

    /** Those that wait hold a thread each. */
    private static final int MOST_WAITING = 4;

    private static final int MOST_SENT = 4;
    private static final int MOST_SENT_TO_EVERYBODY = 2;

    /** Assumption: a file of 5 MB is cleaned in a few seconds. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /** Assumption: 5 MB at one megabit a second. */
    private static final Duration SLOWEST_ANSWER = Duration.ofSeconds(70);

    private static final Logger LOG = Logger.getLogger(FileTurns.class);

    private static final int PIECE = 32 * 1024;

    private static final String BUSY = "Other files are on their way. Ask again in a minute.";

    private final Turns received =
            new Turns(1, MOST_WAITING, LONGEST_WAIT, "Other files are being read. Send the file again in a minute.");
    private final Turns opened = new Turns(1, MOST_SENT + MOST_SENT_TO_EVERYBODY, LONGEST_WAIT, BUSY);
    private final Turns sent = new Turns(MOST_SENT, MOST_WAITING, LONGEST_WAIT, BUSY);
    private final Turns sentToEverybody = new Turns(MOST_SENT_TO_EVERYBODY, MOST_WAITING, LONGEST_WAIT, BUSY);

    /** A file, with what is said of it. */
    public record OpenedFile(Attachment attachment, byte[] bytes) {}

    /** Does this with a file that came in, when its turn comes. */
    public <T> T receiving(Supplier<T> work) {
        return received.take(work);
    }

    /** Answers with a file, to be saved and never shown. */
    public Response sending(RoutingContext asked, Supplier<OpenedFile> file) {
        return sending(sent, asked, file);
    }

    /** Waits for a turn to send a file to somebody who has not signed in. */
    public Response sendingToEverybody(RoutingContext asked, Supplier<OpenedFile> file) {
        return sending(sentToEverybody, asked, file);
    }

    private Response sending(Turns turns, RoutingContext asked, Supplier<OpenedFile> file) {
        turns.begin();
        Connections.whenAnswered(asked, SLOWEST_ANSWER, turns::end);
        OpenedFile sending = opened.take(file);
        return Response.ok(inPieces(sending.bytes()))
                .header("Content-Length", sending.bytes().length)
                .header("Content-Type", type(sending.attachment().type()))
                .header(
                        "Content-Disposition",
                        "attachment; " + names(sending.attachment().name()))
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .build();
    }

    /**
     * Written whole, it would count as answered while it waits for a slow reader. Piece by piece it is answered when the
     * last piece is on its way.
     */
    private static StreamingOutput inPieces(byte[] file) {
        return out -> {
            try {
                for (int from = 0; from < file.length; from += PIECE) {
                    out.write(file, from, Math.min(PIECE, file.length - from));
                    out.flush();
                }
            } catch (IOException e) {
                // its reader has gone away, which is no failure of ours
                LOG.debug("A file was not taken to its end");
            }
        };
    }

    private static String type(String mediaType) {
        return mediaType.startsWith("text/") ? mediaType + ";charset=UTF-8" : mediaType;
    }

    /** The name twice, as RFC 6266 has it: in letters that every client reads, and as it is. */
    static String names(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        String whole = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "filename=\"" + plain + "\"; filename*=UTF-8''" + whole;
    }
}

package org.comity.subscriptions.mail;

import java.util.UUID;
import org.comity.kernel.sql.SqlStatement;
import org.comity.kernel.timer.TimerTransactions;

/**
 * The mails that wait to be sent.
 *
 * <p>Rules: R-372.
 */
public final class Mails {

    private Mails() {}

    /** What a mail tells of. */
    public enum About {
        /** One of the rules of its reader matched something. */
        NEWS,
        /** A webhook of its reader takes nothing, and will be switched off. */
        WEBHOOK_FAILS
    }

    /** A mail that tells of that; its reader and its instants are to be added. */
    public static SqlStatement about(TimerTransactions.Transaction transaction, About about, UUID id) {
        return transaction.into("mail").with("id", id, "about", about);
    }
}

package org.comity.subscriptions.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.timer.TimerJob;
import org.comity.kernel.timer.TimerTransactions;
import org.comity.sharing.delivery.DeliveryDesk;
import org.comity.subscriptions.feed.RecordsNow;
import org.comity.subscriptions.subscriber.Readers;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends the mails that wait. At that moment it looks whether the reader still has access, and still sees something of what the mail
 * is about; otherwise no mail goes out.
 *
 * <p>Rules.
 */
@Singleton
class MailTimer implements TimerJob {

    private static final Logger LOG = Logger.getLogger(MailTimer.class);
    private static final int AT_ONCE = 50;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    /** After so long a mail tells nobody anything new. Assumption. */
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);

    private final TimerTransactions transactions;
    private final RecordsNow records;
    private final Readers readers;
    private final Mailer mailer;
    private final MailWords words;
    private final Clock clock;

    MailTimer(
            TimerTransactions transactions,
            RecordsNow records,
            Readers readers,
            Mailer mailer,
            MailWords words,
            Clock clock) {
        this.transactions = transactions;
        this.records = records;
        this.readers = readers;
        this.mailer = mailer;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "mails";
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(10);
    }

    private record Waiting(
            UUID id,
            String person,
            StateCode state,
            DeliveryDesk desk,
            Optional<String> address,
            String language,
            Mails.About about,
            Instant createdAt,
            int attempts) {}

    @Override
    public int run() throws SQLException {
        List<Waiting> waiting = transactions.once(transaction -> transaction
                .sql("select m.id, m.person, m.state, m.desk, s.address, s.language, m.about, m.created_at,"
                        + " m.attempts from mail m join subscriber s on s.person = m.person where m.sent_at is null"
                        + " and m.dropped_at is null and m.next_at <= :now order by m.next_at limit " + AT_ONCE)
                .with("now", clock.instant())
                .list(Waiting.class));
        int sent = 0;
        for (Waiting mail : waiting) {
            sent += send(mail) ? 1 : 0;
        }
        return sent;
    }

    private boolean send(Waiting mail) throws SQLException {
        if (mail.address().isEmpty()) {
            return drop(mail, "The account has no verified mail address.");
        }
        try {
            if (!readers.mayBeTold(mail.person(), mail.state(), mail.desk())) {
                return drop(mail, "Access has ended, or the roles have changed.");
            }
            if (mail.about() == Mails.About.NEWS && !seesAny(mail)) {
                return drop(mail, "Nothing of what the mail was about is released any longer.");
            }
            mailer.send(Mail.withText(
                            mail.address().get(),
                            words.subject(mail.language(), mail.about()),
                            words.text(mail.language(), mail.about()))
                    // a second delivery of the same mail has the same id
                    .addHeader("Message-ID", "<" + mail.id() + "@comity>")
                    .addHeader("Auto-Submitted", "auto-generated"));
        } catch (IOException | RuntimeException e) {
            return later(mail, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        mark("update mail set sent_at = :now, last_failure = null where id = :id", mail, null);
        return true;
    }

    private record Told(String kind, UUID record) {}

    private boolean seesAny(Waiting mail) throws SQLException, IOException, InterruptedException {
        Set<RecordsNow.Named> told = new HashSet<>();
        transactions
                .once(transaction -> transaction
                        .sql("select distinct e.kind, e.record from rule_match m join rule r on r.id = m.rule_id"
                                + " join feed_entry e on e.state = r.state and e.desk = r.desk and e.seq = m.seq"
                                + " where m.mail_id = :mail limit 1000")
                        .with("mail", mail.id())
                        .list(Told.class))
                .forEach(one -> told.add(new RecordsNow.Named(one.kind(), one.record())));
        return !records.read(mail.state(), mail.desk(), told).isEmpty();
    }

    private boolean drop(Waiting mail, String because) throws SQLException {
        mark("update mail set dropped_at = :now, dropped_because = :why where id = :id", mail, because);
        return false;
    }

    private boolean later(Waiting mail, Exception failure) throws SQLException {
        if (mail.createdAt().plus(GIVEN_UP_AFTER).isBefore(clock.instant())) {
            return drop(mail, "No mail server took it within three days.");
        }
        LOG.warnf("A mail waits: %s", failure.getMessage());
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(mail.attempts(), 9));
        Instant next = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        transactions.once(transaction -> transaction
                .sql("update mail set attempts = attempts + 1, next_at = :next, last_failure = :why where id = :id")
                .with("next", next, "why", "The mail server does not take it.", "id", mail.id())
                .run());
        return false;
    }

    private void mark(String update, Waiting mail, @Nullable String why) throws SQLException {
        transactions.once(transaction -> transaction
                .sql(update)
                .with("now", clock.instant(), "why", why, "id", mail.id())
                .run());
    }
}

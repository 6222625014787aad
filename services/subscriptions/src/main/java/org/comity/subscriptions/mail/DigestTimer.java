package org.comity.subscriptions.mail;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.time.Identifiers;
import org.comity.kernel.timer.TimerJob;
import org.comity.kernel.timer.TimerTransactions;
import org.comity.sharing.delivery.DeliveryDesk;
import org.comity.subscriptions.rule.Frequency;

/**
 * Makes mails of what matched: one for a person and a frequency, of all that no mail has told yet and whose window has closed. A
 * match is told in one mail, also after downtime, when two replicas look at once, and when a rule changes its frequency.
 *
 * <p>Rules.
 */
@Singleton
class DigestTimer implements TimerJob {

    private static final String UNTOLD = " from rule_match m join rule r on r.id = m.rule_id"
            + " join feed_entry e on e.state = r.state and e.desk = r.desk and e.seq = m.seq"
            + " where m.by_mail and m.mail_id is null";

    /** What a person is told at one frequency, at the desk where the person sits now. */
    private static final String DUE = " and r.owner = :owner and r.says ->> 'frequency' = :frequency"
            + " and r.state = :state and r.desk = :desk and e.at < :closed";

    private final TimerTransactions transactions;
    private final Identifiers identifiers;
    private final Clock clock;

    DigestTimer(TimerTransactions transactions, Identifiers identifiers, Clock clock) {
        this.transactions = transactions;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "digests";
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(10);
    }

    private record Waiting(String owner, Frequency frequency) {}

    private record Reader(StateCode state, DeliveryDesk desk, Optional<String> zone) {}

    @Override
    public int run() throws SQLException {
        List<Waiting> waiting = transactions.once(transaction -> transaction
                .sql("select distinct r.owner, r.says ->> 'frequency' frequency" + UNTOLD)
                .list(Waiting.class));
        int made = 0;
        for (Waiting one : waiting) {
            made += make(one) ? 1 : 0;
        }
        return made;
    }

    private boolean make(Waiting waiting) throws SQLException {
        return transactions.once(transaction -> {
            Optional<Reader> reader = transaction
                    .sql("select s.state, s.desk, coalesce(s.zone, c.zone) zone from subscriber s"
                            + " left join member_calendar c on c.iso2 = s.state where s.person = :person")
                    .with("person", waiting.owner())
                    .first(Reader.class);
            return reader.isPresent() && make(transaction, waiting, reader.get());
        });
    }

    private boolean make(TimerTransactions.Transaction transaction, Waiting waiting, Reader reader) {
        Instant now = clock.instant();
        ZoneId zone = reader.zone().map(ZoneId::of).orElse(ZoneOffset.UTC);
        Map<String, Object> due = Map.of(
                "owner", waiting.owner(),
                "frequency", waiting.frequency(),
                "state", reader.state(),
                "desk", reader.desk(),
                "closed", Windows.closed(waiting.frequency(), now, zone));
        if (!transaction.sql("select 1" + UNTOLD + DUE).with(due).exists()) {
            return false;
        }
        UUID mail = identifiers.next();
        Mails.about(transaction, Mails.About.NEWS, mail)
                .with("person", waiting.owner(), "state", reader.state(), "desk", reader.desk())
                .with("frequency", waiting.frequency(), "created_at", now, "next_at", now)
                .run();
        int told = transaction
                .sql("update rule_match set mail_id = :mail where (rule_id, seq) in (select m.rule_id, m.seq" + UNTOLD
                        + DUE + " for update of m skip locked)")
                .with("mail", mail)
                .with(due)
                .run();
        if (told == 0) {
            transaction
                    .sql("delete from mail where id = :mail")
                    .with("mail", mail)
                    .run();
        }
        return told > 0;
    }
}

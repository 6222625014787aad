package org.comity.subscriptions.rule;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.kernel.timer.TimerTransactions;
import org.comity.sharing.delivery.Delivered;
import org.comity.subscriptions.feed.Change;
import org.comity.subscriptions.feed.FeedListener;

/**
 * Compares each entry of a feed with the rules of its desk. A record that comes into a rule is told as created, once; one that
 * leaves its filter or its desk's sight, as removed.
 *
 * <p>Rules: R-388.
 */
@Singleton
class RuleMatches implements FeedListener {

    private record Rule(UUID id, RuleContent says) {}

    @Override
    public void told(TimerTransactions.Transaction transaction, Entry entry, Optional<Delivered> record) {
        List<Rule> rules = transaction
                .sql("select id, says from rule where state = :state and desk = :desk")
                .with("state", entry.state(), "desk", entry.desk())
                .list(Rule.class);
        if (rules.isEmpty()) {
            return;
        }
        Set<UUID> matched = new HashSet<>(transaction
                .sql("select r.rule_id from rule_record r join rule on rule.id = r.rule_id"
                        + " where r.record = :record and rule.state = :state and rule.desk = :desk")
                .with("record", entry.record(), "state", entry.state(), "desk", entry.desk())
                .list(UUID.class));
        for (Rule rule : rules) {
            boolean before = matched.contains(rule.id());
            boolean now = record.isPresent() && rule.says().matches(record.get());
            if (before || now) {
                tell(transaction, rule, entry, before, now);
            }
        }
    }

    private static void tell(
            TimerTransactions.Transaction transaction, Rule rule, Entry entry, boolean before, boolean now) {
        Change change = !now ? Change.REMOVED : before ? Change.UPDATED : Change.CREATED;
        transaction
                .into("rule_match")
                .with("rule_id", rule.id(), "seq", entry.seq(), "change", change)
                .with(
                        "by_mail",
                        change != Change.REMOVED && rule.says().channels().contains(Channel.MAIL))
                .run();
        switch (change) {
            case CREATED ->
                transaction
                        .into("rule_record")
                        .with("rule_id", rule.id(), "record", entry.record())
                        .run();
            case REMOVED ->
                transaction
                        .sql("delete from rule_record where rule_id = :rule and record = :record")
                        .with("rule", rule.id(), "record", entry.record())
                        .run();
            case UPDATED -> {}
        }
    }
}

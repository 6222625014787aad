package org.comity.subscriptions.rule;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.timer.TimerTransactions;
import org.comity.sharing.delivery.DeliveryDesk;
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

    private record Rule(UUID id, StateCode state, DeliveryDesk desk, RuleContent says) {}

    /** That a rule matches a record now. */
    private record Matched(UUID ruleId, UUID record) {}

    private record Match(Rule rule, long seq, Change change) {

        boolean asksForMail() {
            return change != Change.REMOVED && rule.says().channels().contains(Channel.MAIL);
        }
    }

    @Override
    public void told(TimerTransactions.Transaction transaction, List<Told> told) {
        List<Rule> rules = transaction
                .sql("select id, state, desk, says from rule where state = any (:states)")
                .with("states", told.stream().map(one -> one.entry().state()).collect(Collectors.toSet()))
                .list(Rule.class);
        if (rules.isEmpty()) {
            return;
        }
        Set<Matched> before = matched(transaction, rules, told);
        Set<Matched> now = new LinkedHashSet<>(before);
        List<Match> matches = new ArrayList<>();
        for (Told one : told) {
            for (Rule rule : rules) {
                if (rule.state().equals(one.entry().state())
                        && rule.desk() == one.entry().desk()) {
                    match(rule, one, now).ifPresent(matches::add);
                }
            }
        }
        write(transaction, matches, before, now);
    }

    private static Set<Matched> matched(TimerTransactions.Transaction transaction, List<Rule> rules, List<Told> told) {
        return new LinkedHashSet<>(transaction
                .sql("select rule_id, record from rule_record where rule_id = any (:rules) and record = any (:records)")
                .with("rules", rules.stream().map(Rule::id).toList())
                .with("records", told.stream().map(one -> one.entry().record()).collect(Collectors.toSet()))
                .list(Matched.class));
    }

    private static Optional<Match> match(Rule rule, Told told, Set<Matched> matched) {
        Matched record = new Matched(rule.id(), told.entry().record());
        boolean before = matched.contains(record);
        boolean now =
                told.record().isPresent() && rule.says().matches(told.record().get());
        if (!before && !now) {
            return Optional.empty();
        }
        if (now) {
            matched.add(record);
        } else {
            matched.remove(record);
        }
        Change change = !now ? Change.REMOVED : before ? Change.UPDATED : Change.CREATED;
        return Optional.of(new Match(rule, told.entry().seq(), change));
    }

    private static void write(
            TimerTransactions.Transaction transaction, List<Match> matches, Set<Matched> before, Set<Matched> now) {
        transaction.addAll("rule_match", matches, (row, place, match) -> row.with(
                        "rule_id", match.rule().id(), "seq", match.seq())
                .with("change", match.change(), "by_mail", match.asksForMail()));
        transaction.addAll(
                "rule_record",
                now.stream().filter(record -> !before.contains(record)).toList(),
                (row, place, record) -> row.with("rule_id", record.ruleId(), "record", record.record()));
        List<Matched> gone =
                before.stream().filter(record -> !now.contains(record)).toList();
        if (!gone.isEmpty()) {
            transaction
                    .sql("delete from rule_record r using unnest(:rules, :records) as gone (rule_id, record)"
                            + " where r.rule_id = gone.rule_id and r.record = gone.record")
                    .with("rules", gone.stream().map(Matched::ruleId).toList())
                    .with("records", gone.stream().map(Matched::record).toList())
                    .run();
        }
    }
}

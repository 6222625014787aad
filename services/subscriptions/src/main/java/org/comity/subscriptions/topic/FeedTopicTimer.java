package org.comity.subscriptions.topic;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.timer.TimerJob;
import org.comity.kernel.timer.TimerTransactions;
import org.comity.sharing.delivery.DeliveryDesk;
import org.comity.subscriptions.feed.Change;
import org.comity.subscriptions.feed.Happened;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Makes the topic of each state that subscribes, with every number of its feed so far, and lets the state's system read it as
 * long as the state subscribes.
 *
 * <p>Rules.
 */
@Singleton
class FeedTopicTimer implements TimerJob {

    private static final int SECONDS = 20;

    private final TimerTransactions transactions;
    private final Map<String, Object> broker;
    private final String prefix;
    private final boolean rights;
    private final Clock clock;
    private volatile @Nullable Admin admin;

    FeedTopicTimer(
            TimerTransactions transactions,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "comity.topic-prefix") Optional<String> prefix,
            @ConfigProperty(name = "comity.feeds.rights") boolean rights,
            Clock clock) {
        this.transactions = transactions;
        this.broker = broker;
        this.prefix = prefix.orElse("");
        this.rights = rights;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "feed-topics";
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(10);
    }

    private record Member(StateCode iso2, boolean subscribes, boolean hasTopic) {}

    @Override
    public int run() throws SQLException {
        List<Member> members = transactions.once(transaction -> transaction
                .sql("select m.iso2, m.status = 'SUBSCRIBED' subscribes, t.state is not null has_topic"
                        + " from member_state m left join feed_topic t on t.state = m.iso2 order by m.iso2")
                .list(Member.class));
        int made = 0;
        for (Member member : members) {
            if (member.subscribes() && !member.hasTopic()) {
                makeTopic(member.iso2());
                begin(member.iso2());
                made++;
            }
        }
        if (rights) {
            // each time, whatever this replica did before: another one may have let a state in or out since. Topics
            // come
            // first: they do not wait for a broker that refuses to change rights
            TopicRights.set(
                    admin(),
                    members.stream()
                            .filter(Member::subscribes)
                            .map(Member::iso2)
                            .toList(),
                    members.stream()
                            .filter(it -> !it.subscribes())
                            .map(Member::iso2)
                            .toList(),
                    prefix);
        }
        return made;
    }

    private void makeTopic(StateCode state) {
        try {
            admin().createTopics(List.of(new NewTopic(prefix + FeedTopic.of(state), 1, (short) 1)
                            .configs(Map.of("retention.ms", "-1"))))
                    .all()
                    .get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("a topic cannot be made", e);
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("the broker does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while making a topic", e);
        }
    }

    private record Entry(long seq, Change change, Happened happened, String kind, UUID record) {}

    /** Tells the topic all that the feed has; the lock on the feed's head lets no entry come between. */
    private void begin(StateCode state) throws SQLException {
        transactions.once(transaction -> {
            transaction
                    .sql("insert into feed_head (state, desk, seq) values (:state, :desk, 0) on conflict do nothing")
                    .with("state", state, "desk", DeliveryDesk.LICENSING)
                    .run();
            transaction
                    .sql("select seq from feed_head where state = :state and desk = :desk for update")
                    .with("state", state, "desk", DeliveryDesk.LICENSING)
                    .one(Long.class);
            int first = transaction
                    .sql("insert into feed_topic (state, since) values (:state, :now) on conflict do nothing")
                    .with("state", state, "now", clock.instant())
                    .run();
            if (first == 1) {
                transaction
                        .sql("select seq, change, happened, kind, record from feed_entry"
                                + " where state = :state and desk = :desk order by seq")
                        .with("state", state, "desk", DeliveryDesk.LICENSING)
                        .list(Entry.class)
                        .forEach(entry -> transaction.append(FeedTopic.event(
                                state,
                                entry.change(),
                                new FeedTopic.Told(entry.seq(), entry.kind(), entry.record(), entry.happened()))));
            }
            return first;
        });
    }

    private Admin admin() {
        Admin made = admin;
        if (made == null) {
            made = Admin.create(broker);
            admin = made;
        }
        return made;
    }

    @PreDestroy
    void close() {
        Admin made = admin;
        if (made != null) {
            made.close(Duration.ofSeconds(2));
        }
    }
}

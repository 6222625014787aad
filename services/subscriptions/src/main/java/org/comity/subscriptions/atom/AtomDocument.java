package org.comity.subscriptions.atom;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.comity.subscriptions.feed.FeedItem;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes a feed as Atom. */
@Singleton
class AtomDocument {

    private final String portal;

    AtomDocument(@ConfigProperty(name = "comity.portal.url") String portal) {
        this.portal = portal;
    }

    String of(AtomKeys.Opened key, List<FeedItem> items) {
        Feed feed = new Feed("atom_1.0");
        feed.setId("urn:uuid:" + key.id());
        feed.setTitle("Comity: " + key.name());
        feed.setUpdated(
                Date.from(items.isEmpty() ? Instant.EPOCH : items.getFirst().at()));
        feed.setAlternateLinks(List.of(link(portal + "/inbox")));
        Person author = new Person();
        author.setName("Comity");
        feed.setAuthors(List.of(author));
        feed.setEntries(items.stream().map(item -> entry(key, item)).toList());
        try {
            return new WireFeedOutput().outputString(feed);
        } catch (FeedException e) {
            throw new IllegalStateException("a feed cannot be written", e);
        }
    }

    private Entry entry(AtomKeys.Opened key, FeedItem item) {
        Entry entry = new Entry();
        String name = key.state().value() + "/" + key.desk() + "/" + item.seq();
        entry.setId("urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
        entry.setTitle(title(item));
        entry.setUpdated(Date.from(item.at()));
        entry.setPublished(Date.from(item.at()));
        String href = item.path() == null ? "/inbox" : "/inbox/open/" + item.kind() + "/" + item.record();
        entry.setAlternateLinks(List.of(link(portal + href)));
        Content summary = new Content();
        summary.setType("text");
        summary.setValue("Sign in to read what it is.");
        entry.setSummary(summary);
        return entry;
    }

    private static String title(FeedItem item) {
        String happened = item.happened().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return item.ref() == null ? "A record is no longer released to you" : item.ref() + ": " + happened;
    }

    private static Link link(String href) {
        Link link = new Link();
        link.setRel("alternate");
        link.setHref(href);
        return link;
    }
}

package org.comity.portal.home;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.portal.api.Inbox;
import org.comity.portal.api.Services;
import org.comity.portal.inbox.InboxTexts;
import org.comity.portal.inbox.InboxWords;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;

/** The panel of "My work" that tells what is new since the reader was last here. */
@Singleton
class NewsPanel {

    private final Services services;

    NewsPanel(Services services) {
        this.services = services;
    }

    /** The panel, for those who read records of their state. */
    List<Panel.Described<?>> of(Page page) {
        InboxTexts texts = page.texts(InboxTexts.class);
        return List.of(Panel.of(
                        "news",
                        Person::readsDenials,
                        texts.panel(),
                        () -> services
                                .at("/subscriptions/v1/inbox")
                                .with("unread", true)
                                .with("limit", Panel.ROWS)
                                .read(Inbox.Page.class)
                                .items()
                                .stream(),
                        entry -> row(entry, InboxWords.of(page)))
                .wide()
                .empty(texts.panelNone())
                .more("/inbox", texts.panelMore()));
    }

    private static Panel.Row row(Inbox.Entry entry, InboxWords words) {
        String href = InboxWords.href(entry);
        return new Panel.Row(
                entry.id().toString(),
                entry.ref(),
                href.isEmpty() ? "/inbox" : href,
                words.texts().happened(entry.happened()),
                InboxWords.colour(entry.change()),
                words.what(entry),
                Stream.of(words.whose(entry), words.page().moment(entry.at()))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(", ")));
    }
}

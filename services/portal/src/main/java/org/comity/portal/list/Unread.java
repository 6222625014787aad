package org.comity.portal.list;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.comity.portal.api.Alone;
import org.comity.portal.api.Inbox;
import org.comity.portal.api.Services;
import org.comity.portal.page.Page;
import org.comity.portal.page.Texts;
import org.comity.portal.page.Value;

/**
 * Which records of a list have something that the reader has not read. Where nobody can tell just now, none is marked.
 *
 * @param marked the records
 */
public record Unread(Set<UUID> marked, String word) {

    /** The marks of the records of one page of a list. */
    public static Unread of(Collection<UUID> records, Services services, Page page) {
        Set<UUID> marked = records.isEmpty()
                ? Set.of()
                : Alone.ask(
                                "Marks of what is unread",
                                () -> Set.copyOf(services.at("/subscriptions/v1/inbox/unread-records")
                                        .post(new Inbox.Seen(null, List.copyOf(records)), Inbox.UnreadRecords.class)
                                        .getEntity()
                                        .records()))
                        .orElse(Set.of());
        return new Unread(marked, page.texts(Texts.class).unread());
    }

    /** The cell with a mark, where its record has one. */
    public Value marking(UUID record, Value cell) {
        return marked.contains(record) ? cell.tag(word, "yellow") : cell;
    }
}

package org.comity.portal.inbox;

import java.util.Optional;
import org.comity.portal.api.Inbox;
import org.comity.portal.api.InboxCodes;
import org.comity.portal.page.Page;

/** How an entry of the inbox is told. */
public record InboxWords(InboxTexts texts, Page page) {

    /** The words of a page. */
    public static InboxWords of(Page page) {
        return new InboxWords(page.texts(InboxTexts.class), page);
    }

    /** What the record is called: by its title, and where it goes; its reference says the rest. */
    public String what(Inbox.Entry entry) {
        String title = Optional.ofNullable(entry.title()).orElseGet(() -> texts.kind(entry.kind()));
        return entry.destinationState() == null ? title : texts.titleTo(title, page.country(entry.destinationState()));
    }

    /** The state whose record it is; empty where the reader sees the record no longer. */
    public String whose(Inbox.Entry entry) {
        return entry.originatorState() == null ? "" : page.country(entry.originatorState());
    }

    /** The address at which the entry is opened; empty where the reader sees the record no longer. */
    public static String href(Inbox.Entry entry) {
        return entry.path() == null ? "" : pageOf(entry.kind(), entry.record().toString());
    }

    /** The page of a record; of a state, the list of states. */
    static String pageOf(InboxCodes.Kind kind, String record) {
        return switch (kind) {
            case DENIAL -> "/denials/" + record;
            case CONSULTATION -> "/consultations/" + record;
            case ONWARD_REQUEST -> "/onward/" + record;
            case RETURN -> "/returns/" + record;
            case BULLETIN -> "/bulletins/" + record;
            case REQUEST -> "/requests/" + record;
            case STATE -> "/states";
        };
    }

    /** The colour of what an entry means. */
    public static String colour(InboxCodes.Change change) {
        return switch (change) {
            case CREATED -> "turquoise";
            case UPDATED -> "blue";
            case REMOVED -> "grey";
        };
    }
}

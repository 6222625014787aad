package org.comity.portal.bulletin;

import java.util.stream.Stream;
import org.comity.portal.list.Listing;
import org.comity.portal.page.Page;

/** What lies under "Bulletins" in the navigation: the list, and the lists beside it. */
public enum BulletinViews {
    BULLETINS("/bulletins"),
    REQUESTS("/requests");

    private final String path;

    BulletinViews(String path) {
        this.path = path;
    }

    /** All of them, on the page of that one. */
    public static Listing.Views beside(BulletinViews here, Page page) {
        BulletinTexts texts = page.texts(BulletinTexts.class);
        return new Listing.Views(
                texts.views(),
                Stream.of(values())
                        .map(it -> new Listing.Way(
                                it == BULLETINS ? texts.viewBulletins() : texts.viewRequests(),
                                it == here ? "" : it.path))
                        .toList());
    }
}

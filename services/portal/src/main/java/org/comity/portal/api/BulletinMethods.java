package org.comity.portal.api;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a bulletin can tell beside its fields. */
public final class BulletinMethods {

    private BulletinMethods() {}

    /** Of where a bulletin stands. */
    public interface OfStatus {

        /** Whether its readers have it. */
        default boolean isPublished() {
            return this == BulletinCodes.Status.PUBLISHED || this == BulletinCodes.Status.UPDATED;
        }

        /** Whether it was never published. */
        default boolean isDraft() {
            return this == BulletinCodes.Status.DRAFT || this == BulletinCodes.Status.CLEARANCE;
        }
    }

    /** Of a bulletin. */
    public interface OfBulletin extends Drafted {

        @Nullable
        BulletinContent next();

        @Nullable
        String bodyHtml();

        @Nullable
        String nextBodyHtml();

        /** What its readers have, or the draft. */
        default BulletinContent content() {
            return Json.content(Json.tree(this), BulletinContent.class);
        }

        /** What an edit would change: the next version, otherwise the bulletin itself. */
        default BulletinContent draft() {
            BulletinContent next = next();
            return next == null ? content() : next;
        }

        /** The text of what an edit would change, as HTML; empty for none. */
        default String drafted() {
            return Objects.requireNonNullElse(next() == null ? bodyHtml() : nextBodyHtml(), "");
        }

        /** Whether the reader's state can say something of it: comment, or tell what it did. */
        default boolean offersAnswer() {
            return offers("comment") || offers("sighting") || offers("acknowledge");
        }
    }
}

package org.comity.portal.denial;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.comity.portal.api.Codes;
import org.comity.portal.api.Denial;
import org.comity.portal.page.Page;

/**
 * How long a denial stands, in words. The services turn days at midnight UTC, a page by the clock of the person's state,
 * so for some hours the two may be a day apart; the status is the services'.
 *
 * @param key what the day is: of its review, or of its end
 * @param day that day, and how far it is away; empty where there is none
 * @param says what that means, where it is near or has passed; empty otherwise
 */
public record Standing(String key, String day, String says) {

    private static final int DAYS_IN_WORDS = 14;
    private static final int WEEKS_IN_WORDS = 9;
    private static final int MONTHS_IN_WORDS = 24;

    static Standing of(Denial one, Page page) {
        StandingTexts texts = page.texts(StandingTexts.class);
        LocalDate due = one.reviewDue();
        boolean expires = one.validityPolicy() == Codes.ValidityPolicy.EXPIRES;
        String when = due == null ? "" : when(due, page, texts);
        String day = due == null ? "" : texts.onDay(page.day(due), when);
        String ahead = expires ? texts.expires() : texts.reviewDue();
        return switch (one.status()) {
            case DRAFT, NATIONAL_APPROVAL, NOTIFIED, AMENDED, RENEWED -> new Standing(ahead, day, "");
            case REVIEW_DUE ->
                new Standing(ahead, day, expires ? texts.saysExpiresSoon(when) : texts.saysReviewSoon(when));
            case REVIEW_OVERDUE -> new Standing(texts.reviewWas(), day, texts.saysOverdue(when));
            case EXPIRED -> new Standing(texts.expired(), day, texts.saysExpired());
            case REVOKED -> new Standing("", "", texts.saysRevoked());
        };
    }

    /** How far a day is away, in the unit in which people think of it. */
    static String when(LocalDate day, Page page, StandingTexts texts) {
        long days = page.daysUntil(day);
        if (days == 0) {
            return texts.today();
        }
        boolean ahead = days > 0;
        LocalDate from = ahead ? page.today() : day;
        LocalDate to = ahead ? day : page.today();
        if (Math.abs(days) < DAYS_IN_WORDS) {
            return ahead ? texts.inDays(days) : texts.agoDays(-days);
        }
        long weeks = ChronoUnit.WEEKS.between(from, to);
        if (weeks < WEEKS_IN_WORDS) {
            return ahead ? texts.inWeeks(weeks) : texts.agoWeeks(weeks);
        }
        long months = ChronoUnit.MONTHS.between(from, to);
        if (months < MONTHS_IN_WORDS) {
            return ahead ? texts.inMonths(months) : texts.agoMonths(months);
        }
        long years = Math.round(months / 12.0);
        return ahead ? texts.inYears(years) : texts.agoYears(years);
    }
}

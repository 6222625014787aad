package org.comity.registry.content;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with what is said of a state, beyond what one field alone can tell. What is missing altogether is not
 * named here but by the field's own constraint, so every method takes nulls.
 *
 * <p>Source: domain 3.4 and 1a.
 *
 * <p>Rules.
 */
public final class ContentRules {

    /** The day on which the Code was published (domain 1a); nobody subscribed before. */
    public static final LocalDate CODE_PUBLISHED = LocalDate.of(2023, 3, 30);

    /** Assumption: no date of the registry lies before this year, or after {@link #LAST_YEAR}. */
    private static final int FIRST_YEAR = 1950;

    private static final int LAST_YEAR = 2200;
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    private ContentRules() {}

    /** A code that no state has. */
    public static List<FieldError> code(@Nullable StateCode code) {
        return code == null || code.isKnown() ? List.of() : List.of(new FieldError("/iso2", "No state has this code."));
    }

    /** A regime named twice, or a membership of another age. */
    public static List<FieldError> memberships(@Nullable List<RegimeMembership> memberships) {
        List<FieldError> errors = new ArrayList<>();
        Set<Regime> named = EnumSet.noneOf(Regime.class);
        for (int i = 0; memberships != null && i < memberships.size(); i++) {
            RegimeMembership membership = memberships.get(i);
            String at = "/regimeMemberships/" + i;
            if (membership != null && membership.regime() != null && !named.add(membership.regime())) {
                errors.add(new FieldError(at + "/regime", "Name each regime once."));
            }
            if (membership != null && isOfAnotherAge(membership.from())) {
                errors.add(new FieldError(at + "/from", "This lies too far away."));
            }
        }
        return errors;
    }

    /** An address that is no web page. */
    public static List<FieldError> authorities(@Nullable List<CompetentAuthority> authorities) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; authorities != null && i < authorities.size(); i++) {
            CompetentAuthority authority = authorities.get(i);
            if (authority != null && authority.url() != null && !isWebAddress(authority.url())) {
                errors.add(new FieldError(
                        "/competentAuthorities/" + i + "/url", "This must be an http or https address."));
            }
        }
        return errors;
    }

    /** A zone that nobody knows, a day that is a holiday twice, or one of another age. */
    public static List<FieldError> calendar(WorkingCalendar calendar) {
        List<FieldError> errors = new ArrayList<>();
        if (calendar.zone() != null && !ZONES.contains(calendar.zone())) {
            errors.add(new FieldError("/zone", "This is not an IANA time zone, such as Europe/Tallinn."));
        }
        Set<LocalDate> days = new HashSet<>();
        for (int i = 0; calendar.holidays() != null && i < calendar.holidays().size(); i++) {
            Holiday holiday = calendar.holidays().get(i);
            String at = "/holidays/" + i + "/date";
            if (holiday != null && holiday.date() != null && !days.add(holiday.date())) {
                errors.add(new FieldError(at, "Name each day once."));
            }
            if (holiday != null && isOfAnotherAge(holiday.date())) {
                errors.add(new FieldError(at, "This lies too far away."));
            }
        }
        return errors;
    }

    /**
     * A step that is not taken yet, or was taken before there was a Code.
     *
     * @param pointer where the day stands
     * @param day the day of the step, in the state's own zone
     * @param today the day in UTC; a state ahead of UTC may have acted on what is tomorrow here
     */
    public static List<FieldError> dayOfStep(String pointer, @Nullable LocalDate day, LocalDate today) {
        if (day == null) {
            return List.of();
        }
        if (day.isAfter(today.plusDays(1))) {
            return List.of(new FieldError(pointer, "This cannot lie in the future."));
        }
        return day.isBefore(CODE_PUBLISHED)
                ? List.of(new FieldError(pointer, "The Code was published on " + CODE_PUBLISHED + "."))
                : List.of();
    }

    private static boolean isOfAnotherAge(@Nullable LocalDate day) {
        return day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR);
    }

    /** Whether this is the address of a page, and names nobody who signs in there. */
    private static boolean isWebAddress(String url) {
        try {
            URI address = new URI(url);
            String scheme = Objects.requireNonNullElse(address.getScheme(), "").toLowerCase(Locale.ROOT);
            return (scheme.equals("https") || scheme.equals("http"))
                    && address.getHost() != null
                    && address.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}

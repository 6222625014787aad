package org.comity.denials.consultation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.comity.denials.consultation.thread.ExtensionReading;

/** What the states may want otherwise about consultations. */
@ConfigMapping(prefix = "comity.denials.consultation")
interface ConsultationConfig {

    /** Whether the procedure's bound on extensions bounds what is added, or the whole. */
    @WithDefault("ADDED")
    ExtensionReading extensionReading();

    /** Working days before a deadline at whose beginning the consulted state is reminded. Assumption: two. */
    @WithDefault("2")
    int remindWorkingDays();

    /**
     * Days, in UTC, before the day by which a notice of a grant is preferably sent, and before the latest one, from which
     * the requesting state is reminded. A setting, since the procedure has no such number for consultations: its
     * reminder days are those before a review of a denial. Assumption: seven.
     */
    @WithDefault("7")
    int remindNoticeDays();

    /** From the end of one look at the clocks to the next. */
    @WithDefault("1m")
    Duration timerInterval();
}

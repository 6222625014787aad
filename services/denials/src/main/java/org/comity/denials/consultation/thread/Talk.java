package org.comity.denials.consultation.thread;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.comity.denials.consultation.thread.ThreadState.Proposal;
import org.comity.kernel.caller.StateCode;

/**
 * What a step in a thread may look at, beside where the thread stands.
 *
 * @param by the state that takes the step: the consulted one or the requesting one
 * @param said the steps that were taken so far, oldest first, as {@link ThreadStep#said} names them
 * @param most the working days that may be added to the deadline in all
 * @param extended the deadline that an agreed extension leads to
 */
public record Talk(
        ConsultationType type,
        StateCode by,
        List<String> said,
        int most,
        Function<Proposal, Instant> extended,
        Instant now) {}

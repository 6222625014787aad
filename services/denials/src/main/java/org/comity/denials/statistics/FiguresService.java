package org.comity.denials.statistics;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.comity.denials.content.NoDuty;
import org.comity.denials.denial.DenialCounts;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.http.Reply;
import org.comity.kernel.problem.KernelProblem;
import org.comity.sharing.foureyes.LifeStep;
import org.comity.sharing.foureyes.TakenBy;
import org.jspecify.annotations.Nullable;

/** Proposes and approves what a state lets into the public table. */
@Singleton
class FiguresService {

    /** Before it there is nothing that a state could have denied under the Code or the arrangements it follows. */
    private static final int FIRST_YEAR = 1996;

    private final FiguresStore store;
    private final DenialCounts counts;
    private final Reply.Writer replies;
    private final CurrentCaller current;
    private final Clock clock;

    FiguresService(FiguresStore store, DenialCounts counts, Reply.Writer replies, CurrentCaller current, Clock clock) {
        this.store = store;
        this.counts = counts;
        this.replies = replies;
        this.current = current;
        this.clock = clock;
    }

    /** Counts the own denials that were decided in a year, for another person to approve. */
    @Transactional
    Reply propose(int year, String address) {
        StateCode own = desk();
        Instant now = clock.instant();
        if (year < FIRST_YEAR
                || year >= LocalDate.ofInstant(now, ZoneOffset.UTC).getYear()) {
            throw KernelProblem.INVALID_VALUES.at("/year", "This is no year that is over, from 1996 on.");
        }
        if (store.locked(own, year)
                .filter(before -> before.approvedAt() != null)
                .isPresent()) {
            throw FiguresProblem.FIGURES_APPROVED.because("The figures of " + year + " were approved already.");
        }
        store.propose(own, year, counted(own, year), current.get().person(), now);
        return replies.created(address, view(store.find(own, year).orElseThrow()));
    }

    private List<FiguresStore.Figure> counted(StateCode own, int year) {
        LocalDate from = LocalDate.of(year, 1, 1);
        LocalDate to = LocalDate.of(year, 12, 31);
        List<FiguresStore.Figure> figures = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            for (DenialCounts.Count count : counts.count(dimension.by(), from, to, own)) {
                String key = Objects.requireNonNullElse(count.key(), Dimension.NO_KEY);
                if (count.denials() > 0) {
                    figures.add(new FiguresStore.Figure(dimension, key, count.denials()));
                }
            }
        }
        return figures;
    }

    /** Another person than the one who proposed approves. */
    @Transactional
    Reply approve(int year, @Nullable String ifMatch) {
        StateCode own = desk();
        Caller caller = current.get();
        FiguresStore.Figures figures = store.locked(own, year).orElseThrow(FiguresService::none);
        FiguresStep.APPROVE.takenBy().require(caller);
        replies.etag(view(figures)).require(ifMatch);
        store.approve(own, year, figures.approve(caller.person()).taken(), clock.instant());
        return replies.ok(view(store.find(own, year).orElseThrow()));
    }

    /** The own figures for a year. */
    @Transactional
    Reply read(int year) {
        return replies.ok(view(store.find(desk(), year).orElseThrow(FiguresService::none)));
    }

    /** The own figures for all years. */
    @Transactional
    List<FiguresView> list() {
        return store.all(desk()).stream().map(this::view).toList();
    }

    private StateCode desk() {
        Caller caller = current.get();
        TakenBy.DESK.require(caller);
        return caller.ownState();
    }

    private static RuntimeException none() {
        return KernelProblem.NOT_FOUND.because("There are no figures for this year.");
    }

    private FiguresView view(FiguresStore.Figures figures) {
        return new FiguresView(
                figures.year(),
                figures.approvedAt() == null
                        ? FiguresView.FiguresStatus.NATIONAL_APPROVAL
                        : FiguresView.FiguresStatus.APPROVED,
                figures.all().stream()
                        .filter(figure -> figure.dimension() == Dimension.ALL)
                        .mapToLong(FiguresStore.Figure::denials)
                        .sum(),
                figures.all().stream()
                        .filter(figure -> figure.dimension() != Dimension.ALL)
                        .map(figure -> new FiguresView.FigureView(
                                figure.dimension(),
                                figure.key().equals(Dimension.NO_KEY) ? null : figure.key(),
                                figure.denials()))
                        .toList(),
                figures.proposedBy(),
                figures.proposedAt(),
                figures.approvedBy().orElse(null),
                figures.approvedAt(),
                figures.published(),
                NoDuty.THESE,
                LifeStep.open(FiguresStep.class, current.get(), step -> figures.approve(
                                current.get().person())
                        .isOpen()));
    }
}

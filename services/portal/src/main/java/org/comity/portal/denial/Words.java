package org.comity.portal.denial;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.comity.portal.api.Codes;
import org.comity.portal.api.ControlListEntries;
import org.comity.portal.api.Denial;
import org.comity.portal.api.DenialContent;
import org.comity.portal.api.DenialSummary;
import org.comity.portal.api.State;
import org.comity.portal.form.Field;
import org.comity.portal.page.Choice;
import org.comity.portal.page.CodeTexts;
import org.comity.portal.page.Countries;
import org.comity.portal.page.Page;
import org.comity.portal.page.Texts;
import org.comity.portal.page.Value;
import org.jspecify.annotations.Nullable;

/** Denials in words, in the language of a page. */
public final class Words {

    final DenialTexts denial;
    final CodeTexts code;
    final LookTexts look;
    final Page page;

    /** In the language of that page. */
    public Words(Page page) {
        this.page = page;
        this.denial = page.texts(DenialTexts.class);
        this.code = page.texts(CodeTexts.class);
        this.look = page.texts(LookTexts.class);
    }

    /** A denial in a line. */
    public String headline(DenialContent content) {
        Optional<String> item = content.items().stream().findFirst().flatMap(it -> Optional.ofNullable(it.description())
                .or(() -> Optional.ofNullable(it.controlCode())));
        return headline(content.kind(), item, content.items().size(), content.destinationState());
    }

    /** A denial of a list in a line. */
    public String headline(DenialSummary summary) {
        Optional<String> item = summary.controlCodes().stream().findFirst().or(() -> Optional.ofNullable(
                        summary.basis())
                .filter(it -> it != Codes.DenialBasis.LISTED)
                .map(code::basis));
        return headline(summary.kind(), item, summary.controlCodes().size(), summary.destinationState());
    }

    /** Where a denial stands. */
    public String status(Codes.DenialStatus status) {
        return code.status(status);
    }

    private String headline(
            Codes.@Nullable DenialKind kind, Optional<String> item, int items, @Nullable String destinationState) {
        String what = kind == null ? denial.headlineKindUnknown() : code.kind(kind);
        String where = page.country(destinationState);
        Optional<String> which = item.map(it -> items > 1 ? denial.headlineMore(it, items - 1) : it);
        if (where.isEmpty()) {
            return which.map(it -> denial.headlineNoDestination(what, it)).orElse(what);
        }
        return which.map(it -> denial.headline(what, it, where)).orElseGet(() -> denial.headlineNoItem(what, where));
    }

    /** The day of a review, and how far it is away; empty for none. */
    public String review(DenialSummary summary) {
        StandingTexts texts = page.texts(StandingTexts.class);
        LocalDate due = summary.reviewDue();
        return due == null ? "" : texts.reviewOn(page.shortDay(due), Standing.when(due, page, texts));
    }

    /** How far away a day is. */
    public String when(LocalDate day) {
        return Standing.when(day, page, page.texts(StandingTexts.class));
    }

    /** What waits, where it is a renewal or a revocation; empty otherwise. */
    public String proposal(DenialSummary summary) {
        return summary.proposal() == null
                ? ""
                : page.texts(StandingTexts.class)
                        .proposalShort(summary.proposal().kind());
    }

    /** By when it should and must be notified; empty when it has been, or nothing runs. */
    String due(Denial one) {
        Denial.DueDates dates = one.dueDates();
        if (dates == null || one.notifiedDate() != null) {
            return "";
        }
        long days = page.utcDaysUntil(dates.latest());
        return days < 0
                ? denial.duePast(page.day(dates.latest()), -days)
                : denial.dueIn(page.day(dates.preferred()), page.day(dates.latest()), days);
    }

    /** Why a field of an other state's denial is not shown; nothing where it is not kept back. */
    Value withheld(Optional<Codes.WithheldGround> ground) {
        return Value.empty()
                .withheld(ground.map(it -> denial.withheld(code.ground(it))).orElse(""));
    }

    /** The same of a denial that may be of one's own state. */
    Value withheld(Optional<Codes.WithheldGround> ground, boolean own) {
        return own
                ? Value.empty()
                        .withheld(ground.map(it -> denial.withheldByUs(code.ground(it)))
                                .orElse(""))
                : withheld(ground);
    }

    /** Says that something is not there. */
    Value notGiven() {
        return Value.empty().quiet(denial.noneShown());
    }

    List<Choice> statuses() {
        StandingTexts texts = page.texts(StandingTexts.class);
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                Choice.of(DenialFilter.IN_FORCE, denial.anyInForce()),
                                Choice.of(DenialFilter.UNDER_REVIEW, texts.anyUnderReview()),
                                Choice.of(DenialFilter.WAITING, texts.anyWaiting())),
                        Choice.all(Codes.DenialStatus.class, code::status).stream())
                .toList();
    }

    /** A day as it is typed, for a hint. */
    public String example() {
        LocalDate example = page.today().minusDays(7);
        return example.getDayOfMonth() + " " + example.getMonthValue() + " " + example.getYear();
    }

    /** Says that nothing is said. */
    public String notSaid() {
        return page.texts(Texts.class).notSaid();
    }

    /** What a marking allows. */
    public String tlpHint(Codes.Tlp tlp) {
        return code.tlpHint(tlp);
    }

    /** Where a transaction was to go. */
    public Field destination(String name) {
        return Field.select(name, denial.destinationAsk(), countries())
                .called(denial.destination())
                .hint(denial.destinationHint())
                .open();
    }

    /** Every country, by name. */
    public List<Choice> countries() {
        return Countries.choices(page.locale());
    }

    /** States to choose from; every country while the registry does not answer. */
    public List<Choice> states(List<State> states) {
        return states.isEmpty()
                ? countries()
                : Countries.choices(states.stream().map(State::iso2).toList(), page.locale());
    }

    /** Control-list entries to choose from. */
    public List<Choice> entries(List<ControlListEntries.Entry> entries) {
        return entries.stream()
                .map(it -> Choice.of(it.code(), it.description()))
                .toList();
    }
}

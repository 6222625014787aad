package org.comity.portal.home;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.comity.portal.api.Codes;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.Denial;
import org.comity.portal.api.DenialSummary;
import org.comity.portal.api.Imports;
import org.comity.portal.api.Returns;
import org.comity.portal.api.Services;
import org.comity.portal.api.Statistics;
import org.comity.portal.consultation.ConsultationWork;
import org.comity.portal.denial.DenialFilter;
import org.comity.portal.denial.Words;
import org.comity.portal.imports.ImportTexts;
import org.comity.portal.page.Colours;
import org.comity.portal.page.Page;
import org.comity.portal.returns.ReturnTexts;
import org.comity.portal.session.Person;
import org.jspecify.annotations.Nullable;

/** The panels of "My work", each described once: for whom it is, where its rows come from, how a row looks. */
@Singleton
class WorkPanels {

    private static final int ENOUGH = 100;

    private static final Predicate<Person> DESK = Person::isOfficer;
    private static final Predicate<Person> APPROVERS = Person::isApprover;

    private static final Set<Imports.Status> SETTLED =
            Set.of(Imports.Status.FAULTY, Imports.Status.APPROVED, Imports.Status.DISCARDED);

    private final Services services;
    private final ConsultationWork consultations;
    private final BulletinPanels bulletins;
    private final NewsPanel news;

    WorkPanels(Services services, ConsultationWork consultations, BulletinPanels bulletins, NewsPanel news) {
        this.bulletins = bulletins;
        this.news = news;
        this.services = services;
        this.consultations = consultations;
    }

    /** The panels that are for this person, in their order, as the services answer now. */
    List<Panel> of(Page page) {
        return Stream.of(
                        news.of(page), consultations(page), bulletins.of(page), denials(page), owed(page), latest(page))
                .flatMap(List::stream)
                .filter(it -> page.is(it.whom()))
                .map(Panel.Described::ask)
                .filter(it -> !it.goesWithoutSaying())
                .toList();
    }

    private List<Panel.Described<?>> consultations(Page page) {
        HomeTexts texts = page.texts(HomeTexts.class);
        Person person = page.person().orElseThrow();
        Function<Consultation.Summary, Panel.Row> row = it -> row(it, consultations.line(it, page));
        return List.of(
                Panel.of("answers", DESK, texts.answers(), consultations::toAnswer, row)
                        .empty(texts.answersNone())
                        .more("/consultations", texts.answersMore()),
                Panel.of("asked", DESK, texts.asked(), () -> consultations.own(person), row)
                        .empty(texts.askedNone())
                        .more("/consultations?view=sent", texts.askedMore()));
    }

    private List<Panel.Described<?>> denials(Page page) {
        HomeTexts texts = page.texts(HomeTexts.class);
        Words words = new Words(page);
        return List.of(
                Panel.of(
                                "approvals",
                                APPROVERS,
                                texts.approvals(),
                                () -> awaiting().filter(it -> !isBy(it.submittedBy(), page)),
                                row(words, it -> submitted(it, words, texts)))
                        .empty(texts.approvalsNone())
                        .more("/denials?status=WAITING", texts.approvalsMore()),
                Panel.of(
                                "drafts",
                                DESK,
                                texts.drafts(),
                                () -> list(List.of(Codes.DenialStatus.DRAFT), own(page)),
                                row(words, it -> texts.saved(page.moment(it.updatedAt()))))
                        .empty(texts.draftsNone())
                        .more("/denials?status=DRAFT", texts.draftsMore()),
                Panel.of(
                                "submitted",
                                DESK.and(APPROVERS.negate()),
                                texts.submitted(),
                                this::awaiting,
                                row(words, it -> submitted(it, words, texts)))
                        .empty(texts.submittedNone())
                        .more("/denials?status=WAITING", texts.submittedMore()));
    }

    /** What the desk owes others, or keeps others waiting for. A panel without a row is not there. */
    private List<Panel.Described<?>> owed(Page page) {
        HomeTexts texts = page.texts(HomeTexts.class);
        Words words = new Words(page);
        return List.of(
                Panel.of("notices", DESK, texts.notices(), consultations::noticesDue, it -> notice(it, page))
                        .more("/consultations?view=sent", texts.askedMore()),
                Panel.of(
                        "assessments",
                        DESK,
                        texts.assessments(),
                        () -> services
                                .at("/denials/v1/denials")
                                .with("assessmentDue", true)
                                .with("limit", ENOUGH)
                                .read(DenialSummary.Page.class)
                                .items()
                                .stream(),
                        row(words, it -> texts.assessmentNote())),
                Panel.of(
                                "returns",
                                APPROVERS,
                                texts.returns(),
                                () -> services
                                        .at("/denials/v1/returns")
                                        .with("waiting", true)
                                        .read(Returns.OfYear.class)
                                        .items()
                                        .stream()
                                        .filter(it -> !isBy(it.submittedBy(), page)),
                                it -> given(it, page))
                        .more("/returns", texts.returnsMore()),
                Panel.of(
                                "figures",
                                APPROVERS,
                                texts.figures(),
                                () -> services.at("/denials/v1/figures").read(Statistics.OfYears.class).items().stream()
                                        .filter(it -> it.waits() && !isBy(it.proposedBy(), page)),
                                it -> figures(it, page))
                        .more("/figures", texts.figuresMore()),
                Panel.of(
                                "reviews",
                                DESK,
                                texts.reviews(),
                                () -> list(
                                                List.of(
                                                        Codes.DenialStatus.REVIEW_DUE,
                                                        Codes.DenialStatus.REVIEW_OVERDUE),
                                                own(page))
                                        // what waits for an approver is listed already
                                        .filter(it -> it.submittedBy() == null),
                                row(words, words::review))
                        .more("/denials?status=UNDER_REVIEW&originator=" + own(page), texts.reviewsMore()),
                Panel.of(
                                "files",
                                DESK,
                                texts.files(),
                                () -> services
                                        .at("/denials/v1/imports")
                                        .with("limit", ENOUGH)
                                        .read(Imports.Page.class)
                                        .items()
                                        .stream()
                                        .filter(it -> !SETTLED.contains(it.status())),
                                it -> file(it, page))
                        .more("/imports", texts.filesMore()));
    }

    private List<Panel.Described<?>> latest(Page page) {
        HomeTexts texts = page.texts(HomeTexts.class);
        return List.of(Panel.of(
                        "latest",
                        anybody -> true,
                        texts.latest(),
                        () -> list(DenialFilter.inForce(), null).filter(it -> !page.isOf(it.originatorState())),
                        row(
                                new Words(page),
                                it -> texts.from(page.country(it.originatorState()), page.shortDay(it.notifiedDate()))))
                .wide()
                .empty(texts.latestNone())
                .more("/denials?status=IN_FORCE", texts.latestMore()));
    }

    // Rows

    private static Function<DenialSummary, Panel.Row> row(Words words, Function<DenialSummary, String> note) {
        return it -> new Panel.Row(
                it.id().toString(),
                it.ref(),
                "/denials/" + it.id(),
                words.status(it.status()),
                Colours.colour(it.status()),
                words.headline(it),
                note.apply(it));
    }

    private static Panel.Row row(Consultation.Summary one, ConsultationWork.Line line) {
        return new Panel.Row(
                one.id().toString(),
                one.ref(),
                "/consultations/" + one.id(),
                line.status(),
                line.colour(),
                line.what(),
                line.note());
    }

    /** A consultation whose notice is outstanding, with the day of the notice. */
    private Panel.Row notice(Consultation.Summary one, Page page) {
        ConsultationWork.Line line = consultations.line(one, page);
        Consultation.Notice notice = consultations.notice(one.id());
        return row(one, line.with(notice == null ? "" : due(notice, page)));
    }

    private static String due(Consultation.Notice notice, Page page) {
        HomeTexts texts = page.texts(HomeTexts.class);
        String when = new Words(page).when(notice.latestBy());
        return notice.late()
                ? texts.noticeLate(page.shortDay(notice.latestBy()), when)
                : texts.noticeBy(page.shortDay(notice.preferredBy()), page.shortDay(notice.latestBy()), when);
    }

    private static Panel.Row given(Returns.Return one, Page page) {
        ReturnTexts words = page.texts(ReturnTexts.class);
        return new Panel.Row(
                one.id().toString(),
                one.period(),
                "/returns/" + one.id(),
                words.status(one.status()),
                Colours.colour(one.status()),
                words.aggregate(one.lines().size()),
                one.submittedBy() == null
                        ? ""
                        : page.texts(HomeTexts.class)
                                .submittedBy(one.submittedBy().name()));
    }

    private static Panel.Row figures(Statistics.Figures one, Page page) {
        HomeTexts texts = page.texts(HomeTexts.class);
        return new Panel.Row(
                "figures-" + one.year(),
                String.valueOf(one.year()),
                "/figures/" + one.year(),
                texts.figuresWait(),
                "yellow",
                texts.figuresSum(page.number(one.denials())),
                texts.proposedByName(one.proposedBy().name()));
    }

    private static Panel.Row file(Imports.Import file, Page page) {
        ImportTexts texts = page.texts(ImportTexts.class);
        return new Panel.Row(
                file.id().toString(),
                file.fileName(),
                "/imports/" + file.id(),
                texts.statusName(file.status()),
                Colours.colour(file.status()),
                texts.inFile(file.denials(), file.rows()),
                page.texts(HomeTexts.class).fileOf(file.createdBy().name(), page.moment(file.createdAt())));
    }

    private static String submitted(DenialSummary summary, Words words, HomeTexts texts) {
        if (summary.submittedBy() == null) {
            return "";
        }
        String name = summary.submittedBy().name();
        return summary.proposal() == null ? texts.submittedBy(name) : texts.proposedBy(words.proposal(summary), name);
    }

    // Sources

    /** What waits for an approver of the person's state: denials, and what is proposed to do with some. */
    private Stream<DenialSummary> awaiting() {
        return services
                .at("/denials/v1/denials")
                .with("waiting", true)
                .with("limit", ENOUGH)
                .read(DenialSummary.Page.class)
                .items()
                .stream();
    }

    private Stream<DenialSummary> list(List<Codes.DenialStatus> statuses, @Nullable String originator) {
        return services
                .at("/denials/v1/denials")
                .with("status", statuses)
                .with("originator", originator)
                .with("limit", ENOUGH)
                .read(DenialSummary.Page.class)
                .items()
                .stream();
    }

    private static boolean isBy(Denial.@Nullable Colleague colleague, Page page) {
        return colleague != null && page.is(it -> it.id().equals(colleague.id()));
    }

    private static String own(Page page) {
        return page.person().flatMap(Person::state).orElseThrow();
    }
}

package org.comity.portal.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.comity.portal.api.Codes;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.DenialSummary;
import org.comity.portal.api.Imports;
import org.comity.portal.api.Services;
import org.comity.portal.consultation.ConsultationWork;
import org.comity.portal.denial.DenialFilter;
import org.comity.portal.denial.Words;
import org.comity.portal.imports.ImportTexts;
import org.comity.portal.page.Colours;
import org.comity.portal.page.Frames;
import org.comity.portal.page.NoticePages;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;
import org.jspecify.annotations.Nullable;

/** "My work". Each panel asks for itself and fails alone. */
@Path("/home")
class HomeResource {

    private static final int ENOUGH = 100;

    @CheckedTemplate(basePath = "home", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Home(Page page, List<Panel> panels) implements TemplateInstance {}

    private final Frames frames;
    private final Services services;
    private final ConsultationWork consultations;
    private final OwedPanels owed;
    private final NoticePages notices;

    HomeResource(
            Frames frames, Services services, ConsultationWork consultations, OwedPanels owed, NoticePages notices) {
        this.frames = frames;
        this.services = services;
        this.consultations = consultations;
        this.owed = owed;
        this.notices = notices;
    }

    @GET
    @Blocking
    public TemplateInstance home() {
        Page page = frames.open(Page.Section.HOME);
        Person person = page.person().orElseThrow();
        if (!person.readsDenials()) {
            return notices.noWork();
        }
        HomeTexts texts = page.texts(HomeTexts.class);
        Words words = new Words(page);
        List<Panel> panels = new ArrayList<>();
        if (person.isOfficer()) {
            panels.add(panel(
                    "answers",
                    texts.answers(),
                    consultations::toAnswer,
                    line(page),
                    texts.answersNone(),
                    "/consultations",
                    texts.answersMore()));
            panels.add(panel(
                    "asked",
                    texts.asked(),
                    () -> consultations.own(person),
                    line(page),
                    texts.askedNone(),
                    "/consultations?view=sent",
                    texts.askedMore()));
        }
        if (person.isApprover()) {
            panels.add(panel(
                    "approvals",
                    texts.approvals(),
                    () -> awaiting().filter(it -> !isBy(person, it)),
                    row(words, it -> submitted(it, words, texts)),
                    texts.approvalsNone(),
                    "/denials?status=WAITING",
                    texts.approvalsMore()));
        }
        if (person.isOfficer()) {
            panels.add(panel(
                    "drafts",
                    texts.drafts(),
                    () -> list(List.of(Codes.DenialStatus.DRAFT), own(person)),
                    row(words, it -> texts.saved(page.moment(it.updatedAt()))),
                    texts.draftsNone(),
                    "/denials?status=DRAFT",
                    texts.draftsMore()));
        }
        if (person.isOfficer() && !person.isApprover()) {
            panels.add(panel(
                    "submitted",
                    texts.submitted(),
                    () -> awaiting(),
                    row(words, it -> submitted(it, words, texts)),
                    texts.submittedNone(),
                    "/denials?status=WAITING",
                    texts.submittedMore()));
        }
        if (person.isOfficer()) {
            panels.addAll(owed.of(page));
            panels.add(panel(
                    "reviews",
                    texts.reviews(),
                    () -> list(List.of(Codes.DenialStatus.REVIEW_DUE, Codes.DenialStatus.REVIEW_OVERDUE), own(person))
                            // what waits for an approver is listed already
                            .filter(it -> it.submittedBy() == null),
                    row(words, words::review),
                    "",
                    "/denials?status=UNDER_REVIEW&originator=" + own(person),
                    texts.reviewsMore()));
            panels.add(panel(
                    "files",
                    texts.files(),
                    () ->
                            services
                                    .at("/denials/v1/imports")
                                    .with("limit", ENOUGH)
                                    .read(Imports.Page.class)
                                    .items()
                                    .stream()
                                    .filter(it -> it.status() != Imports.Status.FAULTY
                                            && it.status() != Imports.Status.APPROVED
                                            && it.status() != Imports.Status.DISCARDED),
                    it -> file(it, page, texts),
                    "",
                    "/imports",
                    texts.filesMore()));
            // without one there is nothing to do
            panels.removeIf(Panel::goesWithoutSaying);
        }
        panels.add(panel(
                "latest",
                texts.latest(),
                () -> list(DenialFilter.inForce(), null).filter(it -> !person.isOf(it.originatorState())),
                row(words, it -> texts.from(page.country(it.originatorState()), page.shortDay(it.notifiedDate()))),
                texts.latestNone(),
                "/denials?status=IN_FORCE",
                texts.latestMore()));
        return page.show(new Home(page, panels));
    }

    private static <T> Panel panel(
            String name,
            String title,
            Supplier<Stream<T>> source,
            Function<T, Panel.Row> row,
            String empty,
            String more,
            String moreText) {
        return Panel.of(name, title, source, row, empty, new Panel.More(more, moreText));
    }

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

    private Function<Consultation.Summary, Panel.Row> line(Page page) {
        Function<Consultation.Summary, ConsultationWork.Line> lines = consultations.lines(page);
        return it -> {
            ConsultationWork.Line line = lines.apply(it);
            return new Panel.Row(
                    it.id().toString(),
                    it.ref(),
                    "/consultations/" + it.id(),
                    line.status(),
                    line.colour(),
                    line.what(),
                    line.note());
        };
    }

    private static Panel.Row file(Imports.Import file, Page page, HomeTexts texts) {
        return new Panel.Row(
                file.id().toString(),
                file.fileName(),
                "/imports/" + file.id().toString(),
                page.texts(ImportTexts.class).statusName(file.status()),
                Colours.colour(file.status()),
                page.texts(ImportTexts.class).inFile(file.denials(), file.rows()),
                texts.fileOf(file.createdBy().name(), page.moment(file.createdAt())));
    }

    private static String submitted(DenialSummary summary, Words words, HomeTexts texts) {
        if (summary.submittedBy() == null) {
            return "";
        }
        String name = summary.submittedBy().name();
        return summary.proposal() == null ? texts.submittedBy(name) : texts.proposedBy(words.proposal(summary), name);
    }

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

    private static boolean isBy(Person person, DenialSummary summary) {
        return summary.submittedBy() != null && summary.submittedBy().id().equals(person.id());
    }

    private static String own(Person person) {
        return person.state().orElseThrow();
    }
}

package org.comity.portal.home;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.Denial;
import org.comity.portal.api.DenialSummary;
import org.comity.portal.api.Returns;
import org.comity.portal.api.Services;
import org.comity.portal.api.Statistics;
import org.comity.portal.consultation.ConsultationWork;
import org.comity.portal.denial.Words;
import org.comity.portal.page.Colours;
import org.comity.portal.page.Page;
import org.comity.portal.returns.ReturnTexts;
import org.comity.portal.session.Person;
import org.jspecify.annotations.Nullable;

/** What a state's desk owes others, or keeps them waiting for, beside denials and answers. */
@Singleton
class OwedPanels {

    private static final int ENOUGH = 25;
    private final Services services;
    private final ConsultationWork consultations;

    OwedPanels(Services services, ConsultationWork consultations) {
        this.services = services;
        this.consultations = consultations;
    }

    /** For an officer; an approver also finds what another person proposed. */
    List<Panel> of(Page page) {
        Person person = page.person().orElseThrow();
        HomeTexts texts = page.texts(HomeTexts.class);
        List<Panel> panels = new ArrayList<>();
        panels.add(Panel.of(
                "notices",
                texts.notices(),
                consultations::noticesDue,
                it -> notice(it, page),
                "",
                new Panel.More("/consultations?view=sent", texts.askedMore())));
        panels.add(Panel.of(
                "assessments",
                texts.assessments(),
                () -> services
                        .at("/denials/v1/denials")
                        .with("assessmentDue", true)
                        .with("limit", ENOUGH)
                        .read(DenialSummary.Page.class)
                        .items()
                        .stream(),
                it -> assessment(it, new Words(page), texts),
                "",
                new Panel.More("", "")));
        if (person.isApprover()) {
            panels.add(Panel.of(
                    "returns",
                    texts.returns(),
                    () ->
                            services
                                    .at("/denials/v1/returns")
                                    .with("waiting", true)
                                    .read(Returns.OfYear.class)
                                    .items()
                                    .stream()
                                    .filter(it -> !isBy(person, it.submittedBy())),
                    it -> given(it, page, texts),
                    "",
                    new Panel.More("/returns", texts.returnsMore())));
            panels.add(Panel.of(
                    "figures",
                    texts.figures(),
                    () -> services.at("/denials/v1/figures").read(Statistics.OfYears.class).items().stream()
                            .filter(it -> it.waits() && !isBy(person, it.proposedBy())),
                    it -> figures(it, page, texts),
                    "",
                    new Panel.More("/figures", texts.figuresMore())));
        }
        return panels;
    }

    private Panel.Row notice(Consultation.Summary line, Page page) {
        ConsultationWork.Line shown = consultations.lines(page).apply(line);
        return new Panel.Row(
                line.id().toString(),
                line.ref(),
                "/consultations/" + line.id(),
                shown.status(),
                shown.colour(),
                shown.what(),
                due(consultations.notice(line.id()), page));
    }

    private static String due(Consultation.@Nullable Notice notice, Page page) {
        if (notice == null) {
            return "";
        }
        HomeTexts texts = page.texts(HomeTexts.class);
        String when = new Words(page).when(notice.latestBy());
        return notice.late()
                ? texts.noticeLate(page.shortDay(notice.latestBy()), when)
                : texts.noticeBy(page.shortDay(notice.preferredBy()), page.shortDay(notice.latestBy()), when);
    }

    private static Panel.Row assessment(DenialSummary one, Words words, HomeTexts texts) {
        return new Panel.Row(
                one.id().toString(),
                one.ref(),
                "/denials/" + one.id(),
                words.status(one.status()),
                Colours.colour(one.status()),
                words.headline(one),
                texts.assessmentNote());
    }

    private static Panel.Row given(Returns.Return one, Page page, HomeTexts texts) {
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
                        : texts.submittedBy(one.submittedBy().name()));
    }

    private static Panel.Row figures(Statistics.Figures one, Page page, HomeTexts texts) {
        return new Panel.Row(
                "figures-" + one.year(),
                String.valueOf(one.year()),
                "/figures/" + one.year(),
                texts.figuresWait(),
                "yellow",
                texts.figuresSum(page.number(one.denials())),
                texts.proposedByName(one.proposedBy().name()));
    }

    private static boolean isBy(Person person, Denial.@Nullable Colleague colleague) {
        return colleague != null && colleague.id().equals(person.id());
    }
}

package org.comity.portal.home;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.comity.portal.api.Bulletin;
import org.comity.portal.api.InformationRequest;
import org.comity.portal.api.Services;
import org.comity.portal.bulletin.BulletinTexts;
import org.comity.portal.page.Colours;
import org.comity.portal.page.Page;
import org.comity.portal.request.RequestTexts;
import org.comity.portal.session.Person;

/** The panels of "My work" that tell of bulletins and of requests for information. */
@Singleton
class BulletinPanels {

    private static final int ENOUGH = 100;

    private final Services services;

    BulletinPanels(Services services) {
        this.services = services;
    }

    /** The panels, for those who write bulletins and those who clear them. */
    List<Panel.Described<?>> of(Page page) {
        HomeTexts texts = page.texts(HomeTexts.class);
        return List.of(
                Panel.of(
                                "requests",
                                Person::writesBulletins,
                                texts.requests(),
                                () -> requests("unanswered", true),
                                it -> request(
                                        it, texts.askedBy(page.country(it.originatorState()), due(it, page)), page))
                        .more("/requests?direction=RECEIVED", texts.requestsMore()),
                Panel.of(
                                "request-approvals",
                                Person::isApprover,
                                texts.requestApprovals(),
                                () -> requests("status", "CLEARANCE"),
                                it -> request(it, texts.saved(page.moment(it.updatedAt())), page))
                        .more("/requests?status=CLEARANCE", texts.requestsMore()),
                Panel.of(
                                "request-drafts",
                                Person::writesBulletins,
                                texts.requestDrafts(),
                                () -> requests("status", "DRAFT"),
                                it -> request(it, texts.saved(page.moment(it.updatedAt())), page))
                        .more("/requests?status=DRAFT", texts.requestsMore()),
                Panel.of(
                                "alerts",
                                Person::writesBulletins,
                                texts.alerts(),
                                () -> bulletins("unacknowledged", true),
                                it -> bulletin(
                                        it,
                                        texts.publishedBy(page.country(it.originatorState()), published(it, page)),
                                        page))
                        .more("/bulletins?class=ALERT", texts.bulletinsMore()),
                Panel.of(
                                "clearances",
                                Person::isApprover,
                                texts.clearances(),
                                () -> bulletins("status", "CLEARANCE"),
                                it -> bulletin(it, texts.saved(page.moment(it.updatedAt())), page))
                        .more("/bulletins?status=CLEARANCE", texts.bulletinsMore()),
                Panel.of(
                                "bulletin-drafts",
                                Person::writesBulletins,
                                texts.bulletinDrafts(),
                                () -> bulletins("status", "DRAFT"),
                                it -> bulletin(it, texts.saved(page.moment(it.updatedAt())), page))
                        .more("/bulletins?status=DRAFT", texts.bulletinsMore()));
    }

    private Stream<Bulletin.Summary> bulletins(String filter, Object value) {
        return services
                .at("/bulletins/v1/bulletins")
                .with(filter, value)
                .with("limit", ENOUGH)
                .read(Bulletin.Page.class)
                .items()
                .stream();
    }

    private Stream<InformationRequest> requests(String filter, Object value) {
        return services
                .at("/bulletins/v1/requests")
                .with(filter, value)
                .with("limit", ENOUGH)
                .read(InformationRequest.Page.class)
                .items()
                .stream();
    }

    /** The last day of the own state's thread. */
    private static String due(InformationRequest one, Page page) {
        return one.threads().stream()
                .map(it -> page.moment(it.dueAt()))
                .findFirst()
                .orElse("");
    }

    private static Panel.Row request(InformationRequest one, String note, Page page) {
        return new Panel.Row(
                one.id().toString(),
                one.ref(),
                "/requests/" + one.id(),
                page.texts(RequestTexts.class).status(one.status()),
                Colours.colour(one.status()),
                Objects.requireNonNullElse(one.subject(), ""),
                note);
    }

    private static String published(Bulletin.Summary one, Page page) {
        return page.shortDay(
                one.publishedAt() == null
                        ? null
                        : one.publishedAt().atZone(page.zone()).toLocalDate());
    }

    private static Panel.Row bulletin(Bulletin.Summary one, String note, Page page) {
        return new Panel.Row(
                one.id().toString(),
                one.ref(),
                "/bulletins/" + one.id(),
                page.texts(BulletinTexts.class).status(one.status()),
                Colours.colour(one.status()),
                Objects.requireNonNullElse(one.headline(), ""),
                note);
    }
}

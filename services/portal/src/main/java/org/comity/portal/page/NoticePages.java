package org.comity.portal.page;

import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.portal.session.Person;
import org.jspecify.annotations.Nullable;

/** The pages that say that something did not work, or that one is done. */
@ApplicationScoped
public class NoticePages {

    private final Instance<Frames> frames;
    private final Languages languages;
    private final Clock clock;

    NoticePages(Instance<Frames> frames, Languages languages, Clock clock) {
        this.frames = frames;
        this.languages = languages;
        this.clock = clock;
    }

    public TemplateInstance signedOut() {
        Page page = frames.get().anonymous();
        Texts texts = page.texts(Texts.class);
        return notice(
                page, texts.signedOutTitle(), "", List.of(texts.signedOutText()), way(texts.signInAgain(), "/home"));
    }

    /** For a request that did not come from a page of ours, before there is a frame. */
    public TemplateInstance foreign(HttpServerRequest request) {
        Page page = frameless(request);
        Texts texts = page.texts(Texts.class);
        return notice(
                page,
                texts.foreignTitle(),
                "",
                List.of(texts.foreignText(), texts.foreignWayOut()),
                way(texts.toStart(), "/"));
    }

    /** For a request that no page of ours sends, before there is a frame. */
    public TemplateInstance unreadable(HttpServerRequest request) {
        Page page = frameless(request);
        Texts texts = page.texts(Texts.class);
        return notice(page, texts.notFoundTitle(), "", List.of(texts.unreadableText()), way(texts.toStart(), "/"));
    }

    /** For what is larger than anything that is sent from a page of ours, before there is a frame. */
    public TemplateInstance tooLarge(HttpServerRequest request) {
        Page page = frameless(request);
        Texts texts = page.texts(Texts.class);
        return notice(page, texts.tooLargeTitle(), "", List.of(texts.tooLargeText()), way(texts.toStart(), "/"));
    }

    /** For a file that comes while as many others are read as there is memory for, before there is a frame. */
    public TemplateInstance busy(HttpServerRequest request) {
        Page page = frameless(request);
        Texts texts = page.texts(Texts.class);
        return notice(page, texts.busyTitle(), "", List.of(texts.busyText()), way(texts.toStart(), "/"));
    }

    private Page frameless(HttpServerRequest request) {
        return new Page(
                Optional.empty(),
                languages.of(request),
                ZoneOffset.UTC,
                LocalDate.now(clock),
                LocalDate.now(clock.withZone(ZoneOffset.UTC)),
                Page.Section.NONE,
                false,
                List.of(),
                "");
    }

    public TemplateInstance signInFailed() {
        Page page = frames.get().anonymous();
        Texts texts = page.texts(Texts.class);
        return notice(
                page,
                texts.signInFailedTitle(),
                "",
                List.of(texts.signInFailedText(), texts.signInFailedWayOut()),
                way(texts.signInAgain(), "/home"));
    }

    /** After signing in from the page that kept a form. */
    public TemplateInstance backIn() {
        Page page = frames.get().open(Page.Section.NONE);
        Texts texts = page.texts(Texts.class);
        return notice(page, texts.lapsedBackTitle(), "", List.of(texts.lapsedBackText()), way(texts.toHome(), "/home"));
    }

    /** Gives a form back that arrived without a session. */
    public TemplateInstance lapsed(String action, Map<String, List<String>> sent) {
        Page page = frames.get().anonymous().toStayOn();
        return page.show(new Lapsed(page, action, fields(sent)));
    }

    private static List<Lapsed.Field> fields(Map<String, List<String>> sent) {
        return sent.entrySet().stream()
                .flatMap(it -> it.getValue().stream().map(value -> new Lapsed.Field(it.getKey(), value)))
                .toList();
    }

    public TemplateInstance ended() {
        Page page = frames.get().anonymous();
        Texts texts = page.texts(Texts.class);
        return notice(
                page,
                texts.endedTitle(),
                "",
                List.of(texts.endedText(), texts.endedWayOut()),
                way(texts.signInAgain(), "/home"));
    }

    public TemplateInstance suspended() {
        Page page = frames.get().opened();
        Texts texts = page.texts(Texts.class);
        return notice(page, texts.suspendedTitle(), "", List.of(texts.suspendedText(), texts.suspendedWayOut()));
    }

    public TemplateInstance notAllowed(@Nullable String correlation) {
        Page page = frames.get().opened();
        Texts texts = page.texts(Texts.class);
        return notice(
                page,
                texts.notAllowedTitle(),
                correlation,
                List.of(texts.notAllowedText(), texts.notAllowedWayOut()),
                way(texts.toHome(), "/home"));
    }

    public TemplateInstance noWork() {
        Page page = frames.get().opened();
        Texts texts = page.texts(Texts.class);
        return page.person().filter(Person::readsAccessLog).isPresent()
                ? notice(
                        page,
                        texts.auditorTitle(),
                        "",
                        List.of(texts.auditorText()),
                        way(texts.navAccess(), "/access-log"))
                : notice(page, texts.noWorkTitle(), "", List.of(texts.noWorkText()));
    }

    /** The same for what there is not and for what is not for this person. */
    public TemplateInstance notFound() {
        Page page = frames.get().opened();
        Texts texts = page.texts(Texts.class);
        return notice(
                page,
                texts.notFoundTitle(),
                "",
                List.of(texts.notFoundText(), texts.notFoundWayOut()),
                onward(page, texts));
    }

    /**
     * A step that the record no longer allows.
     *
     * @param sent the form that asked for it: what was written in it stays to be read and copied
     */
    public TemplateInstance conflict(String detail, Map<String, List<String>> sent) {
        Page page = frames.get().opened();
        Texts texts = page.texts(Texts.class);
        List<String> written = written(sent);
        return page.show(new Notice(
                written.isEmpty() ? page : page.toStayOn(),
                texts.conflictTitle(),
                List.of(texts.conflictText()),
                detail,
                written,
                "",
                List.of(onward(page, texts))));
    }

    /** A form that another person's page sent: nothing of it is done, and who wrote it can send it after all. */
    public TemplateInstance madeForAnother(String action, Map<String, List<String>> sent) {
        Page page = frames.get().open(Page.Section.NONE);
        String who = page.person()
                .map(it -> page.ownState().isEmpty() ? it.name() : it.name() + ", " + page.ownState())
                .orElse("");
        return page.show(new OthersForm(
                page.toGiveBack(), page.texts(Texts.class).othersTitle(who), typed(sent), action, fields(sent)));
    }

    private static final Set<String> NOT_TYPED = Set.of(PersonMark.FIELD, "etag", "key", "warned", "correct");

    private static List<String> typed(Map<String, List<String>> sent) {
        return sent.entrySet().stream()
                .filter(it -> !NOT_TYPED.contains(it.getKey()))
                .flatMap(it -> it.getValue().stream())
                .filter(it -> !it.isBlank())
                .toList();
    }

    /** What a person wrote, as far as it is more than a word; codes, versions and keys are not. */
    private static List<String> written(Map<String, List<String>> sent) {
        return sent.values().stream()
                .flatMap(List::stream)
                .map(String::strip)
                .filter(it -> it.chars().anyMatch(Character::isWhitespace))
                .toList();
    }

    /** Something broke on our side; a form that was sent is given back, to be sent again. */
    public TemplateInstance failed(@Nullable String correlation, String action, Map<String, List<String>> sent) {
        Page page = frames.get().opened();
        Texts texts = page.texts(Texts.class);
        return sent.isEmpty()
                ? notice(
                        page,
                        texts.failedTitle(),
                        correlation,
                        List.of(texts.failedText()),
                        way(texts.toHome(), "/home"))
                : page.show(new Kept(
                        page.toStayOn(),
                        texts.failedTitle(),
                        texts.keptFailed(),
                        correlation == null ? "" : correlation,
                        action,
                        fields(sent)));
    }

    /** A service cannot be reached; a form that was sent is given back, to be sent again. */
    public TemplateInstance unanswered(String action, Map<String, List<String>> sent) {
        Page page = frames.get().opened();
        Texts texts = page.texts(Texts.class);
        return sent.isEmpty()
                ? notice(
                        page,
                        texts.unansweredTitle(),
                        "",
                        List.of(texts.unansweredText()),
                        way(texts.toHome(), "/home"))
                : page.show(new Kept(
                        page.toStayOn(), texts.unansweredTitle(), texts.keptUnanswered(), "", action, fields(sent)));
    }

    /** To the list of the part that the page belongs to. */
    private static Notice.Way onward(Page page, Texts texts) {
        Notice.Way start = page.person().isPresent() ? way(texts.toHome(), "/home") : way(texts.toStart(), "/");
        return switch (page.section()) {
            case DENIALS ->
                page.person().filter(Person::readsDenials).isPresent() ? way(texts.toDenials(), "/denials") : start;
            case CONSULTATIONS ->
                page.person().filter(Person::readsConsultations).isPresent()
                        ? way(texts.toConsultations(), "/consultations")
                        : start;
            case ACCESS ->
                page.person().filter(Person::readsAccessLog).isPresent() ? way(texts.toAccess(), "/access-log") : start;
            default -> start;
        };
    }

    private static Notice.Way way(String text, String href) {
        return new Notice.Way(text, href);
    }

    private static TemplateInstance notice(
            Page page, String title, @Nullable String correlation, List<String> paragraphs, Notice.Way... ways) {
        return page.show(new Notice(
                page, title, paragraphs, "", List.of(), correlation == null ? "" : correlation, List.of(ways)));
    }
}

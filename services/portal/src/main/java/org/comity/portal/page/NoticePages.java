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
import java.util.function.Function;
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

    /** The words of a notice, and the way on; empty where there is none. */
    private record Said(String title, List<String> paragraphs, String wayText, String href) {

        Said(String title, String wayText, String href, String... paragraphs) {
            this(title, List.of(paragraphs), wayText, href);
        }
    }

    public TemplateInstance signedOut() {
        return anonymous(it -> new Said(it.signedOutTitle(), it.signInAgain(), "/home", it.signedOutText()));
    }

    public TemplateInstance signInFailed() {
        return anonymous(it -> new Said(
                it.signInFailedTitle(), it.signInAgain(), "/home", it.signInFailedText(), it.signInFailedWayOut()));
    }

    public TemplateInstance ended() {
        return anonymous(it -> new Said(it.endedTitle(), it.signInAgain(), "/home", it.endedText(), it.endedWayOut()));
    }

    private TemplateInstance anonymous(Function<Texts, Said> words) {
        return notice(frames.get().anonymous(), "", words);
    }

    /** For a request that did not come from a page of ours, before there is a frame. */
    public TemplateInstance foreign(HttpServerRequest request) {
        return frameless(
                request, it -> new Said(it.foreignTitle(), it.toStart(), "/", it.foreignText(), it.foreignWayOut()));
    }

    /** For a request that no page of ours sends, before there is a frame. */
    public TemplateInstance unreadable(HttpServerRequest request) {
        return frameless(request, it -> new Said(it.notFoundTitle(), it.toStart(), "/", it.unreadableText()));
    }

    /** For what is larger than anything that is sent from a page of ours, before there is a frame. */
    public TemplateInstance tooLarge(HttpServerRequest request) {
        return frameless(request, it -> new Said(it.tooLargeTitle(), it.toStart(), "/", it.tooLargeText()));
    }

    /** For a file that comes while as many others are read as there is memory for, before there is a frame. */
    public TemplateInstance busy(HttpServerRequest request) {
        return frameless(request, it -> new Said(it.busyTitle(), it.toStart(), "/", it.busyText()));
    }

    private TemplateInstance frameless(HttpServerRequest request, Function<Texts, Said> words) {
        Page page = new Page(
                Optional.empty(),
                languages.of(request),
                ZoneOffset.UTC,
                LocalDate.now(clock),
                LocalDate.now(clock.withZone(ZoneOffset.UTC)),
                "",
                false,
                List.of(),
                "");
        return notice(page, "", words);
    }

    /** After signing in from the page that kept a form. */
    public TemplateInstance backIn() {
        Page page = frames.get().open("");
        return notice(page, "", it -> new Said(it.lapsedBackTitle(), it.toHome(), "/home", it.lapsedBackText()));
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

    public TemplateInstance suspended() {
        return opened("", it -> new Said(it.suspendedTitle(), "", "", it.suspendedText(), it.suspendedWayOut()));
    }

    public TemplateInstance notAllowed(@Nullable String correlation) {
        return opened(
                correlation,
                it -> new Said(it.notAllowedTitle(), it.toHome(), "/home", it.notAllowedText(), it.notAllowedWayOut()));
    }

    public TemplateInstance noWork() {
        Page page = frames.get().opened();
        return notice(
                page,
                "",
                it -> page.is(Person::readsAccessLog)
                        ? new Said(it.auditorTitle(), it.navAccess(), "/access-log", it.auditorText())
                        : new Said(it.noWorkTitle(), "", "", it.noWorkText()));
    }

    private TemplateInstance opened(@Nullable String correlation, Function<Texts, Said> words) {
        return notice(frames.get().opened(), correlation, words);
    }

    /** The same for what there is not and for what is not for this person. */
    public TemplateInstance notFound() {
        Page page = frames.get().opened();
        return notice(page, "", it -> {
            Notice.Way onward = onward(page, it);
            return new Said(it.notFoundTitle(), onward.text(), onward.href(), it.notFoundText(), it.notFoundWayOut());
        });
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
        Page page = frames.get().open("");
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
                ? notice(page, correlation, it -> new Said(it.failedTitle(), it.toHome(), "/home", it.failedText()))
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
                ? notice(page, "", it -> new Said(it.unansweredTitle(), it.toHome(), "/home", it.unansweredText()))
                : page.show(new Kept(
                        page.toStayOn(), texts.unansweredTitle(), texts.keptUnanswered(), "", action, fields(sent)));
    }

    /** To the list of the part that the page belongs to. */
    private static Notice.Way onward(Page page, Texts texts) {
        Notice.Way start = page.person().isPresent() ? way(texts.toHome(), "/home") : way(texts.toStart(), "/");
        return switch (page.section()) {
            case "/denials" -> page.is(Person::readsDenials) ? way(texts.toDenials(), "/denials") : start;
            case "/consultations" ->
                page.is(Person::readsConsultations) ? way(texts.toConsultations(), "/consultations") : start;
            case "/bulletins" -> page.is(Person::readsBulletins) ? way(texts.toBulletins(), "/bulletins") : start;
            case "/access-log" -> page.is(Person::readsAccessLog) ? way(texts.toAccess(), "/access-log") : start;
            default -> start;
        };
    }

    private static Notice.Way way(String text, String href) {
        return new Notice.Way(text, href);
    }

    private static TemplateInstance notice(Page page, @Nullable String correlation, Function<Texts, Said> words) {
        Said said = words.apply(page.texts(Texts.class));
        return page.show(new Notice(
                page,
                said.title(),
                said.paragraphs(),
                "",
                List.of(),
                correlation == null ? "" : correlation,
                said.href().isEmpty() ? List.of() : List.of(way(said.wayText(), said.href()))));
    }
}

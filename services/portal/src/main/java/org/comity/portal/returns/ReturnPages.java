package org.comity.portal.returns;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.Set;
import org.comity.portal.api.DenialContent;
import org.comity.portal.api.DenialMethods;
import org.comity.portal.api.Returns;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;
import org.comity.portal.step.Read;

/** Makes the page of one return, which several steps come back to. */
final class ReturnPages {

    @CheckedTemplate(basePath = "returns", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OneReturn(
            Page page,
            Returns.Return one,
            String etag,
            String period,
            String year,
            String done,
            Form form,
            boolean own,
            boolean decides,
            boolean gaveIt,
            DenialContent content,
            Set<String> nothing)
            implements TemplateInstance {}

    private ReturnPages() {}

    /** The page, with what is done and what did not work. */
    static TemplateInstance page(Page page, Read<Returns.Return> now, String done, Form form) {
        Returns.Return one = now.one();
        HalfYear half = HalfYear.of(one.period());
        return page.show(new OneReturn(
                page,
                one,
                now.etag(),
                half.words(page.texts(ReturnTexts.class)),
                String.valueOf(half.year()),
                done(done, one, page.texts(ReturnTexts.class)),
                form,
                isOwn(one, page),
                decides(one, page),
                gave(one, page),
                DenialMethods.OfContent.released(one.releasability(), one.tlp(), one.permittedUse(), null),
                Set.of()));
    }

    /** What it is called. */
    static String called(Returns.Return one, Page page) {
        ReturnTexts texts = page.texts(ReturnTexts.class);
        return texts.oneTitle(
                page.country(one.originatorState()), HalfYear.of(one.period()).words(texts));
    }

    private static String done(String done, Returns.Return one, ReturnTexts texts) {
        return switch (done) {
            case "given" -> texts.doneGiven();
            case "released" -> toNobody(one) ? texts.doneReleasedToNobody() : texts.doneReleased();
            case "sent-back" -> texts.doneSentBack();
            case "dropped" -> texts.doneDropped();
            case "release" -> texts.doneRelease();
            default -> "";
        };
    }

    private static boolean toNobody(Returns.Return one) {
        return one.statesReached() != null && one.statesReached() == 0;
    }

    /** Whether it is of this person's desk. */
    static boolean isOwn(Returns.Return one, Page page) {
        return page.person()
                .filter(it -> it.isOfficer() && it.isOf(one.originatorState()))
                .isPresent();
    }

    private static boolean gave(Returns.Return one, Page page) {
        return one.submittedBy() != null
                && page.person()
                        .filter(it -> it.id().equals(one.submittedBy().id()))
                        .isPresent();
    }

    /** Whether this person approves it or sends it back. */
    static boolean decides(Returns.Return one, Page page) {
        boolean corrects = one.correction() != null && one.correction().waits();
        return isOwn(one, page)
                && (one.status() == Returns.Status.NATIONAL_APPROVAL || corrects)
                && page.person().filter(Person::isApprover).isPresent();
    }
}

package org.comity.portal.returns;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Returns;
import org.comity.portal.denial.ReleaseForm;
import org.comity.portal.draft.Reading;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;
import org.comity.portal.step.Read;
import org.comity.portal.step.RecordPages;
import org.comity.portal.step.RecordSteps;
import org.comity.portal.step.Records;
import org.comity.portal.step.Subject;

/** One return: the page that shows it, and the steps that are taken with it. */
@Path("/returns")
@Produces(MediaType.TEXT_HTML)
class ReturnResource extends RecordPages<Returns.Return> {

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
            List<Reading> side)
            implements TemplateInstance {}

    private final Reference reference;

    ReturnResource(
            Records<Returns.Return> returns, Instance<RecordSteps<Returns.Return>> described, Reference reference) {
        super(returns, described);
        this.reference = reference;
    }

    @Override
    protected Subject<Returns.Return> subject(String id) {
        return new OneRecord(id) {
            @Override
            public String called(Returns.Return one, Page page) {
                ReturnTexts texts = page.texts(ReturnTexts.class);
                return texts.oneTitle(
                        page.country(one.originatorState()),
                        HalfYear.of(one.period()).words(texts));
            }

            @Override
            public String stands(Returns.Return one, Page page) {
                return page.texts(ReturnTexts.class).status(one.status());
            }
        };
    }

    @Override
    protected TemplateInstance show(Page page, Read<Returns.Return> now, String from, String done, Form form) {
        Returns.Return one = now.one();
        HalfYear half = HalfYear.of(one.period());
        return page.show(new OneReturn(
                page,
                one,
                now.etag(),
                half.words(page.texts(ReturnTexts.class)),
                String.valueOf(half.year()),
                done,
                form,
                page.isOf(one.originatorState()) && page.is(Person::isOfficer),
                ReleaseForm.reading(one, page, reference)));
    }

    @Override
    protected String done(String word, Returns.Return one, Page page) {
        ReturnTexts texts = page.texts(ReturnTexts.class);
        return switch (word) {
            case "given" -> texts.doneGiven();
            case "dropped" -> texts.doneDropped();
            default -> "";
        };
    }
}

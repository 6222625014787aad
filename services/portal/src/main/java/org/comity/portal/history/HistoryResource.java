package org.comity.portal.history;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.comity.portal.api.Denial;
import org.comity.portal.api.History;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Services;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.step.Records;

/** The versions of an own denial, for the desk that notified them: others get no such page. */
@Path("/denials/{id}/versions")
class HistoryResource {

    @CheckedTemplate(basePath = "history", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Versions(Page page, Denial one, List<History.Version> versions) implements TemplateInstance {}

    @CheckedTemplate(basePath = "history", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Changes(
            Page page,
            Denial one,
            int version,
            int since,
            String before,
            String after,
            Form form,
            List<Choice> earlier,
            List<ChangeWords.Row> rows)
            implements TemplateInstance {}

    private final Services services;
    private final Records<Denial> denials;
    private final Reference reference;

    HistoryResource(Services services, Records<Denial> denials, Reference reference) {
        this.services = services;
        this.denials = denials;
        this.reference = reference;
    }

    @GET
    public TemplateInstance versions(@PathParam("id") UUID id) {
        Page page = denials.openForDesk();
        Denial one = own(id, page);
        return page.show(new Versions(
                page,
                one,
                services.at("/denials/v1/denials/{id}/versions", id)
                        .read(History.Versions.class)
                        .items()
                        .reversed()));
    }

    @GET
    @Path("{version}")
    public TemplateInstance changes(
            @PathParam("id") UUID id,
            @PathParam("version") int version,
            @QueryParam("since") @DefaultValue("-1") int wanted) {
        Page page = denials.openForDesk();
        Denial one = own(id, page);
        int since = wanted < 0 ? version - 1 : wanted;
        if (version < 1 || version > one.version() || since >= version) {
            throw new NotFoundException();
        }
        HistoryTexts texts = page.texts(HistoryTexts.class);
        List<Choice> earlier = Stream.concat(
                        Stream.iterate(version - 1, it -> it > 0, it -> it - 1)
                                .map(it -> Choice.of(String.valueOf(it), texts.version(it))),
                        Stream.of(Choice.of("0", texts.nothingBefore())))
                .toList();
        ChangeWords words = new ChangeWords(page, reference);
        return page.show(new Changes(
                page,
                one,
                version,
                since,
                since == 0 ? "" : texts.version(since),
                texts.version(version),
                Form.blank().put("since", since),
                earlier,
                services
                        .at("/denials/v1/denials/{id}/versions/{version}/changes", id, version)
                        .with("since", since)
                        .read(History.Changes.class)
                        .items()
                        .stream()
                        .map(words::row)
                        .toList()));
    }

    private Denial own(UUID id, Page page) {
        Denial one = denials.read(id).one();
        if (!page.isOf(one.originatorState())) {
            throw new NotFoundException();
        }
        return one;
    }
}

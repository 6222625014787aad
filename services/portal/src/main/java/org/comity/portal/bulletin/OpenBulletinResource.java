package org.comity.portal.bulletin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.comity.portal.api.Bulletin;
import org.comity.portal.api.BulletinContent;
import org.comity.portal.api.Services;
import org.comity.portal.denial.DenialTexts;
import org.comity.portal.list.Found;
import org.comity.portal.list.Listing;
import org.comity.portal.list.Narrowing;
import org.comity.portal.list.Table;
import org.comity.portal.list.TableColumn;
import org.comity.portal.page.Downloads;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.page.Value;

/**
 * The copies for everybody: pages that know nobody and ask nobody to sign in.
 *
 * <p>Rules: R-329.
 */
@Path("/open-bulletins")
@Produces(MediaType.TEXT_HTML)
@PermitAll
class OpenBulletinResource {

    private static final int ROWS = 25;

    @CheckedTemplate(basePath = "bulletin", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OpenOne(Page page, Bulletin.Open one, List<String> items, List<String> themes, List<String> about)
            implements TemplateInstance {}

    private final Frames frames;
    private final Services services;

    OpenBulletinResource(Frames frames, Services services) {
        this.frames = frames;
        this.services = services;
    }

    @GET
    public TemplateInstance list(@Context UriInfo address) {
        Page page = frames.anonymous();
        BulletinTexts texts = page.texts(BulletinTexts.class);
        Narrowing narrowing = Narrowing.of("/open-bulletins", List.of(), address.getQueryParameters());
        Found<Bulletin.Open> found = narrowing.ask(
                cursor -> services.openAt("/bulletins/v1/open-bulletins")
                        .with("limit", ROWS)
                        .with("cursor", cursor)
                        .answer(Bulletin.OpenPage.class),
                Bulletin.OpenPage::items);
        List<TableColumn<Bulletin.Open>> columns = List.of(
                TableColumn.heading(texts.headline(), row -> Value.empty()
                        .link(Objects.requireNonNullElse(row.headline(), row.ref()), "/open-bulletins/" + row.id())),
                TableColumn.of(
                        page.texts(DenialTexts.class).originator(),
                        row -> Value.of(page.country(row.originatorState()))),
                TableColumn.of(texts.published(), row -> Value.of(page.moment(row.publishedAt()))));
        return Listing.of(
                        page, texts.openTitle(), narrowing, found, Table.of(texts.openTitle(), columns, found.items()))
                .lead(texts.openLead())
                .empty("", List.of(texts.openNone()), List.of())
                .show();
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(@PathParam("id") UUID id) {
        Page page = frames.anonymous();
        BulletinTexts texts = page.texts(BulletinTexts.class);
        Bulletin.Open one =
                services.openAt("/bulletins/v1/open-bulletins/{id}", id).read(Bulletin.Open.class);
        return page.show(new OpenOne(
                page,
                one,
                one.items().stream().map(OpenBulletinResource::item).toList(),
                one.themes().stream().map(texts::theme).toList(),
                one.attachments().stream()
                        .map(it -> BulletinForm.about(it.type(), it.size(), texts, page))
                        .toList()));
    }

    /** A file of one of them, for everybody. */
    @GET
    @Path("{id}/attachments/{file}")
    public Response attachment(@PathParam("id") UUID id, @PathParam("file") UUID file) {
        return Downloads.of(
                services.openStreamAt("/bulletins/v1/open-bulletins/{id}/attachments/{attachment}", id, file)
                        .open());
    }

    private static String item(BulletinContent.Item item) {
        return item.controlCode() == null
                ? Objects.requireNonNullElse(item.description(), "")
                : item.controlCode() + (item.description() == null ? "" : ", " + item.description());
    }
}

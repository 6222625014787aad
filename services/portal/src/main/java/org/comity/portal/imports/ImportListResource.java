package org.comity.portal.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.portal.api.Imports;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Refusal;
import org.comity.portal.api.Services;
import org.comity.portal.denial.DenialViews;
import org.comity.portal.form.Field;
import org.comity.portal.form.FileForm;
import org.comity.portal.list.Found;
import org.comity.portal.list.Listing;
import org.comity.portal.list.Narrowing;
import org.comity.portal.list.Table;
import org.comity.portal.list.TableColumn;
import org.comity.portal.page.Colours;
import org.comity.portal.page.Downloads;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.page.PersonMark;
import org.comity.portal.page.Value;
import org.comity.portal.step.Faults;
import org.comity.portal.step.Records;
import org.comity.portal.step.StepFrame;
import org.jboss.resteasy.reactive.client.api.ClientMultipartForm;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** The files that a state's desk imported, and sending another. */
@Path("/imports")
@Produces(MediaType.TEXT_HTML)
class ImportListResource {

    private static final int ROWS = 25;

    private static final int TOO_LARGE = 413;

    /** What the service takes in all, without what surrounds the file: {@code comity.http.largest-form} in services/denials. */
    private static final long MOST_BYTES = 8 * 1024 * 1024 - 64 * 1024;

    @CheckedTemplate(basePath = "imports", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NewImport(Page page, Form form, List<Field> fields) implements TemplateInstance {}

    private final Records<Imports.Import> files;
    private final Services services;
    private final Reference reference;
    private final ObjectMapper json;
    private final PersonMark marks;

    ImportListResource(
            Records<Imports.Import> files,
            Services services,
            Reference reference,
            ObjectMapper json,
            PersonMark marks) {
        this.files = files;
        this.services = services;
        this.reference = reference;
        this.json = json;
        this.marks = marks;
    }

    @GET
    public TemplateInstance list(@Context UriInfo address) {
        Page page = files.open();
        ImportTexts texts = page.texts(ImportTexts.class);
        Narrowing narrowing = Narrowing.of("/imports", List.of(), address.getQueryParameters());
        Found<Imports.Import> found = narrowing.ask(
                cursor -> services.at("/denials/v1/imports")
                        .with("limit", ROWS)
                        .with("cursor", cursor)
                        .answer(Imports.Page.class),
                Imports.Page::items);
        List<TableColumn<Imports.Import>> columns = List.of(
                TableColumn.heading(texts.file(), row -> Value.empty().link(row.fileName(), "/imports/" + row.id())),
                TableColumn.of(texts.status(), row -> Value.empty()
                        .tag(texts.statusName(row.status()), Colours.colour(row.status()))),
                TableColumn.of(
                        texts.denials(),
                        row -> Value.of(
                                row.status() == Imports.Status.FAULTY
                                        ? texts.faultsTitle(row.faultCount())
                                        : page.number(row.denials()))),
                TableColumn.of(texts.sentBy(), row -> Value.of(row.createdBy().name())),
                TableColumn.of(texts.sentAt(), row -> Value.of(page.moment(row.createdAt()))));
        return Listing.of(
                        page,
                        texts.title(),
                        narrowing,
                        found,
                        Table.of(texts.caption(), columns, found.items(), row -> "d-" + row.id()))
                .button(texts.begin(), "/imports/new")
                .beside(DenialViews.beside(DenialViews.IMPORTS, page))
                .lead(texts.lead())
                .empty("", List.of(texts.none()), List.of())
                .show();
    }

    @GET
    @Path("template")
    public Response template(@QueryParam("format") @DefaultValue("csv") String format) {
        files.open();
        if (!format.equals("csv") && !format.equals("xlsx")) {
            throw new NotFoundException();
        }
        return Downloads.of(services.fileAt("/denials/v1/imports/template")
                .with("format", format)
                .file());
    }

    /** @param like an import whose settings are taken over: the same file is sent again, mended */
    @GET
    @Path("new")
    public TemplateInstance begin(@QueryParam("like") Optional<UUID> like) {
        Page page = files.open();
        Form form = like.map(it -> ImportForm.like(files.read(it).one().settings(), ImportForm.fields(page, reference)))
                .orElseGet(() -> ImportForm.blank(page, reference));
        return newPage(page, form);
    }

    @POST
    @Path("new")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response receive(MultipartFormDataInput input) {
        Page page = files.open();
        FileForm sent = FileForm.of(input);
        marks.require(sent.texts());
        Form form = Form.of(sent.texts());
        ImportTexts texts = page.texts(ImportTexts.class);
        List<Field> fields = ImportForm.fields(page, reference);
        Imports.Settings settings = ImportForm.read(form, fields, page);
        if (sent.file().isEmpty()) {
            form.fault("file", texts.fileMissing());
        } else if (sent.isLarger(MOST_BYTES)) {
            form.fault("file", texts.fileTooLarge());
        }
        if (form.isFaulty()) {
            return Response.status(422).entity(newPage(page, form)).build();
        }
        try {
            Imports.Import made = services.fileAt("/denials/v1/imports")
                    .create(form.key(), multipart(sent, settings), Imports.Import.class)
                    .getEntity();
            return StepFrame.seeOther("/imports/" + made.id());
        } catch (Refusal refusal) {
            if (refusal.status() == TOO_LARGE) {
                form.fault("file", texts.fileTooLarge());
            } else if (Faults.isFault(refusal)) {
                ImportForm.faults(form, refusal, fields, page);
            } else {
                throw refusal;
            }
            return Response.status(422).entity(newPage(page, form)).build();
        }
    }

    /** A form that was given back after signing in again has lost its file. */
    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response receiveAgain(MultivaluedMap<String, String> sent) {
        Page page = files.open();
        Form form = Form.of(sent);
        form.fault("file", page.texts(ImportTexts.class).fileAgain());
        return Response.status(422).entity(newPage(page, form)).build();
    }

    private ClientMultipartForm multipart(FileForm sent, Imports.Settings settings) {
        try {
            return sent.passedOn().attribute("settings", json.writeValueAsString(settings), "settings");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("settings cannot be written", impossible);
        }
    }

    private TemplateInstance newPage(Page page, Form form) {
        return page.show(new NewImport(page, form.keyed(), ImportForm.fields(page, reference)));
    }
}

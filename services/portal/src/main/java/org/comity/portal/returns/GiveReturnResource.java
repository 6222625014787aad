package org.comity.portal.returns;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.comity.portal.api.Codes;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Refusal;
import org.comity.portal.api.Returns;
import org.comity.portal.api.Services;
import org.comity.portal.denial.ReleaseForm;
import org.comity.portal.denial.Words;
import org.comity.portal.form.Field;
import org.comity.portal.page.Choice;
import org.comity.portal.page.CodeTexts;
import org.comity.portal.page.Form;
import org.comity.portal.page.Keys;
import org.comity.portal.page.Page;
import org.comity.portal.page.Texts;
import org.comity.portal.step.Faults;
import org.comity.portal.step.Read;
import org.comity.portal.step.Records;
import org.comity.portal.step.StepFrame;

/** Giving a return, or the next version of one: nil, or in sum with its lines. */
@Path("/returns")
@Produces(MediaType.TEXT_HTML)
class GiveReturnResource {

    @CheckedTemplate(basePath = "returns", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Nil(
            Page page,
            String period,
            String title,
            Form form,
            long denials,
            String to,
            String tlp,
            Field because,
            List<Field> release)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "returns", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Aggregate(
            Page page,
            String period,
            String title,
            Form form,
            List<List<Field>> lines,
            List<Choice> entries,
            List<Field> release)
            implements TemplateInstance {}

    private final Records<Returns.Return> returns;
    private final Services services;
    private final Reference reference;

    GiveReturnResource(Records<Returns.Return> returns, Services services, Reference reference) {
        this.returns = returns;
        this.services = services;
        this.reference = reference;
    }

    // Nothing was denied

    @GET
    @Path("{period}/nil")
    public TemplateInstance askNil(@PathParam("period") String period) {
        Page page = returns.openForDesk();
        HalfYear half = HalfYear.of(period);
        return nilPage(page, half, given(page, half).map(this::correcting).orElseGet(() -> blank(page)));
    }

    @POST
    @Path("{period}/nil")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response giveNil(@PathParam("period") String period, MultivaluedMap<String, String> sent) {
        Page page = returns.openForDesk();
        HalfYear half = HalfYear.of(period);
        Form form = Form.of(sent);
        return give(page, form, give(half, Returns.Kind.NIL, List.of(), form), it -> nilPage(page, half, it));
    }

    private TemplateInstance nilPage(Page page, HalfYear half, Form form) {
        CodeTexts code = page.texts(CodeTexts.class);
        Codes.ReleaseMode mode = form.code(ReleaseForm.MODE, Codes.ReleaseMode.class);
        Codes.Tlp tlp = ReleaseForm.tlp(form);
        return page.show(new Nil(
                page,
                half.toString(),
                page.texts(ReturnTexts.class).nilTitle(half.words(page.texts(ReturnTexts.class))),
                form,
                services.at("/denials/v1/returns/own-denials")
                        .with("period", half.toString())
                        .read(Returns.Denied.class)
                        .denials(),
                mode == null ? "" : releasedTo(mode, form, code, page),
                tlp == null ? "" : tlp.label(),
                ReturnForm.nilBecause(page),
                ReleaseForm.fields(reference.subscribingStates(), new Words(page))));
    }

    /** To whom, with the states or the regime by name: it cannot be taken back. */
    private static String releasedTo(Codes.ReleaseMode mode, Form form, CodeTexts code, Page page) {
        String to = code.releasedTo(mode);
        Codes.Regime regime = form.code("releasability/regime", Codes.Regime.class);
        return switch (mode) {
            case LIST -> to + " (" + String.join(", ", page.countries(form.all("releasability/states"))) + ")";
            case REGIME -> regime == null ? to : to + " (" + code.regime(regime) + ")";
            case ALL, ORIGINATOR_ONLY -> to;
        };
    }

    // Something was

    @GET
    @Path("{period}/aggregate")
    public TemplateInstance askAggregate(@PathParam("period") String period) {
        Page page = returns.openForDesk();
        HalfYear half = HalfYear.of(period);
        Optional<Returns.Return> given = given(page, half);
        Form form = given.map(this::correcting).orElseGet(() -> blank(page));
        List<Returns.Line> said = given.map(GiveReturnResource::lines).orElseGet(List::of);
        return aggregatePage(
                page,
                half,
                ReturnForm.show(
                        form,
                        said.isEmpty()
                                ? services.at("/denials/v1/returns/own-denials")
                                        .with("period", half.toString())
                                        .read(Returns.Denied.class)
                                        .lines()
                                : said,
                        page));
    }

    @POST
    @Path("{period}/aggregate")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response giveAggregate(@PathParam("period") String period, MultivaluedMap<String, String> sent) {
        Page page = returns.openForDesk();
        HalfYear half = HalfYear.of(period);
        Form form = Form.of(sent);
        List<Returns.Line> lines = ReturnForm.read(form, page);
        if (form.value("then").equals("more")) {
            return Response.ok(aggregatePage(page, half, Form.of(sent))).build();
        }
        if (lines.isEmpty() && !form.isFaulty()) {
            form.fault("lines/0/destinationState", page.texts(ReturnTexts.class).noLines());
        }
        return give(page, form, give(half, Returns.Kind.AGGREGATE, lines, form), it -> aggregatePage(page, half, it));
    }

    private TemplateInstance aggregatePage(Page page, HalfYear half, Form form) {
        Words words = new Words(page);
        ReturnTexts texts = page.texts(ReturnTexts.class);
        return page.show(new Aggregate(
                page,
                half.toString(),
                texts.aggregateTitle(half.words(texts)),
                form,
                ReturnForm.lines(page).rows(form),
                words.entries(reference.controlListEntries()),
                ReleaseForm.fields(reference.subscribingStates(), words)));
    }

    /** The return that the state gave for the half-year, released or not. The page replaces or corrects it. */
    private Optional<Returns.Return> given(Page page, HalfYear half) {
        return services
                .at("/denials/v1/returns")
                .with("year", String.valueOf(half.year()))
                .read(Returns.OfYear.class)
                .items()
                .stream()
                .filter(it -> it.period().equals(half.toString()) && page.isOf(it.originatorState()))
                .findFirst();
    }

    private static List<Returns.Line> lines(Returns.Return one) {
        return one.correction() == null
                ? one.lines()
                : one.correction().content().lines();
    }

    /** A form that starts from what was given; of what was released, it makes the next version. */
    private Form correcting(Returns.Return one) {
        Returns.Correction next = one.correction();
        Form form = next == null
                ? ReleaseForm.show(Form.blank().keyed(), one.releasability(), one.tlp(), one.permittedUse())
                        .put("nilBecause", one.nilBecause())
                : ReleaseForm.show(
                                Form.blank().keyed(),
                                next.content().releasability(),
                                next.content().tlp(),
                                next.content().permittedUse())
                        .put("nilBecause", next.content().nilBecause());
        return one.status() == Returns.Status.RELEASED
                ? form.put("correct", one.id())
                        .put("etag", returns.read(one.id()).etag())
                : form;
    }

    // What they share

    /** To begin with: marked as the state set it in the registry, and to nobody yet. */
    private Form blank(Page page) {
        return Form.blank()
                .keyed()
                .put("tlp", ReleaseForm.ownMarking(page, reference).orElse(Codes.Tlp.AMBER))
                .put("permittedUse", List.of(Codes.PermittedUse.LICENSING, Codes.PermittedUse.POLICY));
    }

    private static Returns.Give give(HalfYear half, Returns.Kind kind, List<Returns.Line> lines, Form form) {
        return new Returns.Give(
                half.toString(),
                kind,
                lines,
                kind == Returns.Kind.NIL ? form.text("nilBecause") : null,
                ReleaseForm.releasability(form, null),
                ReleaseForm.tlp(form),
                ReleaseForm.permittedUse(form));
    }

    /** Leads on where it was taken; shows the form again where it was not. */
    private Response give(Page page, Form form, Returns.Give body, Function<Form, TemplateInstance> again) {
        if (form.isFaulty()) {
            return Response.status(422).entity(again.apply(form)).build();
        }
        String corrected = form.value("correct");
        try {
            UUID id = corrected.matches("[0-9a-fA-F-]{36}")
                    ? returns.call(corrected, "/correct")
                            .step(form.value("etag"), body, Returns.Return.class)
                            .getEntity()
                            .id()
                    : returns.create(form.key(), body).id();
            return StepFrame.seeOther("/returns/" + id + "?done=given");
        } catch (Refusal refusal) {
            if (Faults.isOvertaken(refusal)) {
                return overtaken(page, form, UUID.fromString(corrected), again);
            }
            if (!Faults.isFault(refusal) && refusal.status() != 409) {
                throw refusal;
            }
            if (!Keys.isUsedUp(form, refusal, "/returns", page.texts(Texts.class))) {
                ReturnForm.faults(form, refusal, body.kind(), reference, page);
            }
            return Response.status(422).entity(again.apply(form)).build();
        }
    }

    /** What a colleague saved stands beside what was typed, with the version as it is now. */
    private Response overtaken(Page page, Form form, UUID id, Function<Form, TemplateInstance> again) {
        Read<Returns.Return> now = returns.read(id);
        form.put("etag", now.etag())
                .faultAt("", page.texts(ReturnTexts.class).overtaken())
                .beside(ReturnForm.show(correcting(now.one()), lines(now.one()), page));
        return Response.status(412).entity(again.apply(form)).build();
    }
}

package org.comity.portal.imports;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.comity.portal.api.Alone;
import org.comity.portal.api.Denial;
import org.comity.portal.api.Imports;
import org.comity.portal.api.Problem;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Services;
import org.comity.portal.api.Warnings;
import org.comity.portal.denial.DenialForm;
import org.comity.portal.denial.ReleaseForm;
import org.comity.portal.denial.SecondLook;
import org.comity.portal.draft.Reading;
import org.comity.portal.page.Downloads;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;
import org.comity.portal.step.Read;
import org.comity.portal.step.RecordSteps;
import org.comity.portal.step.RecordSubject;
import org.comity.portal.step.Records;
import org.comity.portal.step.StepFrame;
import org.comity.portal.step.StepPages;
import org.comity.portal.step.Subject;

/**
 * One file: what its check found, its steps, and how far they are.
 *
 * <p>Rules: R-233.
 */
@Path("/imports")
@Produces(MediaType.TEXT_HTML)
class ImportResource extends StepPages<Imports.Import> {

    private static final int MOST_FAULTS = 200;
    private static final int RECORDS = 50;

    @CheckedTemplate(basePath = "imports", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OneImport(
            Page page,
            Imports.Import one,
            String etag,
            String step,
            boolean submittedByThisPerson,
            List<Reading> side,
            List<Warnings.Warning> warnings,
            String problem,
            List<Form.Fault> failure,
            List<Imports.Fault> faults,
            int moreFaults,
            List<View> views,
            List<Imports.Item> records,
            String previous,
            String next)
            implements TemplateInstance {}

    /** Some of the denials of the file; {@code href} is empty for those that are shown. */
    public record View(String text, String href) {}

    private final Records<Imports.Import> files;
    private final Services services;
    private final Records<Denial> denials;
    private final SecondLook secondLook;
    private final Reference reference;

    ImportResource(
            Records<Imports.Import> files,
            Instance<RecordSteps<Imports.Import>> described,
            Services services,
            Records<Denial> denials,
            SecondLook secondLook,
            Reference reference) {
        super(described);
        this.files = files;
        this.services = services;
        this.denials = denials;
        this.secondLook = secondLook;
        this.reference = reference;
    }

    @Override
    protected Subject<Imports.Import> subject(String id) {
        return new RecordSubject<>(files, id) {
            @Override
            public String called(Imports.Import one, Page page) {
                return one.fileName();
            }

            @Override
            public String stands(Imports.Import one, Page page) {
                return page.texts(ImportTexts.class).statusName(one.status());
            }
        };
    }

    @GET
    @Path(ID)
    public TemplateInstance one(
            @PathParam("id") UUID id,
            @QueryParam("change") @DefaultValue("") String change,
            @QueryParam("page") @DefaultValue("1") int number,
            @QueryParam("done") @DefaultValue("") String done) {
        Page page = files.open();
        String problem =
                done.equals(StepFrame.GONE) ? page.texts(ImportTexts.class).stepImpossible() : "";
        return onePage(page, id, change, number, problem);
    }

    @GET
    @Path("{id}/annotated")
    @Produces(MediaType.WILDCARD)
    public Response annotated(@PathParam("id") UUID id) {
        files.open();
        return Downloads.of(
                services.fileAt("/denials/v1/imports/{id}/annotated", id).file());
    }

    private TemplateInstance onePage(Page page, UUID id, String change, int number, String problem) {
        Read<Imports.Import> now = files.read(id);
        Imports.Import one = now.one();
        boolean settled = !one.status().isRunning() && one.status() != Imports.Status.FAULTY;
        List<Imports.Item> all = settled
                ? services.at("/denials/v1/imports/{id}/records", id)
                        .read(Imports.Items.class)
                        .items()
                : List.of();
        List<Imports.Item> wanted = all.stream()
                .filter(it -> change.isEmpty() || it.change().name().equals(change))
                .toList();
        int from = Math.clamp((number - 1L) * RECORDS, 0, wanted.size());
        int to = Math.min(wanted.size(), from + RECORDS);
        return page.show(new OneImport(
                page,
                one,
                now.etag(),
                step(one),
                one.status() == Imports.Status.SUBMITTED && isBySamePerson(all, page),
                ReleaseForm.reading(one.settings(), page, reference),
                warnings(one, all),
                problem,
                failure(one, page),
                one.faults().stream().limit(MOST_FAULTS).toList(),
                Math.max(0, one.faultCount() - MOST_FAULTS),
                views(one, change, page),
                wanted.subList(from, to),
                from == 0 ? "" : place(id, change, number - 1),
                to == wanted.size() ? "" : place(id, change, number + 1)));
    }

    /** The step that is under way, or comes next; empty where none does. */
    private static String step(Imports.Import one) {
        return switch (one.status()) {
            case CHECKED, APPLYING -> "apply";
            case APPLIED, SUBMITTING -> "submit";
            case SUBMITTED, APPROVING -> "approve";
            case RETURNING -> "return";
            case DISCARDING -> "discard";
            case FAULTY, APPROVED, DISCARDED -> "";
        };
    }

    /** A denial that this file made or changed; what it left as it was may have been submitted by anybody, long ago. */
    private static Optional<UUID> touched(List<Imports.Item> records) {
        return records.stream()
                .filter(it -> it.change() != Imports.Change.UNCHANGED)
                .map(Imports.Item::denial)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** All were submitted in one step, so one of them tells by whom. Where that does not answer, the service decides. */
    private boolean isBySamePerson(List<Imports.Item> records, Page page) {
        Optional<UUID> one = touched(records);
        if (!page.is(Person::isApprover) || one.isEmpty()) {
            return false;
        }
        return Alone.ask("Who submitted a file", () -> denials.read(one.get()).one())
                .map(Denial::submittedBy)
                .filter(submitter -> page.is(it -> it.id().equals(submitter.id())))
                .isPresent();
    }

    /** What is unusual about the release, which all denials of the file have in common, so that one of them tells. */
    private List<Warnings.Warning> warnings(Imports.Import one, List<Imports.Item> records) {
        boolean open = one.status() == Imports.Status.APPLIED || one.status() == Imports.Status.SUBMITTED;
        return touched(records).filter(it -> open).map(secondLook::at).orElse(List.of()).stream()
                .filter(it -> it.code() == Warnings.Code.UNUSUAL_AUDIENCE)
                .toList();
    }

    private List<Form.Fault> failure(Imports.Import one, Page page) {
        ImportTexts texts = page.texts(ImportTexts.class);
        return one.failure().stream()
                .map(it -> new Form.Fault(inWords(it, texts, page), "", it.detail()))
                .toList();
    }

    private String inWords(Problem.Fault fault, ImportTexts texts, Page page) {
        String[] parts = fault.pointer().split("/", 3);
        if (parts.length < 2) {
            return fault.detail();
        }
        String detail = parts.length == 3
                ? DenialForm.label("/" + parts[2], page, reference)
                        .map(it -> texts.ofField(it, fault.detail()))
                        .orElse(fault.detail())
                : fault.detail();
        return texts.ofDenial(parts[1].replace("~1", "/").replace("~0", "~"), detail);
    }

    private static List<View> views(Imports.Import one, String change, Page page) {
        ImportTexts texts = page.texts(ImportTexts.class);
        View all = new View(texts.all(one.denials()), change.isEmpty() ? "" : place(one.id(), "", 1));
        return Stream.concat(
                        Stream.of(all),
                        Arrays.stream(Imports.Change.values())
                                .map(it -> new View(
                                        switch (it) {
                                            case NEW ->
                                                texts.ofChange(
                                                        texts.isNew(),
                                                        one.changes().created());
                                            case CHANGED ->
                                                texts.ofChange(
                                                        texts.changed(),
                                                        one.changes().changed());
                                            case UNCHANGED ->
                                                texts.ofChange(
                                                        texts.unchanged(),
                                                        one.changes().unchanged());
                                        },
                                        it.name().equals(change) ? "" : place(one.id(), it.name(), 1))))
                .toList();
    }

    private static String place(UUID id, String change, int number) {
        return "/imports/" + id + "?" + (change.isEmpty() ? "" : "change=" + change + "&") + "page=" + number
                + "#records";
    }
}

package org.comity.portal.consultation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.portal.api.ConsultationContent;
import org.comity.portal.api.DenialContent;
import org.comity.portal.api.DenialSummary;
import org.comity.portal.api.DenialsApi;
import org.comity.portal.denial.DenialFilter;
import org.comity.portal.denial.StepFrame;
import org.comity.portal.denial.Words;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;

/**
 * The denials that are cited to one state alone: its own that one may read, and those of one's own state (docs/rules.md
 * Whether one of the latter is released to it, the service says.
 */
record CiteStep(DenialsApi denials, String state) implements DraftStep {

    private static final int MOST = 100;

    @CheckedTemplate(basePath = "consultation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DraftCite(Page page, StepFrame step, Form form, String state, List<Choice> theirs, List<Choice> ours)
            implements TemplateInstance {}

    @Override
    public String title(Page page, ConsultationContent draft) {
        return page.texts(DraftTexts.class).citeTitle(page.country(state));
    }

    @Override
    public Form show(ConsultationContent draft) {
        return Form.blank().put("theirs", cited(draft)).put("ours", cited(draft));
    }

    private List<String> cited(ConsultationContent draft) {
        return draft.consulted(state)
                .map(ConsultationContent.Consulted::denialRefs)
                .orElse(List.of());
    }

    @Override
    public ConsultationContent read(ConsultationContent draft, Form form, Page page) {
        List<String> refs = Stream.concat(form.all("theirs").stream(), form.all("ours").stream())
                .distinct()
                .toList();
        return draft.with(draft.consultedStates().stream()
                .map(it -> it.state().equals(state) ? new ConsultationContent.Consulted(state, refs) : it)
                .toList());
    }

    @Override
    public TemplateInstance page(Page page, StepFrame step, Form form, ConsultationContent draft) {
        String own = page.person().orElseThrow().state().orElseThrow();
        List<Choice> theirs = new ArrayList<>(of(state, draft, page));
        List<Choice> ours = of(own, draft, page);
        Set<String> shown =
                Stream.concat(theirs.stream(), ours.stream()).map(Choice::value).collect(Collectors.toSet());
        // no longer in force, or no longer to be read: still to be taken off
        cited(draft).stream()
                .filter(it -> !shown.contains(it))
                .forEach(it -> theirs.add(
                        new Choice(it, it, page.texts(DraftTexts.class).citeKept())));
        return new DraftCite(page, step, form, page.country(state), theirs, ours);
    }

    /** Denials in force of that originator, those like the transaction first. */
    private List<Choice> of(String originator, ConsultationContent draft, Page page) {
        Words words = new Words(page);
        return denials
                .list(DenialFilter.inForce(), null, null, originator, null, MOST, null)
                .getEntity()
                .items()
                .stream()
                .sorted(Comparator.comparingInt(it -> -likeness(it, draft.transaction())))
                .map(it -> new Choice(it.ref(), it.ref(), words.headline(it)))
                .toList();
    }

    private static int likeness(DenialSummary denial, ConsultationContent.Transaction transaction) {
        boolean item = transaction.items().stream()
                .map(DenialContent.Item::controlCode)
                .anyMatch(denial.controlCodes()::contains);
        boolean destination =
                denial.destinationState() != null && denial.destinationState().equals(transaction.destination());
        return (item ? 2 : 0) + (destination ? 1 : 0);
    }
}

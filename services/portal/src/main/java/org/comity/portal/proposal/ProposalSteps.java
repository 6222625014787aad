package org.comity.portal.proposal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.comity.portal.api.Denial;
import org.comity.portal.api.Steps;
import org.comity.portal.denial.StandingTexts;
import org.comity.portal.denial.Words;
import org.comity.portal.form.Field;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.step.Asked;
import org.comity.portal.step.RecordSteps;
import org.comity.portal.step.Step;
import org.comity.portal.step.StepPage;
import org.comity.portal.step.StepWords;

/** Proposes to renew or to revoke a denial, and decides on what was proposed. */
@Singleton
class ProposalSteps implements RecordSteps<Denial> {

    private static final StepWords<Denial, StandingTexts> WORDS = new StepWords<>(StandingTexts.class);

    @CheckedTemplate(basePath = "proposal", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Decide(Page page, StepPage step, Form form, Denial one, Denial.Proposal proposal, String headline)
            implements TemplateInstance {}

    private static final String GROUNDS = "renewalGrounds";
    private static final String REASON = "reason";

    @Override
    public List<Step<Denial>> all() {
        return List.of(renew(), revoke(), decide());
    }

    /** To keep it. */
    private static Step<Denial> renew() {
        return Step.<Denial>of("renew")
                .link(WORDS.says(StandingTexts::toRenew))
                .begins((one, page) -> one.proposal() == null
                        ? Form.blank()
                        : Form.blank().put(GROUNDS, one.proposal().renewalGrounds()))
                .asks((one, form, page) -> {
                    ProposalTexts texts = page.texts(ProposalTexts.class);
                    boolean needed = Boolean.TRUE.equals(one.renewalNeedsGrounds());
                    return Asked.of(texts.renewTitle(), texts.renewNow())
                            .text(texts.renewIntro(
                                    one.reviewDue() == null ? texts.renewNoDay() : page.day(one.reviewDue())))
                            .text(texts.renewCount(one.renewals()))
                            .inset(instead(one, page))
                            .field(Field.area(GROUNDS, needed ? texts.groundsAsk() : texts.groundsAskOptional(), 6)
                                    .hint(needed ? texts.groundsHintNeeded() : texts.groundsHint())
                                    .most(4000));
                })
                .sends((one, form, page) -> new Steps.Renew(form.text(GROUNDS)))
                .done("renewal-proposed", WORDS.says(StandingTexts::doneRenewalProposed));
    }

    /** To end it. */
    private static Step<Denial> revoke() {
        return Step.<Denial>of("revoke")
                .link(WORDS.says(StandingTexts::toRevoke))
                .begins((one, page) -> one.proposal() == null
                        ? Form.blank()
                        : Form.blank().put(REASON, one.proposal().reason()))
                .asks((one, form, page) -> {
                    ProposalTexts texts = page.texts(ProposalTexts.class);
                    return Asked.of(texts.revokeTitle(), texts.revokeNow())
                            .text(texts.revokeIntro())
                            .inset(instead(one, page))
                            .field(Field.area(REASON, texts.reasonAsk(), 6)
                                    .hint(texts.reasonHint())
                                    .most(4000));
                })
                .sends((one, form, page) -> new Steps.Revoke(Objects.requireNonNullElse(form.text(REASON), "")))
                .done("revocation-proposed", WORDS.says(StandingTexts::doneRevocationProposed));
    }

    /** What a new proposal would take the place of; empty for nothing. */
    private static String instead(Denial one, Page page) {
        return one.proposal() == null
                ? ""
                : page.texts(ProposalTexts.class)
                        .instead(page.texts(StandingTexts.class)
                                .proposed(one.proposal().kind()));
    }

    /** Another person approves what was proposed. */
    private static Step<Denial> decide() {
        return Step.<Denial>of("proposal", (one, page) -> one.offersDecision())
                .button(WORDS.says(StandingTexts::toDecide))
                .says("renewed", WORDS.says(StandingTexts::doneRenewed))
                .says("revoked", WORDS.says(StandingTexts::doneRevoked))
                .asks((one, form, page) -> {
                    ProposalTexts texts = page.texts(ProposalTexts.class);
                    Denial.Proposal proposal = Objects.requireNonNull(one.proposal());
                    return Asked.of(texts.decideTitle(proposal.kind()), texts.approve(proposal.kind()))
                            .sayingNoDuty()
                            .as(step -> new Decide(
                                    page, step, step.form(), one, proposal, new Words(page).headline(one.content())));
                })
                .sends((one, form, page) -> new Steps.Release(null, null, List.of()))
                .to("approve")
                .done((before, answer, form) ->
                        before.proposal() != null && before.proposal().kind() == Denial.ProposalKind.REVOCATION
                                ? "revoked"
                                : "renewed");
    }
}

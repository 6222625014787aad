package org.comity.portal.discard;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.comity.portal.api.Returns;
import org.comity.portal.api.Services;
import org.comity.portal.page.Page;
import org.comity.portal.returns.ReturnSteps;
import org.comity.portal.step.Step;

/** Drops the correction of a return that was sent back. */
@Singleton
class CorrectionDiscard implements ReturnSteps {
    private final Services services;

    CorrectionDiscard(Services services) {
        this.services = services;
    }

    @Override
    public List<Step<Returns.Return>> of(UUID id) {
        return List.of(Step.of("discard", CorrectionDiscard::isSentBack)
                .asks((one, form, page) -> {
                    DiscardTexts texts = page.texts(DiscardTexts.class);
                    return Sure.page(
                            texts.correctionTitle(),
                            List.of(texts.correctionContent()),
                            texts.releasedStays(),
                            texts.correctionYes(),
                            texts);
                })
                .sends((etag, body) ->
                        services.at("/denials/v1/returns/{id}/discard", id).step(etag, body, Returns.Return.class))
                .done("dropped"));
    }

    private static boolean isSentBack(Returns.Return one, Page page) {
        return one.correction() != null
                && !one.correction().waits()
                && page.person().filter(it -> it.isOf(one.originatorState())).isPresent();
    }
}

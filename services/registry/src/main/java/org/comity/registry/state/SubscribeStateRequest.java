package org.comity.registry.state;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.comity.kernel.http.CheckedBody;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.text.PlainText;
import org.comity.registry.content.ContentRules;

/**
 * That a state subscribes.
 *
 * @param declaration where the declaration is filed
 */
public record SubscribeStateRequest(
        @NotNull(message = "This is missing.") LocalDate subscribedOn,

        @NotNull(message = "This is missing.") @PlainText(max = 500)
        String declaration)
        implements CheckedBody {

    @Override
    public List<FieldError> wrong(LocalDate today) {
        return ContentRules.dayOfStep("/subscribedOn", subscribedOn, today);
    }

    StateLife.Subscription subscription() {
        return new StateLife.Subscription(subscribedOn, Optional.of(declaration));
    }
}

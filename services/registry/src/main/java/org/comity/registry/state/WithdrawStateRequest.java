package org.comity.registry.state;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.comity.kernel.http.CheckedBody;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.text.PlainText;
import org.comity.registry.content.ContentRules;

/**
 * That a state leaves.
 *
 * @param reason kept with the record, and shown to nobody
 */
public record WithdrawStateRequest(
        @NotNull(message = "This is missing.") LocalDate withdrawnOn,

        @NotNull(message = "This is missing.") @PlainText(max = 2000, multiline = true)
        String reason)
        implements CheckedBody {

    @Override
    public List<FieldError> wrong(LocalDate today) {
        return ContentRules.dayOfStep("/withdrawnOn", withdrawnOn, today);
    }
}

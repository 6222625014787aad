package org.comity.denials.returns;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.comity.denials.content.NoDuty;

/**
 * What the caller's state denied in a half-year of what its return is about: {@code DeniedInPeriod} in
 * openapi/denials.yaml.
 *
 * @param denials how many denials, each once
 * @param lines the same in sum, as far as readers may have it; no units, since those of denials are not alike
 */
public record DeniedInPeriod(
        String period,
        long denials,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<ReturnLine> lines,
        String notice) {

    DeniedInPeriod(String period, long denials, List<ReturnLine> lines) {
        this(period, denials, lines, NoDuty.THESE);
    }
}

package org.comity.subscriptions.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.comity.kernel.caller.Person;
import org.comity.kernel.http.NotInTag;

/**
 * A rule as its owner, or a colleague with whom it is shared, sees it: {@code Rule} in openapi/subscriptions.yaml.
 *
 * @param steps what the reader may do with it
 */
record RuleView(
        UUID id,
        Person owner,
        Instant createdAt,
        Instant updatedAt,
        @JsonUnwrapped RuleContent content,
        @NotInTag @JsonInclude(JsonInclude.Include.ALWAYS) List<String> steps) {}

package org.comity.bulletins.bulletin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.comity.bulletins.content.DraftBulletin;
import org.comity.bulletins.response.StateAcknowledgement;
import org.comity.bulletins.response.StateComment;
import org.comity.bulletins.response.StateSighting;
import org.comity.bulletins.response.StateSignature;
import org.comity.bulletins.stix.GivenObject;
import org.comity.kernel.caller.Person;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.http.NotInTag;
import org.jspecify.annotations.Nullable;

/**
 * A bulletin as one reader sees it: {@code Bulletin} in openapi/bulletins.yaml.
 *
 * @param content its release as the reader sees it
 * @param bodyHtml the body as HTML, without anything that a browser would run
 * @param next the next version, for the originator's desk
 * @param nextBodyHtml its body as HTML
 * @param givenObjects what came in as STIX with its draft and goes out with it, for the originator's desk
 * @param goneSources the bulletins that it was written from and that were recalled or are its state's no longer, for the
 *     originator's desk
 * @param signatures the states that have signed a collective notice
 * @param steps what the reader may do next: of the originator's desk with the bulletin, of another state in answer to it
 */
record BulletinView(
        UUID id,
        String ref,
        int version,
        StateCode originatorState,
        BulletinStatus status,
        Instant updatedAt,
        @Nullable Instant publishedAt,
        @Nullable String endedBecause,
        @JsonUnwrapped DraftBulletin content,
        @Nullable String bodyHtml,
        @Nullable Person submittedBy,
        @Nullable String returnedBecause,
        @Nullable DraftBulletin next,
        @Nullable String nextBodyHtml,
        List<GivenObject> givenObjects,
        List<String> goneSources,
        @NotInTag List<StateSignature> signatures,
        @NotInTag List<StateComment> comments,
        @NotInTag List<StateSighting> sightings,
        @NotInTag List<StateAcknowledgement> acknowledgements,
        @NotInTag @JsonInclude(JsonInclude.Include.ALWAYS) List<String> steps) {}

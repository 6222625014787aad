package org.comity.portal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What a request for information can tell beside its fields. */
public interface RequestMethods extends Drafted {

    InformationRequest.@Nullable Bulletin relatedBulletin();

    InformationRequest.Status status();

    /** What an edit would change: the bulletin that it is about is typed as its reference. */
    default RequestContent draft() {
        ObjectNode tree = Json.tree(this);
        InformationRequest.Bulletin about = relatedBulletin();
        Json.put(tree, "relatedBulletin", about == null ? null : Json.node(about.ref()));
        return Json.content(tree, RequestContent.class);
    }

    /** Whether its addressees have it, or had it. */
    default boolean isAsked() {
        return status() == InformationRequest.Status.ASKED || status() == InformationRequest.Status.WITHDRAWN;
    }
}

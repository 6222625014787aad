package org.comity.denials.content;

import com.fasterxml.jackson.annotation.JsonValue;

/** A field that an originator may keep back; it is shown as withheld with its ground, never as empty. */
public enum WithheldField {
    /** The items. */
    ITEMS("items"),
    /** The destination. */
    DESTINATION_STATE("destinationState"),
    /** The transit states. */
    TRANSIT_STATES("transitStates"),
    /** The parties. */
    PARTIES("parties"),
    /** The end-use that was stated. */
    STATED_END_USE("statedEndUse"),
    /** The end-use that was assessed. */
    ASSESSED_END_USE("assessedEndUse"),
    /** The reasons. */
    REASONS("reasons"),
    /** The day of the decision. */
    DECISION_DATE("decisionDate");

    private final String json;

    WithheldField(String json) {
        this.json = json;
    }

    /** The field's name in JSON. */
    @JsonValue
    @Override
    public String toString() {
        return json;
    }
}

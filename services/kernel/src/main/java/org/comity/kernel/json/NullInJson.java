package org.comity.kernel.json;

import com.fasterxml.jackson.core.JsonProcessingException;

/** Something in a request is null. */
public final class NullInJson extends JsonProcessingException {

    private final String pointer;

    NullInJson(String pointer) {
        super("null at " + pointer);
        this.pointer = pointer;
    }

    /** Where it stands: a JSON pointer (RFC 6901). */
    public String pointer() {
        return pointer;
    }
}

package org.comity.kernel.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;

/** A request has more objects, lists, names and values than any that is meant. */
public final class TooManyParts extends JsonProcessingException {

    TooManyParts(String message, JsonLocation where) {
        super(message, where);
    }
}

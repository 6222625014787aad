package org.comity.kernel.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.comity.kernel.json.NullInJson;
import org.comity.kernel.json.TooManyParts;

/** Says where JSON is wrong and what was expected, without a word of the classes behind it. */
final class JsonFault {

    private JsonFault() {}

    static FieldError in(JsonProcessingException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof NullInJson nothing) {
                return new FieldError(nothing.pointer(), "This must not be null. Leave out what is not said.");
            }
        }
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof TooManyParts) {
                return new FieldError("", "This has more fields and values than any request needs.");
            }
        }
        if (fault instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return new FieldError(pointer(mapping), detail(mapping));
        }
        if (fault instanceof MismatchedInputException mismatch) {
            return new FieldError("", detail(mismatch));
        }
        JsonLocation location = fault.getLocation();
        return new FieldError(
                "",
                location == null
                        ? "This is not JSON."
                        : "This is not JSON: see line %d, column %d."
                                .formatted(location.getLineNr(), location.getColumnNr()));
    }

    private static String detail(JsonMappingException fault) {
        return switch (fault) {
            case UnrecognizedPropertyException unknown -> "There is no field of this name.";
            case InvalidFormatException format
            when format.getTargetType() != null && format.getTargetType().isEnum() ->
                "This must be one of "
                        + Arrays.stream(format.getTargetType().getEnumConstants())
                                .map(Object::toString)
                                .collect(Collectors.joining(", "))
                        + ".";
            case MismatchedInputException mismatch
            when mismatch.getTargetType() != null -> "This must be " + name(mismatch.getTargetType()) + ".";
            default -> "This value cannot be read.";
        };
    }

    private static String name(Class<?> type) {
        if (type == String.class) {
            return "text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        if (type == LocalDate.class) {
            return "a date, such as 2026-03-31";
        }
        if (java.util.Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return type.getSimpleName().equals("StateCode") ? "a state code of two letters, such as NL" : "an object";
    }

    private static String pointer(JsonMappingException fault) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : fault.getPath()) {
            pointer.append('/');
            if (step.getFieldName() != null) {
                pointer.append(step.getFieldName().replace("~", "~0").replace("/", "~1"));
            } else {
                pointer.append(step.getIndex());
            }
        }
        return pointer.toString();
    }
}

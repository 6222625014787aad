package org.comity.kernel.text;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * Text that people read: not blank, no longer than a bound, and without control characters, broken surrogates or the
 * characters that turn the direction of what follows (they make one text look like another). Null is no text, and good.
 */
@Documented
@Constraint(validatedBy = PlainText.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainText {

    /** The most characters (Unicode code points). */
    int max();

    /** Whether line breaks and tabs may stand in it. */
    boolean multiline() default false;

    /** What the caller is told where no better sentence applies. */
    String message() default "This text cannot be taken.";

    /** Groups, as Bean Validation wants them. */
    Class<?>[] groups() default {};

    /** Payload, as Bean Validation wants it. */
    Class<? extends Payload>[] payload() default {};

    /** The check behind {@link PlainText}. */
    final class Check implements ConstraintValidator<PlainText, String> {

        private int max;
        private boolean multiline;

        @Override
        public void initialize(PlainText constraint) {
            max = constraint.max();
            multiline = constraint.multiline();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            String fault = fault(text, max, multiline);
            if (fault == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(fault).addConstraintViolation();
            return false;
        }

        static @Nullable String fault(String text, int max, boolean multiline) {
            if (text.codePointCount(0, text.length()) > max) {
                return "This must not be longer than " + max + " characters.";
            }
            if (text.isBlank()) {
                return "This must not be blank.";
            }
            return text.codePoints().allMatch(c -> allowed(c, multiline))
                    ? null
                    : "This holds a character that cannot be shown, such as a control character.";
        }

        private static boolean allowed(int c, boolean multiline) {
            if (c == '\n' || c == '\r' || c == '\t') {
                return multiline;
            }
            boolean turnsDirection = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
            return !turnsDirection
                    && switch (Character.getType(c)) {
                        case Character.CONTROL,
                                Character.SURROGATE,
                                Character.UNASSIGNED,
                                Character.LINE_SEPARATOR,
                                Character.PARAGRAPH_SEPARATOR -> false;
                        default -> true;
                    };
        }
    }
}

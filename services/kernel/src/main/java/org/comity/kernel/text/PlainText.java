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
 * Text that people read: something of it shows, it is no longer than a bound, and has no control characters, broken
 * surrogates, characters that turn the direction of what follows, or others that do not show: they make one text look
 * like another. What {@link TextForm} keeps between letters that need it is good. Null is no text, and good.
 *
 * <p>Rules: R-69.
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

        /** What is wrong with a text; null where it is good. */
        public static @Nullable String fault(String text, int max, boolean multiline) {
            if (text.codePointCount(0, text.length()) > max) {
                return "This must not be longer than " + max + " characters.";
            }
            if (TextForm.of(text).isEmpty()) {
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
            return !TextForm.isHidden(c)
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

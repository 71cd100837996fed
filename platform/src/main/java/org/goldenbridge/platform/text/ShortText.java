package org.goldenbridge.platform.text;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A {@link LocalizedText} that is a name or a title: at most {@link #max()} characters in each language. */
@Documented
@Constraint(validatedBy = ShortText.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ShortText {
    /** The most characters in one language. */
    int max() default 300;

    /** What is told when it is longer. */
    String message() default "must have at most {max} characters in each language";

    /** Validation groups, as Jakarta Validation wants them. */
    Class<?>[] groups() default {};

    /** Payload, as Jakarta Validation wants it. */
    Class<? extends Payload>[] payload() default {};

    /** Measures the longest language. */
    class Check implements ConstraintValidator<ShortText, LocalizedText> {
        private int max;

        @Override
        public void initialize(ShortText annotation) {
            max = annotation.max();
        }

        @Override
        public boolean isValid(LocalizedText text, ConstraintValidatorContext context) {
            return text == null || text.longest() <= max;
        }
    }
}

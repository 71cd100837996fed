package org.goldenbridge.event.programme;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;

/** A day of the years 2000 to 2100, as everywhere in the schedule. */
@Documented
@Constraint(validatedBy = Sensible.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@interface Sensible {
    /** What is told when it is not. */
    String message() default "must be a day of the years 2000 to 2100";

    /** Validation groups, as Jakarta Validation wants them. */
    Class<?>[] groups() default {};

    /** Payload, as Jakarta Validation wants it. */
    Class<? extends Payload>[] payload() default {};

    /** Looks at the year. */
    class Check implements ConstraintValidator<Sensible, LocalDate> {
        @Override
        public boolean isValid(LocalDate day, ConstraintValidatorContext context) {
            return day == null || (day.getYear() >= 2000 && day.getYear() <= 2100);
        }
    }
}

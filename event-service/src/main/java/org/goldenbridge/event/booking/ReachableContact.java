package org.goldenbridge.event.booking;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A mail address or a phone number that can reach somebody, by its form. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ReachableContact.Check.class)
@interface ReachableContact {
    /** What is told when it is neither. */
    String message() default "must be a mail address or a phone number";

    /** Validation groups, as Jakarta Validation wants them. */
    Class<?>[] groups() default {};

    /** Payload, as Jakarta Validation wants it. */
    Class<? extends Payload>[] payload() default {};

    /** Looks at its form; what is left out is another rule's. */
    class Check implements ConstraintValidator<ReachableContact, String> {
        @Override
        public boolean isValid(@Nullable String contact, ConstraintValidatorContext context) {
            return contact == null || contact.isBlank() || ContactText.isReachable(contact);
        }
    }
}

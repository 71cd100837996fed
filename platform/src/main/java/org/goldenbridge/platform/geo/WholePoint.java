package org.goldenbridge.platform.geo;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Latitude and longitude stand on the earth, and neither without the other. */
@Documented
@Constraint(validatedBy = WholePoint.Check.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WholePoint {
    /** What is told where one of them is missing. */
    String message() default "goes together with the other coordinate: give both or none";

    /** Validation groups, as Jakarta Validation wants them. */
    Class<?>[] groups() default {};

    /** Payload, as Jakarta Validation wants it. */
    Class<? extends Payload>[] payload() default {};

    /** Points at the coordinate that is missing or wrong. */
    class Check implements ConstraintValidator<WholePoint, Located> {
        private static final double MOST_NORTH = 90;
        private static final double MOST_EAST = 180;

        @Override
        public boolean isValid(Located place, ConstraintValidatorContext context) {
            if (place == null) {
                return true;
            }
            var latitude = place.latitude();
            var longitude = place.longitude();
            context.disableDefaultConstraintViolation();
            if ((latitude == null) != (longitude == null)) {
                return violates(
                        context,
                        latitude == null ? "latitude" : "longitude",
                        context.getDefaultConstraintMessageTemplate());
            }
            if (latitude != null && !(Math.abs(latitude) <= MOST_NORTH)) {
                return violates(context, "latitude", "must be degrees from -90 to 90");
            }
            if (longitude != null && !(Math.abs(longitude) <= MOST_EAST)) {
                return violates(context, "longitude", "must be degrees from -180 to 180");
            }
            return true;
        }

        private static boolean violates(ConstraintValidatorContext context, String property, String message) {
            context.buildConstraintViolationWithTemplate(message)
                    .addPropertyNode(property)
                    .addConstraintViolation();
            return false;
        }
    }
}

package org.goldenbridge.platform.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says in the API description that a query parameter holds several values, separated by commas (OpenAPI 3.1, style {@code form}
 * without {@code explode}).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.PARAMETER})
public @interface ListOf {
    /** What each value is: a constant of an enum, the name of a component of a record, a UUID, or a text. */
    Class<?> value() default String.class;

    /** A word that may stand among them; empty for none. */
    String also() default "";

    /** How many there may be. */
    int atMost() default 20;
}

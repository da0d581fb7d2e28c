package org.auleos.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The stored name and version of a record that is a case of an event {@link Family}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Named {

    /** Topic and fact, e.g. {@code run.submitted}; never reused for something else. */
    String value();

    /** Raised when components are added; old versions stay readable. */
    int version() default 1;
}

package org.auleos.plugin.tool;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Attribute;
import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * What a tool is and may touch, readable from the bundle's manifest before any of its code runs.
 *
 * <p>Becomes service properties with the prefix {@value #PREFIX_} and a capability in the namespace {@code auleos.tool}.
 */
@ComponentPropertyType
@Capability(namespace = "auleos.tool")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ToolSpec {

    /** Prefix of the service properties. */
    String PREFIX_ = "auleos.tool.";

    /** The name callers use, {@code namespace.verb} in lower case, e.g. {@code fs.append}. */
    @Attribute("name")
    String name();

    /** One or two sentences for a person or a model who has to choose a tool. */
    @Attribute("description")
    String description();

    /**
     * Capabilities a call needs: {@code namespace:action[:pattern]}. A part in braces stands for a component of the
     * input; a list component stands for one capability per element, an absent optional one for none.
     */
    @Attribute("permissions")
    String[] permissions() default {};

    /** What a call does to the world. */
    @Attribute("effect")
    Effect effect() default Effect.EFFECT;

    /** How much harm a wrong call can do. */
    @Attribute("risk")
    Risk risk() default Risk.LOW;

    /** How long a call may take unless the caller says less, ISO-8601 duration, e.g. {@code PT30S}. */
    @Attribute("timeout")
    String timeout() default "PT30S";
}

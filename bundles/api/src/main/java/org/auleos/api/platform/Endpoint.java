package org.auleos.api.platform;

/** An address where this node answers, registered as a service from the moment it does. */
public interface Endpoint {

    /** Which door it is, e.g. {@code http}. */
    String name();

    /** The address it listens on. */
    String host();

    /** The port it listens on, 1 to 65535. */
    int port();
}

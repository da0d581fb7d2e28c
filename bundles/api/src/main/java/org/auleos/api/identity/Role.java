package org.auleos.api.identity;

/** What a person may do in general; each role may do all the ones before it may. */
public enum Role {
    /** Looks, changes nothing. */
    VIEWER,
    /** States goals, calls tools, cancels runs. */
    OPERATOR,
    /** Manages users, plugins and configuration. */
    ADMIN
}

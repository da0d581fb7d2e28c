package org.auleos.tools.log.internal.rules;

/** What the rules say about one record, for the statistics that come after them. */
public enum Verdict {
    /** Nothing to see. */
    ORDINARY,
    /** A level or a word says that something failed, and no rule knows what. */
    SUSPICIOUS,
    /** A level or a word says that something broke for good, and no rule knows what. */
    GRAVE,
    /** A rule counts it. */
    EXPLAINED
}

package org.auleos.tools.log.internal.rules;

/** What the rules say about one record, for the statistics that come after them. */
public enum Verdict {
    /** Nothing to see. */
    ORDINARY,
    /** A word says that something failed, and no rule knows what. */
    SUSPICIOUS,
    /** The record calls itself a warning, a word says that something failed, and no rule knows what. */
    WARNED,
    /** The record calls itself an error, and no rule knows which. */
    STATED,
    /** The record says that something broke for good, and no rule knows what. */
    GRAVE,
    /** A rule counts it. */
    EXPLAINED
}

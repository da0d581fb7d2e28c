package org.auleos.tools.log.internal.finding;

import java.util.Locale;

/** Which layer of analysis produced a finding, most specific first. */
public enum Tier {
    RULES,
    STATISTICS,
    MODEL;

    /** The word used in every output. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

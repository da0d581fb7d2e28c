package org.auleos.tools.triage.internal;

/** Which layer of analysis produced a finding. */
public enum Tier {
    RULES,
    STATISTICS,
    MODEL
}

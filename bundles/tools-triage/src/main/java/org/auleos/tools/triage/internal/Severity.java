package org.auleos.tools.triage.internal;

/** How much a finding matters, least first; anything above {@link #LOW} makes a triage exit with 1. */
public enum Severity {
    INFO,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}

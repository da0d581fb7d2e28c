package org.auleos.tools.log.internal.finding;

/** How the rules behind findings relate to each other, by rule id. */
public interface Kinship {

    /** Whether a finding of the first rule makes one of the other, at the same time, superfluous. */
    boolean absorbs(String rule, String other);

    /** Whether the lines of the second rule are further lines of the same incident, which the first one counts. */
    boolean completes(String rule, String other);

    /** Whether what the first rule finds can cause what the other finds. */
    boolean leadsTo(String rule, String other);
}

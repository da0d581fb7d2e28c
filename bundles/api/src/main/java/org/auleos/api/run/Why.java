package org.auleos.api.run;

import java.util.List;

/**
 * A decision and the decisions below it.
 *
 * @param subject what was decided, e.g. {@code plan triage@1.0.0}
 * @param reason one sentence
 * @param evidence sequences of the ledger events it rests on
 * @param below decisions that followed from it
 */
public record Why(String subject, String reason, List<Long> evidence, List<Why> below) {

    public Why {
        evidence = List.copyOf(evidence);
        below = List.copyOf(below);
    }
}

package org.auleos.api.run;

import java.util.List;
import org.auleos.api.plan.Planning;

/** What becomes of a goal. */
public sealed interface Submission {

    /** A run was started. */
    record Accepted(String run) implements Submission {}

    /** No plan fits, or a parameter is wrong. */
    record Refused(String why, List<Planning.Candidate> closest) implements Submission {
        public Refused {
            closest = List.copyOf(closest);
        }
    }
}

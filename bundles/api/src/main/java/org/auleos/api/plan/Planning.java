package org.auleos.api.plan;

import java.util.List;

/** What a planner answers. */
public sealed interface Planning {

    /**
     * A plan.
     *
     * @param why the reason for the choice, one sentence
     * @param considered what else was considered, best first
     */
    record Planned(Plan plan, String why, List<Candidate> considered) implements Planning {
        public Planned {
            considered = List.copyOf(considered);
        }
    }

    /**
     * No plan.
     *
     * @param why one sentence: what was not understood or which value is wrong, and what to do
     * @param closest the goals that come closest
     */
    record Refused(String why, List<Candidate> closest) implements Planning {
        public Refused {
            closest = List.copyOf(closest);
        }
    }

    /**
     * A plan that was considered.
     *
     * @param score from 0 to 1
     */
    record Candidate(String name, String version, double score, String example) {}
}

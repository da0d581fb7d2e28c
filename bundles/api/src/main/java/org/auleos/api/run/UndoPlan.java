package org.auleos.api.run;

import java.util.List;

/**
 * What taking a run back means.
 *
 * @param steps in the order they are taken back, newest effect first; empty when nothing of what was asked for stands any more
 */
public record UndoPlan(String run, List<Step> steps) {

    public UndoPlan {
        steps = List.copyOf(steps);
    }

    /**
     * One effect.
     *
     * @param unit the unit that had it, or empty
     * @param title of that unit
     * @param tool that made it
     * @param intent sequence of the event that announced it
     * @param undoable whether it can be taken back, as far as can be told beforehand
     * @param why by what, or why not
     */
    public record Step(String unit, String title, String tool, long intent, boolean undoable, String why) {}

    /** True when every step can be taken back, as far as can be told beforehand. */
    public boolean whole() {
        return steps.stream().allMatch(Step::undoable);
    }
}

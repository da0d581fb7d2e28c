package org.auleos.kernel.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.auleos.api.run.UnitState;
import org.auleos.api.tool.Outcome;
import org.auleos.json.Json;

/** What becomes of a unit after an attempt. */
sealed interface Judgement {

    /** The unit is over. */
    record Over(UnitState state, Optional<Json> output, Optional<String> problem) implements Judgement {}

    /** It goes on once people have decided. */
    record Waits(String approval, String message) implements Judgement {}

    /** Another attempt follows after a pause. */
    record Again(Duration pause, String problem) implements Judgement {}

    /**
     * Judges an outcome.
     *
     * @param repeatable whether calling the tool again does no harm; asked only when it matters
     * @param pause the pause before another attempt, empty when there shall be none; asked only when it matters
     */
    static Judgement of(Outcome outcome, BooleanSupplier repeatable, Supplier<Optional<Duration>> pause) {
        return outcome.fold(new Judge(repeatable, pause));
    }
}

package org.auleos.planner.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.auleos.api.plan.OnFailure;
import org.auleos.api.work.Retry;
import org.auleos.api.work.Weight;
import org.auleos.json.Json;

/**
 * A solved problem as it stands in its file.
 *
 * @param name what it is called, e.g. {@code disk-usage}
 * @param version of the file, {@code 1.0.0}
 * @param title what it does, for people
 * @param description when to choose it, one or two sentences
 * @param changes true when it changes something, so that only unmistakable words may choose it
 * @param phrases how a person would say it; the first one is shown as the example
 * @param keywords further words that speak for it
 * @param parameters what it can be told, by name
 * @param grants capabilities it asks for
 * @param units its steps, in any order
 * @param result the unit whose output is the run's result
 * @param onFailure what becomes of its effects when the run fails: undo, keep (as a rule) or ask
 */
record PlanFile(
        String name,
        String version,
        String title,
        String description,
        Optional<Boolean> changes,
        List<String> phrases,
        List<String> keywords,
        Map<String, Parameter> parameters,
        List<Grant> grants,
        List<Step> units,
        String result,
        Optional<OnFailure> onFailure) {

    /** The form of a parameter's value. */
    enum Kind {
        STRING,
        LIST,
        PATH,
        PATHS,
        DURATION,
        INT,
        BOOL
    }

    /**
     * Something a solved problem can be told.
     *
     * @param type the form of its value
     * @param doc what it means, for people
     * @param otherwise its value when nobody states one
     * @param required true when somebody has to state one
     * @param after words of a goal's text that its value follows, for strings
     */
    record Parameter(
            Kind type, String doc, Optional<Json> otherwise, Optional<Boolean> required, Optional<List<String>> after) {

        boolean mustBeStated() {
            return required.orElse(false);
        }

        List<String> leadIns() {
            return after.orElse(List.of());
        }
    }

    /**
     * A capability it asks for.
     *
     * @param capability a capability in which <code>${goal.x}</code> stands for a parameter; a list stands for one
     *     capability per element, an absent parameter for none
     * @param when {@code goal.x} or {@code !goal.x}: only when that parameter is, or is not, there
     */
    record Grant(String capability, Optional<String> when) {}

    /** A work unit, with what is usual left out; see {@code org.auleos.api.work.WorkUnit}. */
    record Step(
            String id,
            String title,
            String role,
            String tool,
            Json.Obj input,
            Optional<String> when,
            Optional<List<String>> after,
            Optional<Boolean> optional,
            Optional<Weight> weight,
            Optional<Integer> priority,
            Optional<Duration> timeout,
            Optional<Retry> retry) {}
}

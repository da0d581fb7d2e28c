package org.auleos.kernel.internal;

import java.util.List;
import java.util.Optional;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.run.UnitState;
import org.auleos.api.tool.ProbeAnswer;
import org.auleos.api.tool.ProbeCall;
import org.auleos.api.tool.Toolbox;
import org.auleos.api.work.WorkUnit;
import org.auleos.json.Json;

/**
 * Settles what became of an effect that was announced and whose end nobody knows: the tool's probe looks. What the probe
 * cannot tell, a person has to; nothing is done a second time on a guess. Stateless.
 */
final class Doubt {

    private final Toolbox toolbox;
    private final Ledger ledger;

    Doubt(Toolbox toolbox, Ledger ledger) {
        this.toolbox = toolbox;
        this.ledger = ledger;
    }

    /** Lets a run that is taken up again use the versions it began with, and no others. */
    void keepVersions(LiveRun run) {
        toolbox.pin(run.id(), Effects.of(ledger, run.id()).pins());
    }

    /**
     * What becomes of the unit; empty when the effect is certainly not there, so that the call may be made again.
     *
     * @param what happened, the beginning of a sentence
     */
    Optional<Judgement> settle(LiveRun run, WorkUnit unit, String what) throws InterruptedException {
        Optional<Effects.Effect> effect = Effects.of(ledger, run.id()).newest(unit.id());
        if (effect.isEmpty()) {
            return Optional.empty(); // never announced, hence never begun
        }
        long intent = effect.get().intent();
        ProbeAnswer answer = toolbox.probe(
                new ProbeCall(intent, run.provenance(unit.id()), run.grants(), new UnitWatch(run, unit.id())));
        return switch (answer.finding()) {
            case APPLIED -> Optional.of(applied(run, unit, what + "; " + answer.why()));
            case NOT_APPLIED -> Optional.empty();
            case UNKNOWN ->
                Optional.of(held(what + "; " + answer.why() + ", so it was not called again: look whether \""
                        + unit.title() + "\" took effect (event " + intent + " is what was to be done), then say "
                        + resolve(run, unit) + " --applied, or --not-applied to have it done"));
        };
    }

    private Judgement applied(LiveRun run, WorkUnit unit, String found) {
        List<String> readers = run.graph().readers(unit.id());
        if (readers.isEmpty() || answersNothing(run, unit)) {
            Optional<Json> output = readers.isEmpty() ? Optional.empty() : Optional.of(Json.empty());
            return new Judgement.Over(UnitState.DONE, output, Optional.empty());
        }
        return held(found + ", but its answer is lost, and " + String.join(" and ", readers)
                + " cannot do without: say " + resolve(run, unit) + " --applied --output JSON");
    }

    /** True for a tool whose every answer is the empty object. */
    private boolean answersNothing(LiveRun run, WorkUnit unit) {
        return toolbox.tool(unit.tool(), run.id())
                .flatMap(tool -> tool.output().get("properties"))
                .filter(Json.empty()::equals)
                .isPresent();
    }

    private static String resolve(LiveRun run, WorkUnit unit) {
        return "aule run resolve " + run.id() + " " + unit.id();
    }

    private static Judgement held(String problem) {
        return new Judgement.Over(UnitState.UNKNOWN, Optional.empty(), Optional.of(problem));
    }
}

package org.auleos.toolbox.internal;

import java.util.Optional;
import org.auleos.api.ledger.LedgerException;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.tool.Outcome;
import org.auleos.api.tool.ToolEvent;
import org.auleos.api.tool.UndoCall;
import org.auleos.json.Json;
import org.auleos.json.JsonException;
import org.auleos.plugin.tool.ToolException.Code;
import org.auleos.plugin.tool.Undone;

/** Takes a recorded call back: by the very version that made it if it is still there, with the permissions of whoever undoes. Thread-safe. */
final class UndoPath {

    private final Versions versions;
    private final Surroundings around;
    private final Recorder recorder;
    private final Runner runner;
    private final History history;
    private final Gate gate;

    UndoPath(Versions versions, Surroundings around, Recorder recorder, Runner runner, History history) {
        this.versions = versions;
        this.around = around;
        this.recorder = recorder;
        this.runner = runner;
        this.history = history;
        this.gate = new Gate(around.guard());
    }

    /** As {@code Toolbox.undo} says. */
    Outcome undo(UndoCall call) throws InterruptedException {
        Optional<History.Intent> intent = history.intent(call.intent());
        if (intent.isEmpty()) {
            return Results.failed(
                    Code.NOT_FOUND, "event " + call.intent() + " is no intent of a tool call; expected one");
        }
        ToolEvent.Intended intended = intent.get().event();
        if (intended.memento().isEmpty()) {
            return Results.failed(
                    Code.UNSUPPORTED, intended.pin().name() + " cannot be undone: it recorded no memento");
        }
        return held(call, intent.get(), intended.memento().get());
    }

    private Outcome held(UndoCall call, History.Intent intent, Json memento) throws InterruptedException {
        Optional<ToolVersion> held = held(intent);
        if (held.isEmpty()) {
            return Results.failed(
                    Code.UNAVAILABLE, intent.event().pin().name() + " is gone; install it again to undo what it did");
        }
        ToolVersion version = held.get();
        try {
            return admitted(call, intent, version, memento);
        } catch (JsonException e) {
            return Results.failed(
                    Code.UNSUPPORTED,
                    version + " cannot read what " + intent.event().pin().version() + " recorded: " + e.getMessage());
        } finally {
            version.release();
        }
    }

    private Optional<ToolVersion> held(History.Intent intent) {
        return versions.exactly(intent.event().pin())
                .or(() -> versions.newest(intent.event().pin().name()))
                .filter(ToolVersion::acquire);
    }

    private Outcome admitted(UndoCall call, History.Intent intent, ToolVersion version, Json memento)
            throws InterruptedException {
        Optional<CompiledTool.Undoable> undoable = version.compiled().reversible();
        if (undoable.isEmpty()) {
            return Results.failed(Code.UNSUPPORTED, version + " cannot undo");
        }
        Provenance provenance = call.provenance().withCause(intent.sequence());
        Admission admission = gate.admit(
                version, new Gate.Request(intent.event().input(), provenance, call.granted(), workspace(intent)));
        if (admission instanceof Admission.Turned turned) {
            ToolEvent refused = new ToolEvent.Refused(
                    version.spec().name(), intent.event().key(), intent.event().input(), Results.of(turned.outcome()));
            recorder.durable(refused, provenance);
            return turned.outcome();
        }
        Undo undo = new Undo(call, intent, version, undoable.get(), (Admission.Admitted) admission);
        return run(undo, undoable.get().memento().read(memento), output(version, intent), provenance);
    }

    /** One undo that may run. */
    private record Undo(
            UndoCall call,
            History.Intent intent,
            ToolVersion version,
            CompiledTool.Undoable undoable,
            Admission.Admitted admitted) {}

    private Optional<Record> output(ToolVersion version, History.Intent intent) {
        return history.output(intent).map(version.compiled().output()::read);
    }

    private String workspace(History.Intent intent) {
        return around.workspace(intent.provenance());
    }

    private Outcome run(Undo undo, Record memento, Optional<Record> output, Provenance provenance)
            throws InterruptedException {
        ToolEvent.Intended intended = undo.intent.event();
        String tool = undo.version.spec().name();
        try {
            recorder.durable(new ToolEvent.Undoing(undo.version.pin(), intended.key()), provenance);
        } catch (LedgerException e) {
            return Results.failed(
                    Code.UNAVAILABLE, "the undo could not be recorded, so nothing was done: " + e.getMessage());
        }
        Runner.Limit limit = new Runner.Limit(
                System.nanoTime() + undo.version.spec().timeout().toNanos(), undo.call.watch());
        Outcome outcome;
        try (CallContext context = context(undo, limit, provenance)) {
            outcome = outcome(
                    undo,
                    limit,
                    runner.run(
                            undo.version,
                            () -> undo.undoable.tool().undo(undo.admitted.input(), memento, output, context),
                            limit));
        }
        recorder.durable(new ToolEvent.Undone(tool, intended.key(), Results.of(outcome)), provenance);
        return outcome;
    }

    private CallContext context(Undo undo, Runner.Limit limit, Provenance provenance) {
        Spec spec = undo.version.spec();
        ToolEvent.Intended intended = undo.intent.event();
        return new CallContext(
                around,
                new CallContext.Subject(
                        provenance,
                        spec.name(),
                        spec.riskName(),
                        undo.call.granted(),
                        intended.key(),
                        intended.attempt()),
                limit,
                new Places(
                        around.guard(),
                        new Places.Subject(provenance, spec.name(), undo.call.granted(), workspace(undo.intent)),
                        undo.admitted.declared()));
    }

    private static Outcome outcome(Undo undo, Runner.Limit limit, Ended<Undone> ended) {
        if (ended instanceof Ended.Returned<Undone> returned) {
            return returned.value() instanceof Undone.Changed changed
                    ? Results.failed(Code.CONFLICT, "not undone, as somebody changed it meanwhile: " + changed.what())
                    : new Outcome.Done(Json.empty().with("restored", Json.of(true)));
        } else if (ended instanceof Ended.Threw<Undone> threw) {
            return Results.threw(undo.version, threw.problem(), threw.interruption(), limit);
        } else if (ended instanceof Ended.Abandoned<Undone> abandoned) {
            return Results.abandoned(undo.version, abandoned.interruption());
        }
        return Results.notBegun(undo.version, ((Ended.NotBegun<Undone>) ended).interruption());
    }
}

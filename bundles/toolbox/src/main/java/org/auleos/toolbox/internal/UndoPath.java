package org.auleos.toolbox.internal;

import java.util.Optional;
import org.auleos.api.ledger.LedgerException;
import org.auleos.api.tool.Outcome;
import org.auleos.api.tool.ToolEvent;
import org.auleos.api.tool.UndoCall;
import org.auleos.api.tool.Undoable;
import org.auleos.json.Json;
import org.auleos.json.JsonException;
import org.auleos.plugin.tool.ToolException.Code;
import org.auleos.plugin.tool.Undone;

/** Takes a recorded call back: by the very version that made it if it is still there, with the permissions of whoever undoes. Thread-safe. */
final class UndoPath {

    private final Recall recall;
    private final Recorder recorder;
    private final Runner runner;
    private final History history;

    UndoPath(Recall recall, Recorder recorder, Runner runner, History history) {
        this.recall = recall;
        this.recorder = recorder;
        this.runner = runner;
        this.history = history;
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
        return held(request(call, intent.get()), intended.memento().get());
    }

    /** As {@code Toolbox.undoable} says. */
    Undoable undoable(UndoCall call) {
        Optional<History.Intent> intent = history.intent(call.intent());
        if (intent.isEmpty()) {
            return new Undoable(false, "event " + call.intent() + " is no intent of a tool call");
        }
        Recall.Request request = request(call, intent.get());
        Optional<ToolVersion> version = recall.version(request);
        if (version.isEmpty()) {
            return new Undoable(false, request.tool() + " is gone; install it again to take back what it did");
        }
        return undoable(request, version.get());
    }

    private Undoable undoable(Recall.Request request, ToolVersion version) {
        Optional<String> defect = version.defect();
        if (defect.isPresent()) {
            return new Undoable(false, defect.get());
        }
        Optional<CompiledTool.Undoable> undoable = version.compiled().reversible();
        Optional<Json> memento = request.intent().event().memento();
        if (undoable.isEmpty() || memento.isEmpty()) {
            return new Undoable(false, request.tool() + " has no undo");
        }
        try {
            undoable.get().memento().read(memento.get());
        } catch (JsonException e) {
            return new Undoable(false, version + " cannot read what was kept: " + e.getMessage());
        }
        return recall.admit(request, version) instanceof Admission.Turned turned
                ? new Undoable(false, Results.of(turned.outcome()).message().orElse("it is not permitted"))
                : new Undoable(true, version + " restores what it kept");
    }

    private static Recall.Request request(UndoCall call, History.Intent intent) {
        return Recall.Request.of(intent, call.provenance(), call.granted(), call.watch());
    }

    private Outcome held(Recall.Request request, Json memento) throws InterruptedException {
        Optional<ToolVersion> held = recall.hold(request);
        if (held.isEmpty()) {
            return Results.failed(Code.UNAVAILABLE, request.tool() + " is gone; install it again to undo what it did");
        }
        ToolVersion version = held.get();
        try {
            return admitted(request, version, memento);
        } catch (JsonException e) {
            return Results.failed(
                    Code.UNSUPPORTED,
                    version + " cannot read what "
                            + request.intent().event().pin().version() + " recorded: " + e.getMessage());
        } finally {
            version.release();
        }
    }

    private Outcome admitted(Recall.Request request, ToolVersion version, Json memento) throws InterruptedException {
        Optional<CompiledTool.Undoable> undoable = version.compiled().reversible();
        if (undoable.isEmpty()) {
            return Results.failed(Code.UNSUPPORTED, version + " cannot undo");
        }
        Admission admission = recall.admit(request, version);
        if (admission instanceof Admission.Turned turned) {
            ToolEvent.Intended intended = request.intent().event();
            ToolEvent refused = new ToolEvent.Refused(
                    version.spec().name(), intended.key(), intended.input(), Results.of(turned.outcome()));
            recorder.durable(refused, request.provenance());
            return turned.outcome();
        }
        Undo undo = new Undo(request, version, undoable.get(), (Admission.Admitted) admission);
        return run(undo, undoable.get().memento().read(memento), output(version, request.intent()));
    }

    /** One undo that may run. */
    private record Undo(
            Recall.Request request, ToolVersion version, CompiledTool.Undoable undoable, Admission.Admitted admitted) {}

    private Optional<Record> output(ToolVersion version, History.Intent intent) {
        return history.output(intent).map(version.compiled().output()::read);
    }

    private Outcome run(Undo undo, Record memento, Optional<Record> output) throws InterruptedException {
        String key = undo.request.intent().event().key();
        try {
            recorder.durable(new ToolEvent.Undoing(undo.version.pin(), key), undo.request.provenance());
        } catch (LedgerException e) {
            return Results.failed(
                    Code.UNAVAILABLE, "the undo could not be recorded, so nothing was done: " + e.getMessage());
        }
        Runner.Limit limit = Recall.limit(undo.request, undo.version);
        Outcome outcome;
        try (CallContext context = recall.context(undo.request, undo.version, undo.admitted, limit)) {
            outcome = outcome(
                    undo,
                    limit,
                    runner.run(
                            undo.version,
                            () -> undo.undoable.tool().undo(undo.admitted.input(), memento, output, context),
                            limit));
        }
        recorder.durable(
                new ToolEvent.Undone(undo.version.spec().name(), key, Results.of(outcome)), undo.request.provenance());
        return outcome;
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

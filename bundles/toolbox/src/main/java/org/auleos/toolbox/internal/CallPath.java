package org.auleos.toolbox.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.auleos.api.ledger.Draft;
import org.auleos.api.ledger.LedgerException;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.ledger.Receipt;
import org.auleos.api.tool.Outcome;
import org.auleos.api.tool.ToolCall;
import org.auleos.api.tool.ToolEvent;
import org.auleos.json.Json;
import org.auleos.json.JsonException;
import org.auleos.plugin.tool.ToolException.Code;

/**
 * The one path every call takes: hold a version, admit, memento, intent durable, run with a deadline, outcome recorded. Thread-safe.
 */
final class CallPath {

    /** Largest answer of a tool, in bytes of canonical JSON. */
    static final int MAX_OUTPUT_BYTES = 1 << 20;

    private final RunBook runs;
    private final Versions versions;
    private final Surroundings around;
    private final Gate gate;
    private final Consent consent;
    private final Recorder recorder;
    private final Runner runner;

    CallPath(RunBook runs, Versions versions, Surroundings around, Recorder recorder, Runner runner) {
        this.runs = runs;
        this.versions = versions;
        this.around = around;
        this.gate = new Gate(around.guard());
        this.consent = new Consent(around.approvals());
        this.recorder = recorder;
        this.runner = runner;
    }

    /** As {@code Toolbox.call} says. */
    Outcome call(ToolCall call) throws InterruptedException {
        RunBook.Page page = runs.page(call.provenance().run());
        Optional<ToolVersion> held = page.lease(call.tool());
        if (held.isEmpty()) {
            return refused(call, page, Absence.of(call.tool(), page.pinned(call.tool()), versions));
        }
        ToolVersion version = held.get();
        try {
            return held(call, page, version);
        } catch (LedgerException e) {
            return unrecorded(version, e);
        } finally {
            version.release();
        }
    }

    private Outcome held(ToolCall call, RunBook.Page page, ToolVersion version) throws InterruptedException {
        Optional<String> defect = version.defect();
        if (defect.isPresent()) {
            return refused(call, page, Results.failed(Code.FAILED, defect.get()));
        }
        Admission admission = gate.admit(
                version,
                new Gate.Request(call.input(), call.provenance(), call.granted(), around.workspace(call.provenance())));
        if (admission instanceof Admission.Asked asked) {
            admission = consent.to(call, version, asked);
        }
        if (admission instanceof Admission.Turned turned) {
            boolean recorded = turned.outcome() instanceof Outcome.Awaiting;
            return recorded ? turned.outcome() : refused(call, page, turned.outcome());
        }
        recorder.appeared(version);
        Step step = new Step(call, version, (Admission.Admitted) admission, limit(call, version.spec()));
        return version.spec().changes() ? effect(step, page) : observation(step, page);
    }

    /** What is known of one admitted call. */
    private record Step(ToolCall call, ToolVersion version, Admission.Admitted admitted, Runner.Limit limit) {

        Provenance provenance() {
            return call.provenance();
        }
    }

    private static Runner.Limit limit(ToolCall call, Spec spec) {
        Duration timeout = call.timeout().compareTo(spec.timeout()) < 0 ? call.timeout() : spec.timeout();
        return new Runner.Limit(System.nanoTime() + timeout.toNanos(), call.watch());
    }

    /** A PURE or READ call: one record, which nobody waits for here. */
    private Outcome observation(Step step, RunBook.Page page) throws InterruptedException {
        long begun = System.nanoTime();
        CallContext context = context(step);
        Outcome outcome;
        try {
            outcome = outcome(step, run(step, () -> call(step, context)));
        } finally {
            context.close();
        }
        Draft draft = called(step, context, outcome, begun);
        if (draft.payload().length > MAX_OUTPUT_BYTES) {
            outcome = bounded(step, outcome);
            draft = called(step, context, outcome, begun);
        }
        page.add(recorder.queue(draft), recorder.limit());
        return outcome;
    }

    private static Draft called(Step step, CallContext context, Outcome outcome, long begun) {
        ToolCall call = step.call;
        return Recorder.draft(
                new ToolEvent.Called(
                        step.version.pin(),
                        call.key(),
                        call.attempt(),
                        step.admitted.policy(),
                        call.input(),
                        context.observed(),
                        Results.of(outcome),
                        micros(begun)),
                step.provenance());
    }

    /** An IDEMPOTENT or EFFECT call: the intent is on the disk before it runs, the outcome before it is told. */
    private Outcome effect(Step step, RunBook.Page page) throws InterruptedException {
        long begun = System.nanoTime();
        try (CallContext context = context(step)) {
            Optional<Json> memento = Optional.empty();
            Optional<CompiledTool.Undoable> undoable = step.version.compiled().reversible();
            if (undoable.isPresent()) {
                Ended<Json> before = run(
                        step,
                        () -> undoable.get()
                                .memento()
                                .write(undoable.get().tool().before(step.admitted.input(), context)));
                if (!(before instanceof Ended.Returned<Json> known)) {
                    return refused(step.call, page, outcome(step, before));
                }
                memento = Optional.of(known.value());
            }
            return intended(step, context, intent(step, memento), begun);
        }
    }

    private static ToolEvent.Intended intent(Step step, Optional<Json> memento) {
        ToolCall call = step.call;
        return new ToolEvent.Intended(
                step.version.pin(), call.key(), call.attempt(), step.admitted.policy(), call.input(), memento);
    }

    private Outcome intended(Step step, CallContext context, ToolEvent.Intended intent, long begun)
            throws InterruptedException {
        long sequence = durable(step, intent);
        Outcome outcome = bounded(step, outcome(step, run(step, () -> call(step, context))));
        ToolEvent completed = new ToolEvent.Completed(
                step.call.tool(), step.call.key(), context.observed(), Results.of(outcome), micros(begun));
        try {
            recorder.durable(completed, step.provenance().withCause(sequence));
            return outcome;
        } catch (LedgerException e) {
            return new Outcome.Unknown(step.version + " ended, and how could not be recorded: " + e.getMessage()
                    + "; its intent is " + sequence);
        }
    }

    /** Waits for the intent; when that fails, says behind it that nothing ran. */
    private long durable(Step step, ToolEvent.Intended intent) throws InterruptedException {
        Receipt receipt = recorder.queue(intent, step.provenance());
        try {
            return receipt.await(recorder.limit());
        } catch (InterruptedException e) {
            notRun(step, new Outcome.Cancelled("cancelled before it ran, while its intent was on its way to the disk"));
            throw e;
        } catch (LedgerException e) {
            if (e.code() == LedgerException.Code.TIMED_OUT) {
                notRun(
                        step,
                        Results.failed(Code.UNAVAILABLE, "not run, as its intent was too long on its way to the disk"));
            }
            throw e;
        }
    }

    private void notRun(Step step, Outcome outcome) {
        recorder.queue(
                new ToolEvent.Completed(step.call.tool(), step.call.key(), List.of(), Results.of(outcome), 0),
                step.provenance());
    }

    private CallContext context(Step step) {
        ToolCall call = step.call;
        Spec spec = step.version.spec();
        return new CallContext(
                around.with(step.admitted.guard()),
                new CallContext.Subject(
                        call.provenance(), spec.name(), spec.riskName(), call.granted(), call.key(), call.attempt()),
                step.limit,
                new Places(
                        step.admitted.guard(),
                        new Places.Subject(
                                call.provenance(), spec.name(), call.granted(), around.workspace(call.provenance())),
                        step.admitted.declared()));
    }

    private static Json.Obj call(Step step, CallContext context) throws Exception {
        CompiledTool tool = step.version.compiled();
        Record output = tool.tool().call(step.admitted.input(), context);
        try {
            return (Json.Obj) tool.output().write(output);
        } catch (JsonException e) {
            throw new IllegalStateException("its answer is no valid JSON: " + e.getMessage(), e);
        }
    }

    private <T> Ended<T> run(Step step, Callable<T> code) {
        return runner.run(step.version, code, step.limit);
    }

    private static <T> Outcome outcome(Step step, Ended<T> ended) {
        if (ended instanceof Ended.Returned<T> returned) {
            return new Outcome.Done((Json.Obj) returned.value());
        } else if (ended instanceof Ended.Threw<T> threw) {
            return Results.threw(step.version, threw.problem(), threw.interruption(), step.limit);
        } else if (ended instanceof Ended.Abandoned<T> abandoned) {
            return Results.abandoned(step.version, abandoned.interruption());
        }
        return Results.notBegun(step.version, ((Ended.NotBegun<T>) ended).interruption());
    }

    private static Outcome bounded(Step step, Outcome outcome) {
        if (!(outcome instanceof Outcome.Done done)) {
            return outcome;
        }
        int size = done.output().bytes().length;
        String ran = step.version.spec().changes() ? "It took effect all the same" : "Ask for less";
        return size <= MAX_OUTPUT_BYTES
                ? outcome
                : Results.failed(
                        Code.TOO_LARGE,
                        "the answer of " + step.version + " has " + size + " bytes; at most " + MAX_OUTPUT_BYTES
                                + " are recorded, larger things belong into a file. " + ran);
    }

    private Outcome refused(ToolCall call, RunBook.Page page, Outcome outcome) throws InterruptedException {
        ToolEvent event = new ToolEvent.Refused(call.tool(), call.key(), call.input(), Results.of(outcome));
        page.add(recorder.queue(event, call.provenance()), recorder.limit());
        return outcome;
    }

    /** The ledger takes nothing: no effect began, and an observation nobody recorded is not told. */
    private static Outcome unrecorded(ToolVersion version, LedgerException e) {
        boolean retryable = e.code() == LedgerException.Code.FULL || e.code() == LedgerException.Code.TIMED_OUT;
        return new Outcome.Failed(
                "unavailable",
                "the call of " + version + " could not be recorded, so nothing was done: " + e.getMessage(),
                retryable);
    }

    private static long micros(long begun) {
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begun);
    }
}

package org.auleos.toolbox.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.auleos.api.tool.Outcome;
import org.auleos.api.tool.ProbeAnswer;
import org.auleos.api.tool.ProbeAnswer.Finding;
import org.auleos.api.tool.ProbeCall;
import org.auleos.api.tool.ToolEvent;
import org.auleos.plugin.tool.Probe;

/** Asks a tool whether a recorded call took effect. Whatever stands in the way makes the answer unknown, never a guess. Thread-safe. */
final class ProbePath {

    private final Recall recall;
    private final Recorder recorder;
    private final Runner runner;
    private final History history;

    ProbePath(Recall recall, Recorder recorder, Runner runner, History history) {
        this.recall = recall;
        this.recorder = recorder;
        this.runner = runner;
        this.history = history;
    }

    /** As {@code Toolbox.probe} says. */
    ProbeAnswer probe(ProbeCall call) throws InterruptedException {
        Optional<History.Intent> intent = history.intent(call.intent());
        if (intent.isEmpty()) {
            return ProbeAnswer.unknown("event " + call.intent() + " is no intent of a tool call");
        }
        Recall.Request request = Recall.Request.of(intent.get(), call.provenance(), call.granted(), call.watch());
        Optional<ToolVersion> held = recall.hold(request);
        if (held.isEmpty()) {
            return ProbeAnswer.unknown(request.tool() + " is gone and cannot be asked");
        }
        try {
            return held(request, held.get());
        } finally {
            held.get().release();
        }
    }

    private ProbeAnswer held(Recall.Request request, ToolVersion version) throws InterruptedException {
        Optional<Probe<Record>> probe = version.defect().isPresent()
                ? Optional.empty()
                : version.compiled().probe();
        if (probe.isEmpty()) {
            return ProbeAnswer.unknown(version + " has no probe that could tell");
        }
        Admission admission = recall.admit(request, version);
        if (admission instanceof Admission.Turned turned) {
            ToolEvent.Intended intended = request.intent().event();
            ToolEvent refused = new ToolEvent.Refused(
                    request.tool(), intended.key(), intended.input(), Results.of(turned.outcome()));
            recorder.durable(refused, request.provenance());
            return ProbeAnswer.unknown("the probe of " + version + " may not look: " + sentence(turned.outcome()));
        }
        return ask(request, version, probe.get(), (Admission.Admitted) admission);
    }

    private ProbeAnswer ask(
            Recall.Request request, ToolVersion version, Probe<Record> probe, Admission.Admitted admitted)
            throws InterruptedException {
        long begun = System.nanoTime();
        Runner.Limit limit = Recall.limit(request, version);
        try (CallContext context = recall.context(request, version, admitted, limit)) {
            Ended<Probe.Finding> ended = runner.run(version, () -> probe.probe(admitted.input(), context), limit);
            ProbeAnswer answer = answer(version, ended, limit);
            boolean known = answer.finding() != Finding.UNKNOWN;
            ToolEvent probed = new ToolEvent.Probed(
                    version.pin(),
                    request.intent().event().key(),
                    answer.finding().name().toLowerCase(Locale.ROOT),
                    context.observed(),
                    known ? Optional.empty() : Optional.of(answer.why()),
                    TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begun));
            recorder.durable(probed, request.provenance());
            return answer;
        }
    }

    private static ProbeAnswer answer(ToolVersion version, Ended<Probe.Finding> ended, Runner.Limit limit) {
        if (ended instanceof Ended.Returned<Probe.Finding> returned) {
            return switch (returned.value()) {
                case APPLIED -> new ProbeAnswer(Finding.APPLIED, "the probe of " + version + " found its effect");
                case NOT_APPLIED ->
                    new ProbeAnswer(Finding.NOT_APPLIED, "the probe of " + version + " found no effect of it");
                case UNKNOWN -> ProbeAnswer.unknown("the probe of " + version + " cannot tell");
            };
        } else if (ended instanceof Ended.Threw<Probe.Finding> threw) {
            Outcome outcome = Results.threw(version, threw.problem(), threw.interruption(), limit);
            return ProbeAnswer.unknown("the probe of " + version + " failed: " + sentence(outcome));
        } else if (ended instanceof Ended.Abandoned<Probe.Finding>) {
            return ProbeAnswer.unknown("the probe of " + version + " did not come back");
        }
        return ProbeAnswer.unknown("the probe of " + version + " did not begin in time");
    }

    private static String sentence(Outcome outcome) {
        return Results.of(outcome).message().orElse("no reason was given");
    }
}

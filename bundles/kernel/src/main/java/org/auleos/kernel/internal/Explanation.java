package org.auleos.kernel.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.auleos.api.agent.AgentEvent;
import org.auleos.api.ledger.Event;
import org.auleos.api.plan.Planning;
import org.auleos.api.policy.ApprovalEvent;
import org.auleos.api.run.RunEvent;
import org.auleos.api.run.StepEnd;
import org.auleos.api.run.Why;
import org.auleos.api.tool.ToolEvent;
import org.auleos.api.tool.ToolPin;
import org.auleos.json.Family;
import org.jspecify.annotations.Nullable;

/** Builds the tree of decisions of one run from its events, in order. Used by one thread. */
final class Explanation {

    private static final Family<AgentEvent> AGENTS = Family.of(AgentEvent.class);
    private static final Family<ApprovalEvent> APPROVALS = Family.of(ApprovalEvent.class);

    private final Map<String, Branch> units = new LinkedHashMap<>();
    private final List<Why> endings = new ArrayList<>();
    private @Nullable Branch plan;

    /** A decision whose branches are still growing. */
    private static final class Branch {

        private final String subject;
        private String reason;
        private final List<Long> evidence = new ArrayList<>();
        private final List<Why> below = new ArrayList<>();

        Branch(String subject, String reason) {
            this.subject = subject;
            this.reason = reason;
        }

        void grow(Event event, String what, String because) {
            below.add(new Why(what, because, List.of(event.sequence()), List.of()));
        }

        Why done() {
            return new Why(subject, reason, evidence, below);
        }
    }

    /** The tree; empty when no submission was among the events. */
    Optional<Why> tree() {
        return Optional.ofNullable(plan).map(root -> {
            List<Why> below = new ArrayList<>(root.below);
            units.values().forEach(unit -> below.add(unit.done()));
            below.addAll(endings);
            return new Why(root.subject, root.reason, root.evidence, below);
        });
    }

    /** Takes the run's next event. */
    void on(Event event) {
        RunLog.run(event).ifPresent(it -> run(event, it));
        RunLog.tool(event).ifPresent(it -> tool(event, it));
        if (event.type().startsWith("agent.")) {
            AGENTS.read(event.type(), event.version(), event.payload()).ifPresent(it -> agent(event, it));
        } else if (event.type().startsWith("approval.")) {
            APPROVALS.read(event.type(), event.version(), event.payload()).ifPresent(it -> approval(event, it));
        }
    }

    private void run(Event event, RunEvent fact) {
        if (fact instanceof RunEvent.Submitted submitted) {
            submitted(event, submitted);
        } else if (fact instanceof RunEvent.UnitStarted started) {
            Branch unit = unit(started.unit());
            unit.evidence.add(event.sequence());
            unit.grow(event, "attempt " + started.attempt() + " by agent " + started.role(), event.why());
        } else if (fact instanceof RunEvent.UnitWaiting waiting) {
            unit(waiting.unit()).reason = "awaiting: " + waiting.message();
        } else if (fact instanceof RunEvent.UnitRetried retried) {
            unit(retried.unit())
                    .grow(event, "another attempt after " + retried.pauseMillis() + " ms", retried.problem());
        } else if (fact instanceof RunEvent.UnitFinished over) {
            Branch unit = unit(over.unit());
            unit.evidence.add(event.sequence());
            unit.reason = over.state().name().toLowerCase(Locale.ROOT)
                    + over.problem().map(problem -> ": " + problem).orElse("");
        } else if (fact instanceof RunEvent.UnitResolved resolved) {
            resolved(event, resolved);
        } else if (fact instanceof RunEvent.CancelRequested request) {
            ending(event, "cancellation by " + event.provenance().onBehalfOf(), request.reason());
        } else if (fact instanceof RunEvent.Resumed resumed) {
            ending(event, "taken up again", resumed.unitsDone() + " units done, " + resumed.unitsLeft() + " left");
        } else if (fact instanceof RunEvent.UndoStep step && step.end() != StepEnd.COMPENSATED) {
            unit(step.unit()).grow(event, "not taken back", step.problem().orElse(""));
        } else {
            whole(event, fact);
        }
    }

    /** What concerns the run and not one of its units. */
    private void whole(Event event, RunEvent fact) {
        if (fact instanceof RunEvent.UndoRequested asked) {
            ending(
                    event,
                    "taking back asked for by " + event.provenance().onBehalfOf(),
                    asked.request().reason());
        } else if (fact instanceof RunEvent.Kept kept) {
            ending(event, "its effects stay, says " + event.provenance().onBehalfOf(), kept.reason());
        } else if (fact instanceof RunEvent.UndoFinished end) {
            ending(event, "end: " + end.state().name().toLowerCase(Locale.ROOT), event.why());
        } else if (fact instanceof RunEvent.Finished end) {
            ending(event, "end: " + end.state().name().toLowerCase(Locale.ROOT), event.why());
        }
    }

    private void resolved(Event event, RunEvent.UnitResolved resolved) {
        String found = resolved.resolution().applied() ? "there" : "not there";
        unit(resolved.unit())
                .grow(
                        event,
                        event.provenance().onBehalfOf() + " said its effect is " + found,
                        resolved.resolution().reason());
    }

    private void submitted(Event event, RunEvent.Submitted submitted) {
        String name = submitted.plan().name() + "@" + submitted.plan().version();
        Branch root = new Branch("plan " + name, event.why());
        root.evidence.add(event.sequence());
        for (Planning.Candidate candidate : submitted.considered()) {
            String other = candidate.name() + "@" + candidate.version();
            if (!other.equals(name)) {
                root.grow(
                        event,
                        "not plan " + other,
                        String.format(
                                Locale.ROOT,
                                "its score is %.2f; it is for goals like \"%s\"",
                                candidate.score(),
                                candidate.example()));
            }
        }
        submitted
                .plan()
                .units()
                .forEach(unit -> units.put(
                        unit.id(), new Branch("unit " + unit.id() + ": " + unit.title(), "the plan asks for it")));
        plan = root;
    }

    private void agent(Event event, AgentEvent fact) {
        Branch unit = unit(event.provenance().unit());
        if (fact instanceof AgentEvent.Thought thought) {
            unit.grow(event, "agent " + thought.role(), thought.thought());
        } else if (fact instanceof AgentEvent.Refused refused) {
            unit.grow(event, "agent " + refused.role() + " refused", refused.problem());
        }
    }

    private void approval(Event event, ApprovalEvent fact) {
        Branch unit = unit(event.provenance().unit());
        if (fact instanceof ApprovalEvent.Requested asked) {
            String people = asked.people() == 1 ? "a person" : asked.people() + " people";
            unit.grow(event, "approval " + asked.id() + " asked of " + people, event.why());
        } else if (fact instanceof ApprovalEvent.Given given) {
            unit.grow(event, "approval " + given.id() + " given by " + given.by(), "of the call " + given.digest());
        } else if (fact instanceof ApprovalEvent.Denied denied) {
            unit.grow(event, "approval " + denied.id() + " denied by " + denied.by(), denied.reason());
        } else if (fact instanceof ApprovalEvent.Expired expired) {
            unit.grow(event, "approval " + expired.id() + " expired", expired.reason());
        } else if (fact instanceof ApprovalEvent.Withdrawn withdrawn) {
            unit.grow(event, "approval " + withdrawn.id() + " withdrawn", withdrawn.reason());
        } else if (fact instanceof ApprovalEvent.Used used) {
            unit.grow(event, "approval " + used.id() + " used", "for this one call");
        }
    }

    private void tool(Event event, ToolEvent fact) {
        Branch unit = unit(event.provenance().unit());
        if (fact instanceof ToolEvent.Called called) {
            String sentence = sentence(called.result(), called.elapsedMicros());
            unit.grow(event, subject(called.pin()), sentence + ", permitted by policy " + called.policy());
        } else if (fact instanceof ToolEvent.Intended intended) {
            unit.grow(event, subject(intended.pin()), "about to act, permitted by policy " + intended.policy());
        } else if (fact instanceof ToolEvent.Completed completed) {
            unit.grow(event, "tool " + completed.tool(), sentence(completed.result(), completed.elapsedMicros()));
        } else if (fact instanceof ToolEvent.Refused refused) {
            unit.grow(event, "tool " + refused.tool() + " was not called", words(refused.result()));
        } else if (fact instanceof ToolEvent.Probed probed) {
            unit.grow(
                    event,
                    subject(probed.pin()) + " was asked whether it took effect",
                    probed.finding()
                            + probed.problem().map(problem -> ": " + problem).orElse(""));
        } else if (fact instanceof ToolEvent.Undone undone) {
            unit.grow(event, "tool " + undone.tool() + " was taken back", words(undone.result()));
        }
    }

    private Branch unit(String id) {
        return units.computeIfAbsent(id, it -> new Branch(it.isEmpty() ? "calls outside the units" : "unit " + it, ""));
    }

    private void ending(Event event, String subject, String reason) {
        endings.add(new Why(subject, reason, List.of(event.sequence()), List.of()));
    }

    private static String subject(ToolPin pin) {
        String digest = pin.sha256().substring(0, Math.min(12, pin.sha256().length()));
        return "tool " + pin.name() + "@" + pin.version() + " (" + digest + ")";
    }

    private static String sentence(ToolEvent.Result result, long micros) {
        return words(result) + " after " + micros / 1000 + " ms";
    }

    private static String words(ToolEvent.Result result) {
        return result.state() + result.message().map(message -> ": " + message).orElse("");
    }
}

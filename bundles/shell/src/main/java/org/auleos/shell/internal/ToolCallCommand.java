package org.auleos.shell.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.auleos.api.policy.Capability;
import org.auleos.api.tool.Outcome;
import org.auleos.api.tool.ToolCall;
import org.auleos.api.tool.ToolDescription;
import org.auleos.api.tool.Toolbox;
import org.auleos.json.Json;

/** Calls one tool. */
@Service
@Command(scope = "tool", name = "call", description = "Call a tool with a JSON object as its input.")
@SuppressWarnings("NullAway.Init") // the shell sets the fields
public final class ToolCallCommand extends Base {

    @Reference
    private Toolbox toolbox;

    @Reference
    private RandomGenerator random;

    @Argument(index = 0, name = "name", description = "the tool's name", required = true)
    @Completion(ToolCompleter.class)
    private String name;

    @Argument(index = 1, name = "input", description = "the input, quoted JSON")
    private String input = "{}";

    @Option(
            name = "-g",
            aliases = "--grant",
            description = "grant exactly this instead of all you may",
            multiValued = true)
    private List<String> grants = List.of();

    @Override
    void run() throws InterruptedException {
        ToolDescription tool = toolbox.tool(name)
                .orElseThrow(() -> new IllegalArgumentException("no tool \"" + name + "\"; tool:list lists them"));
        Json.Obj value = Json.object(input.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        String id = "c-" + Long.toUnsignedString(random.nextLong() >>> 1, 36);
        try {
            Outcome outcome = toolbox.call(new ToolCall(
                    name, value, person().withRun(id), granted(), id, 1, tool.timeout(), ToolCall.Watch.NONE));
            toolbox.settle(id);
            outcome.fold(new Telling()).lines().forEach(Base::say);
        } finally {
            toolbox.release(id);
        }
    }

    private Set<Capability> granted() {
        Set<Capability> granted = new HashSet<>();
        grants.forEach(grant -> granted.add(Capability.of(grant)));
        return grants.isEmpty() ? Set.of(Capability.of("*:*"), Capability.of("*:*:**")) : granted;
    }

    /** An outcome in words. */
    private static final class Telling implements Outcome.Cases<String> {

        @Override
        public String done(Outcome.Done outcome) {
            return outcome.output().pretty();
        }

        @Override
        public String failed(Outcome.Failed outcome) {
            return "failed (" + outcome.code() + "): " + outcome.message();
        }

        @Override
        public String denied(Outcome.Denied outcome) {
            return "denied: " + outcome.message();
        }

        @Override
        public String awaiting(Outcome.Awaiting outcome) {
            return "awaiting " + outcome.approval() + ": " + outcome.message();
        }

        @Override
        public String cancelled(Outcome.Cancelled outcome) {
            return "cancelled: " + outcome.message();
        }

        @Override
        public String timedOut(Outcome.TimedOut outcome) {
            return "timed out: " + outcome.message();
        }

        @Override
        public String unknown(Outcome.Unknown outcome) {
            return "unknown: " + outcome.message();
        }
    }
}

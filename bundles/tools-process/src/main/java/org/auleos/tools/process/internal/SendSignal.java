package org.auleos.tools.process.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.auleos.plugin.tool.Doc;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Probe;
import org.auleos.plugin.tool.Risk;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolException;
import org.auleos.plugin.tool.ToolSpec;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** Sends a signal to a process. */
@Component
@ToolSpec(
        name = "process.signal",
        description =
                "Sends a signal to one process, named by its number and its start as process.list gives them, so that"
                        + " a number used again is not hit. Never to process 1 or the platform itself.",
        permissions = "process:signal:{pid}",
        effect = Effect.EFFECT,
        risk = Risk.HIGH)
public final class SendSignal implements Tool<SendSignal.In, SendSignal.Out>, Probe<SendSignal.In> {

    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final Duration WAIT_MAX = Duration.ofSeconds(20);

    /** Starts are computed from a clock that the system corrects now and then. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** The signals of POSIX that have a use here. */
    public enum Signal {
        /** Asks to end. */
        TERM,
        /** Ends without asking. */
        KILL,
        /** The terminal is gone; many services read their configuration again. */
        HUP,
        /** Interrupts, as from the keyboard. */
        INT,
        /** Asks to end with a dump; a JVM prints its threads. */
        QUIT,
        /** For the program to decide. */
        USR1,
        /** For the program to decide. */
        USR2,
        /** Stops it for now. */
        STOP,
        /** Lets it go on. */
        CONT;

        boolean ends() {
            return this == TERM || this == KILL || this == INT;
        }
    }

    public record In(
            @Doc("number of the process") long pid,

            @Doc("when it was started, as process.list gives it")
            Instant started,

            @Doc("term, kill, hup, int, quit, usr1, usr2, stop or cont")
            Signal signal,

            @Doc("how long to wait for its end, up to PT20S; PT2S unless said") @Nullable
            Duration patience) {}

    public record Out(
            @Doc("number of the process") long pid,
            @Doc("name of the program") String name,

            @Doc("true when it had ended by the end of the wait")
            boolean ended) {}

    private final ProcessTable table = ProcessTable.ofThisMachine();

    @Override
    public Out call(In in, ToolContext context) throws IOException, InterruptedException {
        Duration wait = in.patience() == null ? WAIT : in.patience();
        if (wait.isNegative() || wait.compareTo(WAIT_MAX) > 0) {
            throw new ToolException(
                    ToolException.Code.INVALID_INPUT, "patience " + wait + ": expected PT0S to " + WAIT_MAX);
        }
        requireAllowed(in.pid());
        ProcessHandle handle = ProcessHandle.of(in.pid()).orElseThrow(() -> gone(in));
        ProcessFacts target = target(in, context).orElseThrow(() -> gone(in));
        Kill.send(handle, in.signal());
        return new Out(in.pid(), target.name(), ended(handle, in.signal().ends() ? wait : Duration.ZERO));
    }

    @Override
    public Finding probe(In in, ToolContext context) throws IOException {
        if (!in.signal().ends()) {
            return Finding.UNKNOWN;
        }
        Optional<ProcessFacts> found = table.one(in.pid(), context.clock().instant());
        return found.filter(process -> same(in, process)).isPresent() ? Finding.NOT_APPLIED : Finding.APPLIED;
    }

    private static void requireAllowed(long pid) {
        if (pid <= 1 || pid == ProcessHandle.current().pid()) {
            throw new ToolException(
                    ToolException.Code.DENIED,
                    "process " + pid + " is "
                            + (pid == 1 ? "the first process" : pid < 1 ? "no single process" : "the platform itself")
                            + "; signals to it are never sent");
        }
    }

    private Optional<ProcessFacts> target(In in, ToolContext context) throws IOException {
        Optional<ProcessFacts> found = table.one(in.pid(), context.clock().instant());
        found.filter(process -> !same(in, process)).ifPresent(other -> {
            throw new ToolException(
                    ToolException.Code.CONFLICT,
                    "process " + in.pid() + " is now " + other.name() + ", started " + other.started()
                            + "; expected the" + " one started " + in.started());
        });
        return found;
    }

    private static boolean same(In in, ProcessFacts process) {
        return process.started() != null
                && Duration.between(in.started(), process.started()).abs().compareTo(TOLERANCE) <= 0;
    }

    private static ToolException gone(In in) {
        return new ToolException(
                ToolException.Code.NOT_FOUND, "there is no process " + in.pid() + "; it may have ended");
    }

    private static boolean ended(ProcessHandle handle, Duration wait) throws InterruptedException {
        try {
            handle.onExit().get(wait.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return !handle.isAlive();
        } catch (ExecutionException e) {
            throw new ToolException(ToolException.Code.FAILED, "the end could not be waited for: " + e.getMessage(), e);
        }
    }
}

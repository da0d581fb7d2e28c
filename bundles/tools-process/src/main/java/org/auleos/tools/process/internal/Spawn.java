package org.auleos.tools.process.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.auleos.plugin.files.Directory;
import org.auleos.plugin.files.Place;
import org.auleos.plugin.tool.Doc;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Risk;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolException;
import org.auleos.plugin.tool.ToolSpec;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** Runs a program to its end. */
@Component
@ToolSpec(
        name = "process.spawn",
        description =
                "Runs a program with a list of arguments, never through a shell, and waits for its end; at the"
                        + " time-out it is killed with its children. A granted interpreter can do anything the platform's user can.",
        permissions = {"exec:run:{program}", "fs:read:{directory}"},
        effect = Effect.EFFECT,
        risk = Risk.HIGH,
        timeout = "PT11M")
public final class Spawn implements Tool<Spawn.In, Spawn.Out> {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PATIENCE_MAX = Duration.ofMinutes(10);
    private static final int ARGUMENTS_MAX = 1000;

    public record Variable(
            @Doc("name") String name, @Doc("value") String value) {}

    public record In(
            @Doc("name of a program of this machine, or its absolute path")
            String program,

            @Doc("arguments, each handed over as it is") List<String> arguments,

            @Doc("directory to run in; the workspace of the run unless said") @Nullable
            String directory,

            @Doc("more environment: LANG, LC_ALL, TZ, HOME, TERM, NO_COLOR, DEBIAN_FRONTEND or SOURCE_DATE_EPOCH")
            @Nullable
            List<Variable> environment,

            @Doc("how long it may run, up to PT10M; PT30S unless said") @Nullable
            Duration timeout) {}

    public record Out(
            @Doc("exit status; absent when it was killed at the time-out") @Nullable
            Integer exit,

            @Doc("first 64 KiB of what it wrote to its output")
            String output,

            @Doc("first 64 KiB of what it wrote to its error output")
            String error,

            @Doc("true when it wrote more than is shown") boolean truncated,
            @Doc("true when it was killed at the time-out") boolean timedOut,
            @Doc("how long it ran, milliseconds") long milliseconds) {}

    @Override
    public Out call(In in, ToolContext context) throws InterruptedException {
        Duration patience = in.timeout() == null ? PATIENCE : in.timeout();
        if (patience.isNegative() || patience.isZero() || patience.compareTo(PATIENCE_MAX) > 0) {
            throw invalid("timeout " + patience + ": expected more than PT0S, at most " + PATIENCE_MAX);
        }
        ProcessBuilder builder = new ProcessBuilder(line(in));
        builder.directory(Programs.directory(place(in, context)));
        builder.environment().clear();
        builder.environment().putAll(Programs.environment(in.environment()));
        try {
            return new Running(builder.start(), patience).toItsEnd();
        } catch (IOException e) {
            throw new ToolException(
                    ToolException.Code.FAILED, in.program() + " could not be run: " + e.getMessage(), e);
        }
    }

    private static List<String> line(In in) {
        if (in.arguments().size() > ARGUMENTS_MAX) {
            throw invalid(in.arguments().size() + " arguments: expected at most " + ARGUMENTS_MAX);
        }
        if (in.arguments().stream().anyMatch(argument -> argument.indexOf('\0') >= 0)) {
            throw invalid("an argument with a NUL character: no program can get one");
        }
        List<String> line = new ArrayList<>();
        line.add(Programs.find(in.program()).toString());
        line.addAll(in.arguments());
        return line;
    }

    private static Place place(In in, ToolContext context) {
        return context.place(in.directory() == null ? "" : in.directory(), Directory.Access.READ);
    }

    private static ToolException invalid(String message) {
        return new ToolException(ToolException.Code.INVALID_INPUT, message);
    }
}

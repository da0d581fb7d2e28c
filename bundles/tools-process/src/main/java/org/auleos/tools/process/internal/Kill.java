package org.auleos.tools.process.internal;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.auleos.plugin.tool.ToolException;

/** Sends a signal: Java knows two of them, and compares the start again itself; for the others the program kill is run. */
final class Kill {

    private static final long PATIENCE_SECONDS = 5;

    private Kill() {}

    static void send(ProcessHandle handle, SendSignal.Signal signal) throws IOException, InterruptedException {
        boolean sent = switch (signal) {
            case TERM -> handle.destroy();
            case KILL -> handle.destroyForcibly();
            default -> run(handle.pid(), signal);
        };
        if (!sent) {
            throw new ToolException(
                    ToolException.Code.DENIED,
                    "process " + handle.pid() + " did not take " + signal
                            + ": it has ended, or the user the platform runs as may not signal it");
        }
    }

    private static boolean run(long pid, SendSignal.Signal signal) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder(Programs.find("kill").toString(), "-s", signal.name(), Long.toString(pid))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return kill.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && kill.exitValue() == 0;
        } finally {
            kill.destroyForcibly();
        }
    }
}

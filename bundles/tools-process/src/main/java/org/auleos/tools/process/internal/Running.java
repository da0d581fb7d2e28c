package org.auleos.tools.process.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program while it runs. Its outputs are emptied by the waiting thread itself, so that a program that never stops
 * writing costs neither memory nor disk, and one whose children keep the outputs open is not waited for. Confined to one
 * thread.
 */
final class Running {

    private static final int KEPT = 64 * 1024;
    private static final int KILL_ROUNDS = 5;
    private static final int DRAIN_ROUNDS = 64;

    /** How long to wait before looking for more output, milliseconds. */
    private static final long PAUSE = 5;

    private final Process process;
    private final Duration patience;
    private final long started = System.nanoTime();
    private final Capture output;
    private final Capture error;

    Running(Process process, Duration patience) {
        this.process = process;
        this.patience = patience;
        this.output = new Capture(process.getInputStream());
        this.error = new Capture(process.getErrorStream());
    }

    /** Waits; kills the program and its children when time is up or the thread is interrupted. */
    Spawn.Out toItsEnd() throws IOException, InterruptedException {
        try {
            process.getOutputStream().close();
            boolean ended = false;
            while (!ended && System.nanoTime() - started < patience.toNanos()) {
                ended = process.waitFor(drain() ? 0 : PAUSE, TimeUnit.MILLISECONDS);
            }
            return out(ended);
        } finally {
            killTree();
        }
    }

    private Spawn.Out out(boolean ended) throws IOException {
        int round = 0;
        while (drain() && round < DRAIN_ROUNDS) {
            round++; // what is left in the pipes, which children that live on may go on filling
        }
        return new Spawn.Out(
                ended ? process.exitValue() : null,
                output.text(),
                error.text(),
                output.truncated() || error.truncated(),
                !ended,
                (System.nanoTime() - started) / 1_000_000);
    }

    /** Takes what is there from both outputs; true when there was something. */
    private boolean drain() throws IOException {
        boolean first = output.drain();
        boolean second = error.drain();
        return first || second;
    }

    /** Several rounds, as a child may make another one meanwhile. One that left the family is not found. */
    private void killTree() {
        for (int round = 0; round < KILL_ROUNDS; round++) {
            List<ProcessHandle> family = process.descendants().toList();
            process.destroyForcibly();
            family.forEach(ProcessHandle::destroyForcibly);
            if (family.isEmpty()) {
                return;
            }
        }
    }

    /** The beginning of an output. */
    private static final class Capture {

        private final InputStream in;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private long seen;

        Capture(InputStream in) {
            this.in = in;
        }

        /** Takes what is there without waiting; true when there was something. */
        boolean drain() throws IOException {
            int available = in.available();
            byte[] bytes = in.readNBytes(available);
            kept.write(bytes, 0, Math.min(bytes.length, KEPT - kept.size()));
            seen += bytes.length;
            return bytes.length > 0;
        }

        boolean truncated() {
            return seen > kept.size();
        }

        String text() {
            return kept.toString(StandardCharsets.UTF_8);
        }
    }
}

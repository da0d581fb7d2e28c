package org.auleos.tools.process.internal;

import java.time.Instant;
import org.auleos.plugin.tool.Doc;
import org.jspecify.annotations.Nullable;

/** One process, as tools answer it. */
public record ProcessFacts(
        @Doc("number") long pid,

        @Doc("number of the process that started it, or adopted it")
        long parent,

        @Doc("user it runs as") String user,
        @Doc("name of the program") String name,

        @Doc("command line, what looks like a secret masked; the name in brackets when it has none")
        String command,

        @Doc("running, sleeping, waiting (for a device, not to be interrupted), stopped, zombie, idle or other")
        State state,

        @Doc("share of one processor, in percent: over its life, or over the sample asked for")
        double cpuPercent,

        @Doc("processor time it has used, seconds") double cpuSeconds,
        @Doc("memory it occupies, bytes; 0 when unknown") long rss,

        @Doc("when it was started; absent when unknown") @Nullable
        Instant started) {

    /** What a process is doing. */
    public enum State {
        /** On a processor, or ready for one. */
        RUNNING,
        /** Waiting for something. */
        SLEEPING,
        /** Waiting for a device, not to be interrupted. */
        WAITING,
        /** Stopped by a signal or a debugger. */
        STOPPED,
        /** Ended, and not yet noticed by its parent. */
        ZOMBIE,
        /** A thread of the kernel with nothing to do. */
        IDLE,
        /** Anything else, or unknown. */
        OTHER;

        /** By the letter in {@code /proc/PID/stat} (proc_pid_stat(5)). */
        static State of(char letter) {
            return switch (letter) {
                case 'R' -> RUNNING;
                case 'S' -> SLEEPING;
                case 'D' -> WAITING;
                case 'T', 't' -> STOPPED;
                case 'Z' -> ZOMBIE;
                case 'I' -> IDLE;
                default -> OTHER;
            };
        }
    }

    ProcessFacts withCpuPercent(double percent) {
        return new ProcessFacts(pid, parent, user, name, command, state, percent, cpuSeconds, rss, started);
    }
}

package org.auleos.tools.triage.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.auleos.tools.triage.internal.Finding.Action;
import org.jspecify.annotations.Nullable;

/** What {@code process.list} says, and what is wrong with it. */
public record Processes(List<Running> processes, int total, int zombies) {

    private static final Action LIST = Action.look("process.list", "shows the processes again");
    private static final Reading ZOMBIES = new Reading("machine.zombies", "process", "process.list", LIST);
    private static final Reading BUSY = new Reading("machine.busy-process", "process", "process.list", LIST);
    private static final Reading WAITING = new Reading("machine.disk-wait", "storage", "process.list", LIST);

    private static final int MANY_ZOMBIES = 20;
    private static final int MANY_WAITING = 5;
    private static final double BUSY_PERCENT = 95;
    private static final double BUSY_SECONDS = 3600;

    public Processes {
        processes = List.copyOf(processes);
    }

    /** A process; {@code cpuPercent} of one core, {@code rss} in bytes. */
    public record Running(
            long pid,
            long parent,
            String user,
            String name,
            String command,
            State state,
            double cpuPercent,
            double cpuSeconds,
            long rss,
            @Nullable Instant started) {

        String line() {
            return "%s (pid %d, %s): %s, %.0f %% of a core, %d MiB"
                    .formatted(name, pid, user, state.name().toLowerCase(java.util.Locale.ROOT), cpuPercent, rss >> 20);
        }
    }

    /** What a process does; waiting cannot be interrupted and is usually for a disk. */
    public enum State {
        RUNNING,
        SLEEPING,
        WAITING,
        STOPPED,
        ZOMBIE,
        IDLE,
        OTHER
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (zombies >= MANY_ZOMBIES) {
            findings.add(ZOMBIES.finding(
                    zombies >= 10 * MANY_ZOMBIES ? Severity.MEDIUM : Severity.LOW,
                    0.9,
                    lines(State.ZOMBIE, zombies + " zombie processes"),
                    "Zombie processes pile up",
                    "%d processes ended, and their parent does not take notice: a defect of the parent."
                            .formatted(zombies)));
        }
        List<String> waiting = lines(State.WAITING, "");
        if (waiting.size() >= MANY_WAITING) {
            findings.add(WAITING.finding(
                    Severity.MEDIUM,
                    0.6,
                    waiting,
                    "Many processes wait for a disk",
                    "%d processes cannot go on until a disk or network file system answers."
                            .formatted(waiting.size())));
        }
        List<String> busy = processes.stream()
                .filter(process -> process.cpuPercent() >= BUSY_PERCENT && process.cpuSeconds() >= BUSY_SECONDS)
                .map(Running::line)
                .toList();
        if (!busy.isEmpty()) {
            findings.add(BUSY.finding(
                    Severity.LOW,
                    0.5,
                    busy,
                    "A process has kept a core busy for more than an hour",
                    "Meant so for heavy work; otherwise a loop without end."));
        }
        return findings;
    }

    private List<String> lines(State state, String otherwise) {
        List<String> lines = processes.stream()
                .filter(process -> process.state() == state)
                .map(Running::line)
                .toList();
        return lines.isEmpty() && !otherwise.isEmpty() ? List.of(otherwise) : lines;
    }
}

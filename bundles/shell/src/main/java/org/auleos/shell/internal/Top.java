package org.auleos.shell.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.felix.service.command.Process;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.Terminal;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.run.Runs;
import org.auleos.api.tool.Toolbox;
import org.auleos.api.work.Scheduler;
import org.jline.utils.NonBlockingInputStream;

/** The live monitor: one picture a second until q, or a single one where nobody watches. */
@Service
@Command(scope = "aule", name = "top", description = "Watch agents, units, rates, processor and memory; q quits.")
@SuppressWarnings("NullAway.Init") // the shell sets the fields
public final class Top extends Base {

    private static final int RUNS_SHOWN = 20;
    private static final int USUAL_WIDTH = 120;
    private static final long EVERY_MILLIS = 1_000;
    private static final String CLEAR = "\u001b[H\u001b[2J";

    @Reference
    private Session session;

    @Reference
    private Runs runs;

    @Reference
    private Scheduler scheduler;

    @Reference
    private Ledger ledger;

    @Reference
    private Toolbox toolbox;

    @Reference
    private Clock clock;

    @Option(name = "-1", aliases = "--once", description = "one picture, then end")
    private boolean once;

    @Override
    void run() throws IOException, InterruptedException {
        Snapshot before = look();
        if (!once && watched() && session.getKeyboard() instanceof NonBlockingInputStream keyboard) {
            watch(before, keyboard);
        } else {
            TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS / 4);
            new Frame(before, look()).lines(USUAL_WIDTH, Integer.MAX_VALUE).forEach(out()::println);
        }
    }

    private void watch(Snapshot first, NonBlockingInputStream keyboard) throws IOException {
        Terminal terminal = session.getTerminal();
        Snapshot before = first;
        int key = NonBlockingInputStream.READ_EXPIRED;
        while (key == NonBlockingInputStream.READ_EXPIRED || (key >= 0 && key != 'q' && key != 'Q' && key != 3)) {
            key = keyboard.read(EVERY_MILLIS);
            Snapshot now = look();
            draw(new Frame(before, now).lines(terminal.getWidth(), terminal.getHeight() - 1), out());
            before = now;
        }
    }

    private static void draw(List<String> lines, PrintStream out) {
        out.print(CLEAR);
        lines.forEach(out::println);
        out.flush();
    }

    /** False in a pipe, in a script and for a command given to ssh: there one picture is all anybody can use. */
    private boolean watched() {
        Process process = Process.Utils.current();
        Terminal terminal = session.getTerminal();
        return process != null && process.isTty(1) && terminal != null && terminal.isAnsiSupported();
    }

    private Snapshot look() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        long cpu = ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toMillis();
        return new Snapshot(
                clock.instant(),
                runs.list(RUNS_SHOWN),
                scheduler.load(),
                ledger.head().sequence(),
                cpu,
                heap.getUsed(),
                heap.getMax(),
                toolbox.tools().size());
    }
}

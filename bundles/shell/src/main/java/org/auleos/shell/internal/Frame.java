package org.auleos.shell.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.auleos.api.run.RunView;
import org.auleos.api.run.UnitState;
import org.auleos.api.work.Weight;

/** One picture of the monitor, made of two looks at the node. */
final class Frame {

    private final Snapshot before;
    private final Snapshot now;

    Frame(Snapshot before, Snapshot now) {
        this.before = before;
        this.now = now;
    }

    /** At most {@code height} lines of at most {@code width} characters. */
    List<String> lines(int width, int height) {
        List<String> lines = new ArrayList<>();
        lines.add("auleOS  " + Shown.time(now.time()) + "  " + now.tools() + " tools  ledger #" + now.sequence() + "  "
                + rate() + " events/s");
        lines.add(work());
        lines.add("cpu     " + cpu() + "   heap " + Shown.mebibytes(now.heapUsed()) + " of "
                + Shown.mebibytes(now.heapMax()));
        lines.add("");
        lines.add(columns("AGENT", "UNIT", "TOOL", "RUN", "SINCE"));
        lines.addAll(units());
        lines.add("");
        lines.add(columns("RUN", "STATE", "PLAN", "BY", "GOAL"));
        for (RunView run : now.runs()) {
            lines.add(columns(
                    run.id(),
                    Shown.word(run.state()),
                    run.plan(),
                    run.by(),
                    run.goal().text()));
        }
        return lines.stream()
                .limit(height)
                .map(line -> Shown.cut(Shown.line(line), width))
                .toList();
    }

    private String work() {
        Weight used = now.load().used();
        Weight capacity = now.load().capacity();
        return "work    " + now.load().running() + " running, " + now.load().waiting() + " waiting   cpu " + used.cpu()
                + "/" + capacity.cpu() + " m   memory " + used.memory() + "/" + capacity.memory() + " MiB   gpu "
                + used.gpu() + "/" + capacity.gpu();
    }

    private List<String> units() {
        List<String> lines = new ArrayList<>();
        for (RunView run : now.runs()) {
            for (RunView.UnitView unit : run.units()) {
                if (unit.state() == UnitState.RUNNING) {
                    String since = unit.started()
                            .map(start -> Shown.elapsed(Duration.between(start, now.time())))
                            .orElse("");
                    lines.add(columns(unit.role(), unit.id(), unit.tool(), run.id(), since));
                } else if (unit.state() == UnitState.AWAITING) {
                    lines.add(columns(
                            unit.role(),
                            unit.id(),
                            unit.tool(),
                            run.id(),
                            "awaiting: " + unit.problem().orElse("")));
                }
            }
        }
        return lines.isEmpty() ? List.of("(nobody works)") : lines;
    }

    private String rate() {
        return oneDigit(per(now.sequence() - before.sequence(), 1));
    }

    private String cpu() {
        return oneDigit(per(now.cpuMillis() - before.cpuMillis(), 0.1)) + " %";
    }

    /** A difference per second, times a factor. */
    private double per(long difference, double factor) {
        double seconds = Duration.between(before.time(), now.time()).toMillis() / 1000.0;
        return seconds <= 0 ? 0 : difference * factor / seconds;
    }

    private static String oneDigit(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String columns(String... cells) {
        int[] widths = {20, 16, 20, 20};
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            String cell = i < widths.length ? Shown.cut(cells[i], widths[i]) : cells[i];
            line.append(cell);
            if (i < widths.length) {
                line.append(" ".repeat(widths[i] + 1 - cell.length()));
            }
        }
        return line.toString();
    }
}

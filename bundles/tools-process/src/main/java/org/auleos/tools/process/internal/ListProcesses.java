package org.auleos.tools.process.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.auleos.plugin.tool.Doc;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Risk;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolException;
import org.auleos.plugin.tool.ToolSpec;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** Lists the processes of the machine. */
@Component
@ToolSpec(
        name = "process.list",
        description =
                "Lists the processes of this machine, the busiest first unless sorted otherwise, with user, memory,"
                        + " state, start and command line. Give a sample to see who is busy now rather than over its life.",
        permissions = "process:read",
        effect = Effect.READ,
        risk = Risk.NONE)
public final class ListProcesses implements Tool<ListProcesses.In, ListProcesses.Out> {

    private static final int LIMIT = 50;
    private static final int LIMIT_MAX = 500;
    private static final Duration SAMPLE_MAX = Duration.ofSeconds(10);

    /** What comes first. */
    public enum Order {
        /** Most processor time. */
        CPU,
        /** Most memory. */
        RSS,
        /** Lowest number. */
        PID,
        /** Started last. */
        STARTED
    }

    public record In(
            @Doc("cpu (the default), rss, pid or started (newest first)") @Nullable
            Order sort,

            @Doc("at most so many, 1 to 500; 50 unless said") @Nullable
            Integer limit,

            @Doc("only those with this in name or command line") @Nullable
            String name,

            @Doc("watch for so long, up to PT10S, and give the processor share of that time") @Nullable
            Duration sample) {}

    public record Out(
            @Doc("the processes, in the order asked for") List<ProcessFacts> processes,
            @Doc("how many there are in all") int total,

            @Doc("how many of all have ended unnoticed by their parent")
            int zombies) {}

    private final ProcessTable table;

    public ListProcesses() {
        this(ProcessTable.ofThisMachine());
    }

    ListProcesses(ProcessTable table) {
        this.table = table;
    }

    @Override
    public Out call(In in, ToolContext context) throws IOException, InterruptedException {
        int limit = in.limit() == null ? LIMIT : in.limit();
        if (limit < 1 || limit > LIMIT_MAX) {
            throw invalid("limit " + limit + ": expected 1 to " + LIMIT_MAX);
        }
        List<ProcessFacts> all = in.sample() == null ? table.all(context) : sampled(in.sample(), context);
        List<ProcessFacts> shown = all.stream()
                .filter(process -> matches(process, in.name()))
                .sorted(order(in.sort()))
                .limit(limit)
                .toList();
        int zombies = (int) all.stream()
                .filter(process -> process.state() == ProcessFacts.State.ZOMBIE)
                .count();
        return new Out(shown, all.size(), zombies);
    }

    private List<ProcessFacts> sampled(Duration sample, ToolContext context) throws IOException, InterruptedException {
        if (sample.isNegative() || sample.isZero() || sample.compareTo(SAMPLE_MAX) > 0) {
            throw invalid("sample " + sample + ": expected more than PT0S, at most " + SAMPLE_MAX);
        }
        Map<Long, Double> before = table.all(context).stream()
                .collect(Collectors.toMap(ProcessFacts::pid, ProcessFacts::cpuSeconds, (a, b) -> a));
        long start = System.nanoTime();
        Thread.sleep(sample.toMillis());
        double seconds = (System.nanoTime() - start) / 1e9;
        return table.all(context).stream()
                .map(process -> {
                    double used = process.cpuSeconds() - before.getOrDefault(process.pid(), 0.0);
                    return process.withCpuPercent(Math.max(0, Math.round(10_000 * used / seconds) / 100.0));
                })
                .toList();
    }

    private static boolean matches(ProcessFacts process, @Nullable String name) {
        return name == null
                || process.name().contains(name)
                || process.command().contains(name);
    }

    private static Comparator<ProcessFacts> order(@Nullable Order sort) {
        Comparator<ProcessFacts> byPid = Comparator.comparingLong(ProcessFacts::pid);
        return switch (sort == null ? Order.CPU : sort) {
            case CPU ->
                Comparator.comparingDouble(ProcessFacts::cpuPercent).reversed().thenComparing(byPid);
            case RSS -> Comparator.comparingLong(ProcessFacts::rss).reversed().thenComparing(byPid);
            case PID -> byPid;
            case STARTED ->
                Comparator.comparing(ProcessFacts::started, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .reversed()
                        .thenComparing(byPid);
        };
    }

    private static ToolException invalid(String message) {
        return new ToolException(ToolException.Code.INVALID_INPUT, message);
    }
}

package org.auleos.tools.hw.internal;

import java.time.Duration;
import org.auleos.plugin.tool.Doc;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Risk;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolException;
import org.auleos.plugin.tool.ToolSpec;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;

/** Describes the processor and how busy it is. */
@Component
@ToolSpec(
        name = "hw.cpu",
        description = "Describes the processor: model, cores, load averages, and how busy it is over a short sample.",
        permissions = "hw:read",
        effect = Effect.READ,
        risk = Risk.NONE)
public final class Cpu implements Tool<Cpu.In, Cpu.Out> {

    private static final Duration SAMPLE = Duration.ofMillis(250);
    private static final Duration SAMPLE_MAX = Duration.ofSeconds(10);

    public record In(
            @Doc("how long to watch, up to PT10S; PT0.25S unless said") @Nullable
            Duration sample) {}

    public record Out(
            @Doc("name of the model") String model,
            @Doc("maker") String vendor,
            @Doc("cores") int cores,
            @Doc("threads that run at the same time") int threads,
            @Doc("highest frequency, hertz; 0 when unknown") long maxHertz,

            @Doc("share of all threads that was busy during the sample, 0 to 100")
            double busyPercent,

            @Doc("runnable threads on average over 1 minute; absent where the system has no such figure") @Nullable
            Double load1,

            @Doc("the same over 5 minutes") @Nullable Double load5,
            @Doc("the same over 15 minutes") @Nullable Double load15,
            @Doc("seconds since the machine was started") long uptimeSeconds) {}

    @Override
    public Out call(In in, ToolContext context) throws InterruptedException {
        Duration sample = in.sample() == null ? SAMPLE : in.sample();
        if (sample.isNegative() || sample.compareTo(SAMPLE_MAX) > 0) {
            throw new ToolException(
                    ToolException.Code.INVALID_INPUT, "sample " + sample + ": expected PT0S to " + SAMPLE_MAX);
        }
        long[] before = Native.ask(machine -> processor(machine).getSystemCpuLoadTicks());
        Thread.sleep(sample.toMillis());
        return Native.ask(machine -> describe(machine, before));
    }

    private static CentralProcessor processor(SystemInfo machine) {
        return machine.getHardware().getProcessor();
    }

    private static Out describe(SystemInfo machine, long[] before) {
        CentralProcessor processor = processor(machine);
        CentralProcessor.ProcessorIdentifier id = processor.getProcessorIdentifier();
        double[] loads = processor.getSystemLoadAverage(3);
        return new Out(
                id.getName().strip(),
                id.getVendor(),
                processor.getPhysicalProcessorCount(),
                processor.getLogicalProcessorCount(),
                Math.max(0, processor.getMaxFreq()),
                Native.percent(processor.getSystemCpuLoadBetweenTicks(before)),
                load(loads[0]),
                load(loads[1]),
                load(loads[2]),
                machine.getOperatingSystem().getSystemUptime());
    }

    private static @Nullable Double load(double average) {
        return average < 0 ? null : Native.rounded(average);
    }
}

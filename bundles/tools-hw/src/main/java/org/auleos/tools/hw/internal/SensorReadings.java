package org.auleos.tools.hw.internal;

import java.util.Arrays;
import java.util.List;
import org.auleos.plugin.tool.Doc;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Risk;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolSpec;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import oshi.SystemInfo;
import oshi.hardware.PowerSource;
import oshi.hardware.Sensors;

/** Reads temperatures, fans and batteries. */
@Component
@ToolSpec(
        name = "hw.sensors",
        description =
                "Reads the temperature and voltage of the processor, the fans and the batteries, as far as the machine"
                        + " shows them; virtual machines rarely do.",
        permissions = "hw:read",
        effect = Effect.READ,
        risk = Risk.NONE)
public final class SensorReadings implements Tool<Nothing, SensorReadings.Out> {

    public record Battery(
            @Doc("name") String name,
            @Doc("share that is left, 0 to 100") double remainingPercent,
            @Doc("true while it is being charged") boolean charging,

            @Doc("seconds until it is empty; absent when unknown or on mains") @Nullable
            Long secondsLeft) {}

    public record Out(
            @Doc("temperature of the processor, degrees Celsius; absent when not shown") @Nullable
            Double cpuCelsius,

            @Doc("voltage of the processor; absent when not shown") @Nullable
            Double cpuVolts,

            @Doc("speed of each fan, turns per minute") List<Integer> fans,
            @Doc("the batteries") List<Battery> batteries) {}

    @Override
    public Out call(Nothing in, ToolContext context) {
        return Native.ask(SensorReadings::describe);
    }

    private static Out describe(SystemInfo machine) {
        Sensors sensors = machine.getHardware().getSensors();
        return new Out(
                shown(sensors.getCpuTemperature()),
                shown(sensors.getCpuVoltage()),
                Arrays.stream(sensors.getFanSpeeds()).boxed().toList(),
                machine.getHardware().getPowerSources().stream()
                        .filter(source -> source.getMaxCapacity() > 0)
                        .map(SensorReadings::describe)
                        .toList());
    }

    /** The library answers 0 or not-a-number for what it cannot see. */
    private static @Nullable Double shown(double value) {
        return Double.isNaN(value) || value <= 0 ? null : Native.rounded(value);
    }

    private static Battery describe(PowerSource source) {
        double left = source.getTimeRemainingEstimated();
        return new Battery(
                source.getName(),
                Native.percent(source.getRemainingCapacityPercent()),
                source.isCharging(),
                left > 0 ? Math.round(left) : null);
    }
}

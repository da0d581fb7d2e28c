package org.auleos.tools.hw.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.auleos.plugin.tool.Doc;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Risk;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolSpec;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** Describes NVIDIA accelerators. */
@Component
@ToolSpec(
        name = "hw.gpu",
        description =
                "Describes the NVIDIA accelerators: model, memory, load, temperature. Says why when there is none.",
        permissions = "hw:read",
        effect = Effect.READ,
        risk = Risk.NONE)
public final class Gpu implements Tool<Nothing, Gpu.Out> {

    public record Device(
            @Doc("model") String name,

            @Doc("identity, stable across restarts") @Nullable
            String uuid,

            @Doc("version of the driver") @Nullable String driver,

            @Doc("memory, bytes; this and what follows is absent when the driver does not say") @Nullable
            Long memoryTotal,

            @Doc("memory in use, bytes") @Nullable Long memoryUsed,

            @Doc("share of time it was busy, 0 to 100") @Nullable
            Double busyPercent,

            @Doc("degrees Celsius") @Nullable Double celsius,
            @Doc("power drawn, watts") @Nullable Double watts) {}

    public record Out(
            @Doc("true when there is at least one") boolean available,

            @Doc("why there is none, or why little is known; absent when all is well") @Nullable
            String reason,

            @Doc("the accelerators") List<Device> devices) {}

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final NvidiaCommand command;
    private final NvidiaDriver driver;

    public Gpu() {
        this(NvidiaCommand.installed(), new NvidiaDriver(Path.of("/proc/driver/nvidia")));
    }

    Gpu(NvidiaCommand command, NvidiaDriver driver) {
        this.command = command;
        this.driver = driver;
    }

    @Override
    public Out call(Nothing in, ToolContext context) throws IOException, InterruptedException {
        Optional<Path> program = command.program();
        if (program.isEmpty()) {
            return fromDriver("nvidia-smi is not installed in " + command.places());
        }
        NvidiaCommand.Answer answer = command.ask(program.get(), PATIENCE);
        if (answer.devices().isEmpty()) {
            return fromDriver(answer.problem());
        }
        return new Out(true, null, answer.devices());
    }

    private Out fromDriver(String why) throws IOException {
        List<Device> devices = driver.devices();
        return devices.isEmpty()
                ? new Out(false, why + ", and no driver is loaded: no NVIDIA accelerator, or no driver for it", devices)
                : new Out(true, why + "; only what the driver shows is known", devices);
    }
}

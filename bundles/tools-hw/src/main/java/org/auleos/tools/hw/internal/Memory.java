package org.auleos.tools.hw.internal;

import java.util.OptionalLong;
import org.auleos.plugin.tool.Doc;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Risk;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolSpec;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import oshi.SystemInfo;
import oshi.hardware.GlobalMemory;
import oshi.hardware.VirtualMemory;

/** Says how much memory there is and how much is in use. */
@Component
@ToolSpec(
        name = "hw.memory",
        description = "Says how much memory and swap the machine has, how much is in use, and whether a control group"
                + " limits this process.",
        permissions = "hw:read",
        effect = Effect.READ,
        risk = Risk.NONE)
public final class Memory implements Tool<Nothing, Memory.Out> {

    public record Out(
            @Doc("memory, bytes") long total,

            @Doc("what programs could still get without swapping, bytes")
            long available,

            @Doc("share that is not available, 0 to 100") double usedPercent,
            @Doc("swap, bytes; 0 without any") long swapTotal,
            @Doc("swap in use, bytes") long swapUsed,
            @Doc("share of the swap in use, 0 to 100") double swapUsedPercent,

            @Doc("limit of the control group of this process, bytes; absent without one") @Nullable
            Long limit,

            @Doc("what that group uses, bytes") @Nullable Long limitUsed) {}

    @Override
    public Out call(Nothing in, ToolContext context) {
        return Native.ask(Memory::describe);
    }

    private static Out describe(SystemInfo machine) {
        GlobalMemory memory = machine.getHardware().getMemory();
        VirtualMemory swap = memory.getVirtualMemory();
        ControlGroup group = ControlGroup.ofThisProcess();
        OptionalLong limit = group.memoryLimit(memory.getTotal());
        OptionalLong used = limit.isPresent() ? group.memoryUsed() : OptionalLong.empty();
        return new Out(
                memory.getTotal(),
                memory.getAvailable(),
                Native.percent(memory.getTotal() - memory.getAvailable(), memory.getTotal()),
                swap.getSwapTotal(),
                swap.getSwapUsed(),
                Native.percent(swap.getSwapUsed(), swap.getSwapTotal()),
                limit.isPresent() ? limit.getAsLong() : null,
                used.isPresent() ? used.getAsLong() : null);
    }
}

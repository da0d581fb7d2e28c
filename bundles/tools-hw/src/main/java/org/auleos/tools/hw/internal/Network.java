package org.auleos.tools.hw.internal;

import java.util.List;
import org.auleos.plugin.tool.Doc;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Risk;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolSpec;
import org.osgi.service.component.annotations.Component;
import oshi.hardware.NetworkIF;

/** Counts what went through the network interfaces. */
@Component
@ToolSpec(
        name = "hw.network",
        description = "Counts bytes, packets, errors and drops of every network interface since it came up. Use"
                + " net.interfaces for addresses.",
        permissions = "hw:read",
        effect = Effect.READ,
        risk = Risk.NONE)
public final class Network implements Tool<Nothing, Network.Out> {

    public record Counters(
            @Doc("name, e.g. eth0") String name,
            @Doc("hardware address") String mac,

            @Doc("nominal speed, bits per second; 0 when unknown")
            long speed,

            @Doc("bytes received") long bytesReceived,
            @Doc("bytes sent") long bytesSent,
            @Doc("packets received") long packetsReceived,
            @Doc("packets sent") long packetsSent,
            @Doc("errors while receiving") long errorsIn,
            @Doc("errors while sending") long errorsOut,
            @Doc("packets dropped while receiving") long drops,
            @Doc("collisions") long collisions) {}

    public record Out(
            @Doc("the interfaces, the loopback one too") List<Counters> interfaces) {}

    @Override
    public Out call(Nothing in, ToolContext context) {
        return new Out(Native.ask(machine -> machine.getHardware().getNetworkIFs(true).stream()
                .map(Network::describe)
                .toList()));
    }

    private static Counters describe(NetworkIF nic) {
        return new Counters(
                nic.getName(),
                nic.getMacaddr(),
                Math.max(0, nic.getSpeed()),
                nic.getBytesRecv(),
                nic.getBytesSent(),
                nic.getPacketsRecv(),
                nic.getPacketsSent(),
                nic.getInErrors(),
                nic.getOutErrors(),
                nic.getInDrops(),
                nic.getCollisions());
    }
}

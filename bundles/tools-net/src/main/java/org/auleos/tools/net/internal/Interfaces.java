package org.auleos.tools.net.internal;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.auleos.plugin.tool.Doc;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Risk;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolSpec;
import org.osgi.service.component.annotations.Component;

/** Lists the network interfaces with their addresses. */
@Component
@ToolSpec(
        name = "net.interfaces",
        description = "Lists the network interfaces of this machine with their addresses and whether they are up. Use"
                + " hw.network for counters.",
        permissions = "net:read",
        effect = Effect.READ,
        risk = Risk.NONE)
public final class Interfaces implements Tool<Interfaces.In, Interfaces.Out> {

    public record In() {}

    public record Interface(
            @Doc("name, e.g. eth0") String name,
            @Doc("true when it is up") boolean up,
            @Doc("true for the loopback interface") boolean loopback,
            @Doc("largest packet, bytes; 0 when unknown") int mtu,
            @Doc("hardware address; empty without one") String mac,

            @Doc("addresses with the length of the prefix, e.g. 192.0.2.1/24")
            List<String> addresses) {}

    public record Out(@Doc("the interfaces, by name") List<Interface> interfaces) {}

    @Override
    public Out call(In in, ToolContext context) throws SocketException {
        List<Interface> interfaces = new ArrayList<>();
        for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            interfaces.add(describe(each));
        }
        interfaces.sort(Comparator.comparing(Interface::name));
        return new Out(List.copyOf(interfaces));
    }

    private static Interface describe(NetworkInterface each) throws SocketException {
        byte[] mac = each.getHardwareAddress();
        List<String> addresses = each.getInterfaceAddresses().stream()
                .map(address -> plain(address.getAddress()) + "/" + address.getNetworkPrefixLength())
                .toList();
        return new Interface(
                each.getName(),
                each.isUp(),
                each.isLoopback(),
                Math.max(0, each.getMTU()),
                mac == null ? "" : HexFormat.ofDelimiter(":").formatHex(mac),
                addresses);
    }

    /** Without the name of the interface that Java adds to some addresses. */
    private static String plain(InetAddress address) {
        String text = address.getHostAddress();
        int scope = text.indexOf('%');
        return scope < 0 ? text : text.substring(0, scope);
    }
}

package org.auleos.tools.net.internal;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.auleos.plugin.tool.Doc;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Risk;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolSpec;
import org.osgi.service.component.annotations.Component;

/** Finds the addresses of a name. */
@Component
@ToolSpec(
        name = "net.dns_lookup",
        description =
                "Finds the IPv4 and IPv6 addresses of a host name, as programs on this machine would find them (hosts"
                        + " file and name servers).",
        permissions = "net:resolve:{name}",
        effect = Effect.READ,
        risk = Risk.NONE)
public final class DnsLookup implements Tool<DnsLookup.In, DnsLookup.Out> {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]{0,252})");

    /** Versions of the protocol. */
    public enum Family {
        /** 32 bits. */
        IPV4,
        /** 128 bits. */
        IPV6
    }

    public record In(@Doc("host name, e.g. www.example.org") String name) {}

    public record Address(
            @Doc("the address") String address,
            @Doc("ipv4 or ipv6") Family family,

            @Doc("true when it belongs to the public internet")
            boolean open) {}

    public record Out(
            @Doc("the addresses, in the order programs would try them")
            List<Address> addresses,

            @Doc("how long the answer took, milliseconds") double milliseconds) {}

    @Override
    public Out call(In in, ToolContext context) {
        if (!NAME.matcher(in.name()).matches()) {
            throw Ranges.invalid("name \"" + in.name() + "\": expected letters, digits, dots and hyphens");
        }
        long started = System.nanoTime();
        InetAddress[] found = Addresses.resolve(in.name());
        double milliseconds = Math.round((System.nanoTime() - started) / 10_000.0) / 100.0;
        return new Out(Arrays.stream(found).map(DnsLookup::describe).toList(), milliseconds);
    }

    private static Address describe(InetAddress address) {
        Family family = address instanceof Inet4Address ? Family.IPV4 : Family.IPV6;
        return new Address(Addresses.text(address), family, Addresses.isPublic(address));
    }
}

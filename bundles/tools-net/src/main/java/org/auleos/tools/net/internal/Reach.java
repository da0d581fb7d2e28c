package org.auleos.tools.net.internal;

import java.net.InetAddress;
import org.auleos.plugin.tool.ToolContext;

/**
 * Which addresses a call may connect to. A name is resolved once, every address it has is checked, and the connection
 * goes to one of exactly these, so that a second, different answer of the name server changes nothing.
 */
final class Reach {

    private Reach() {}

    /**
     * The addresses of a host. If one of them is not public, a second capability is needed,
     * {@code net:connect-private:host:port}, as the way may lead to this machine or its neighbours.
     */
    static InetAddress[] checked(String host, int port, ToolContext context) {
        return checked(Addresses.resolve(host), host, port, context);
    }

    private static InetAddress[] checked(InetAddress[] addresses, String host, int port, ToolContext context) {
        for (InetAddress address : addresses) {
            if (!Addresses.isPublic(address)) {
                context.require("net:connect-private:" + host + ":" + port);
            }
        }
        return addresses;
    }

    /**
     * The same, but for somebody who was granted the connection and only looks whether it can be made: who names an address,
     * or this machine, has said what is meant; only a name that turns out to be private needs the second capability.
     */
    static InetAddress named(String host, int port, ToolContext context) {
        InetAddress[] addresses = Addresses.resolve(host);
        boolean said = host.equals("localhost") || host.equals(Addresses.text(addresses[0]));
        return said ? addresses[0] : checked(addresses, host, port, context)[0];
    }
}

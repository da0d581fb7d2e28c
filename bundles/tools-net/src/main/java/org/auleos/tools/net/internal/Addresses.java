package org.auleos.tools.net.internal;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.auleos.plugin.tool.ToolException;

/** What an address is, and whether it belongs to the public internet. */
final class Addresses {

    private Addresses() {}

    /** The usual short form. */
    static String text(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        if (address.isAnyLocalAddress()) {
            return "::";
        }
        if (address.isLoopbackAddress()) {
            return "::1";
        }
        String text = address.getHostAddress();
        int scope = text.indexOf('%');
        return scope < 0 ? text : text.substring(0, scope);
    }

    /** Resolves a name, or reads an address. Throws NOT_FOUND for a name nobody knows. */
    static InetAddress[] resolve(String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new ToolException(
                    ToolException.Code.NOT_FOUND, "\"" + host + "\" has no address: " + e.getMessage(), e);
        }
    }

    /**
     * True for addresses that anybody on the internet could serve: not this machine, not a private, link-local, shared,
     * documentation, benchmark, multicast or reserved range (RFC 6890 and its registries), and no IPv6 form that carries
     * an IPv4 address which is none.
     */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes) {
        int a = bytes[0] & 0xFF;
        int b = bytes[1] & 0xFF;
        int c = bytes[2] & 0xFF;
        return !(a == 0
                || a == 10
                || a == 127
                || a >= 240
                || (a == 100 && b >= 64 && b <= 127)
                || (a == 169 && b == 254)
                || (a == 172 && b >= 16 && b <= 31)
                || (a == 192 && b == 168)
                || (a == 192 && b == 0 && (c == 0 || c == 2))
                || (a == 192 && b == 88 && c == 99)
                || (a == 198 && (b == 18 || b == 19))
                || (a == 198 && b == 51 && c == 100)
                || (a == 203 && b == 0 && c == 113));
    }

    /** Only 2000::/3 is given out; of that not Teredo, ORCHID, documentation and 6to4. */
    private static boolean isPublic6(byte[] bytes) {
        int first = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        int second = ((bytes[2] & 0xFF) << 8) | (bytes[3] & 0xFF);
        boolean nat64 = first == 0x64 && second == 0xFF9B && zero(bytes, 4, 12);
        if (nat64) {
            return isPublic4(Arrays.copyOfRange(bytes, 12, 16));
        }
        return (first & 0xE000) == 0x2000
                && !(first == 0x2001 && second < 0x0200)
                && !(first == 0x2001 && second == 0x0DB8)
                && !(first == 0x3FFF && second < 0x1000)
                && first != 0x2002;
    }

    private static boolean zero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}

package org.auleos.tools.net.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sockets that wait for others, as Linux shows them below {@code /proc/net} (proc_net(5)). */
final class SocketTable {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final String TCP_LISTEN = "0A";
    private static final String UDP_UNCONNECTED = "07";
    private static final int FIELDS = 10;

    /** One line: who owns it is known by the number of the user and of the inode only. */
    record Line(String protocol, InetAddress address, int port, int uid, long inode) {}

    private final Path net;

    SocketTable(Path net) {
        this.net = net;
    }

    List<Line> read() throws IOException {
        List<Line> lines = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
            Path file = net.resolve(table);
            if (Files.exists(file)) { // a kernel without IPv6 has no tables for it
                read(file, table.substring(0, 3), lines);
            }
        }
        return lines;
    }

    private static void read(Path file, String protocol, List<Line> lines) throws IOException {
        String wanted = protocol.equals("tcp") ? TCP_LISTEN : UDP_UNCONNECTED;
        try (Stream<String> text = Files.lines(file)) {
            for (String line : (Iterable<String>) text.skip(1)::iterator) {
                String[] fields = BLANKS.split(line.strip());
                if (fields.length >= FIELDS && fields[3].equals(wanted)) {
                    lines.add(line(protocol, fields));
                }
            }
        }
    }

    private static Line line(String protocol, String[] fields) throws UnknownHostException {
        int colon = fields[1].indexOf(':');
        return new Line(
                protocol,
                address(fields[1].substring(0, colon)),
                HexFormat.fromHexDigits(fields[1], colon + 1, fields[1].length()),
                Integer.parseInt(fields[7]),
                Long.parseLong(fields[9]));
    }

    /** Groups of four bytes, each in the order of the processor: little-endian wherever Java runs on Linux today. */
    static InetAddress address(String hex) throws UnknownHostException {
        byte[] shown = HexFormat.of().parseHex(hex);
        byte[] bytes = new byte[shown.length];
        boolean little = java.nio.ByteOrder.nativeOrder() == java.nio.ByteOrder.LITTLE_ENDIAN;
        for (int i = 0; i < shown.length; i++) {
            bytes[i] = shown[little ? (i & ~3) + 3 - (i & 3) : i];
        }
        return InetAddress.getByAddress(bytes);
    }
}

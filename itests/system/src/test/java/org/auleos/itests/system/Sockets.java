package org.auleos.itests.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The listening TCP sockets of a process, read where the kernel of Linux keeps them. */
final class Sockets {

    private static final String LISTEN = "0A";

    private Sockets() {}

    /** Local addresses in the kernel's notation that are not loopback. */
    static Set<String> beyondLoopback(long pid) throws IOException {
        Set<String> found = new TreeSet<>();
        Set<String> own = inodes(pid);
        for (String table : new String[] {"tcp", "tcp6"}) {
            try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/net/" + table))) {
                lines.skip(1)
                        .map(line -> line.strip().split("\\s+"))
                        .filter(columns -> columns[3].equals(LISTEN) && own.contains(columns[9]))
                        .map(columns -> columns[1])
                        .filter(address -> !loopback(address))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static Set<String> inodes(long pid) throws IOException {
        Set<String> inodes = new TreeSet<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            for (Path descriptor : descriptors.toList()) {
                if (Files.isSymbolicLink(descriptor)) {
                    String target = Files.readSymbolicLink(descriptor).toString();
                    if (target.startsWith("socket:[")) {
                        inodes.add(target.substring("socket:[".length(), target.length() - 1));
                    }
                }
            }
        }
        return inodes;
    }

    /** 127.0.0.0/8, ::1 and ::ffff:127.0.0.0/8, each in the byte order of the kernel's table. */
    private static boolean loopback(String address) {
        String host = address.substring(0, address.indexOf(':'));
        return host.length() == 8
                ? host.endsWith("7F")
                : host.equals("00000000000000000000000001000000")
                        || (host.startsWith("0000000000000000FFFF0000") && host.endsWith("7F"));
    }
}

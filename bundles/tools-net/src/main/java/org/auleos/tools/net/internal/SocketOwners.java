package org.auleos.tools.net.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.auleos.plugin.tool.ToolContext;

/** Which process holds which socket, found by the open files of all processes that we may look into. */
final class SocketOwners {

    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)\\]");

    /** A process that holds a socket. */
    record Owner(long pid, String name) {}

    private final Path proc;

    SocketOwners(Path proc) {
        this.proc = proc;
    }

    /** By the inode of the socket. */
    Map<Long, Owner> read(ToolContext context) throws IOException {
        Map<Long, Owner> owners = new HashMap<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path process : processes) {
                context.checkpoint();
                read(process, owners);
            }
        }
        return owners;
    }

    private static void read(Path process, Map<Long, Owner> owners) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : files) {
                Matcher socket = SOCKET.matcher(Files.readSymbolicLink(file).toString());
                if (socket.matches()) {
                    owners.putIfAbsent(Long.valueOf(socket.group(1)), owner(process));
                }
            }
        } catch (IOException e) {
            return; // ended meanwhile, or another user's: its sockets are counted as unidentified
        }
    }

    private static Owner owner(Path process) throws IOException {
        return new Owner(
                Long.parseLong(process.getFileName().toString()),
                Files.readString(process.resolve("comm")).strip());
    }
}

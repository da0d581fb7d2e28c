package org.auleos.tools.net.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.auleos.plugin.tool.Doc;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Risk;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolException;
import org.auleos.plugin.tool.ToolSpec;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** Lists the ports that wait for connections. */
@Component
@ToolSpec(
        name = "net.listening",
        description =
                "Lists the TCP and UDP ports that this machine listens on, at which address, and which process holds"
                        + " each of them.",
        permissions = "net:read",
        effect = Effect.READ,
        risk = Risk.NONE)
public final class Listening implements Tool<Listening.In, Listening.Out> {

    /** Kinds of socket. */
    public enum Protocol {
        /** Streams. */
        TCP,
        /** Datagrams. */
        UDP
    }

    public record In() {}

    public record Socket(
            @Doc("tcp or udp") Protocol protocol,

            @Doc("address; 0.0.0.0 and :: stand for every address of the machine")
            String address,

            @Doc("port") int port,
            @Doc("true when only this machine can reach it") boolean loopback,
            @Doc("user that opened it") String user,

            @Doc("process that holds it; absent when it cannot be seen") @Nullable
            Long pid,

            @Doc("name of that process") @Nullable String process) {}

    public record Out(
            @Doc("the sockets, by port") List<Socket> sockets,

            @Doc("how many of them have a process that the platform has no right to see")
            int unidentified) {}

    private final Path proc;

    public Listening() {
        this(Path.of("/proc"));
    }

    Listening(Path proc) {
        this.proc = proc;
    }

    @Override
    public Out call(In in, ToolContext context) throws IOException {
        if (!Files.exists(proc.resolve("net/tcp"))) {
            throw new ToolException(
                    ToolException.Code.UNSUPPORTED,
                    proc + "/net/tcp is missing; listening ports are read on Linux only");
        }
        Map<Long, SocketOwners.Owner> owners = new SocketOwners(proc).read(context);
        UserNames users = UserNames.of(Path.of("/etc/passwd"));
        List<Socket> sockets = new SocketTable(proc.resolve("net"))
                .read().stream()
                        .map(line -> socket(line, owners.get(line.inode()), users))
                        .sorted(Comparator.comparingInt(Socket::port)
                                .thenComparing(Socket::protocol)
                                .thenComparing(Socket::address))
                        .toList();
        int unidentified =
                (int) sockets.stream().filter(socket -> socket.pid() == null).count();
        return new Out(sockets, unidentified);
    }

    private static Socket socket(SocketTable.Line line, SocketOwners.@Nullable Owner owner, UserNames users) {
        return new Socket(
                line.protocol().equals("tcp") ? Protocol.TCP : Protocol.UDP,
                Addresses.text(line.address()),
                line.port(),
                line.address().isLoopbackAddress(),
                users.name(line.uid()),
                owner == null ? null : owner.pid(),
                owner == null ? null : owner.name());
    }
}

package org.auleos.tools.net.internal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.auleos.plugin.tool.Doc;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Risk;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolSpec;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** Tries whether a TCP port accepts connections. */
@Component
@ToolSpec(
        name = "net.check_port",
        description = "Tries whether a TCP port of a host accepts a connection, and closes it at once without sending"
                + " anything.",
        permissions = "net:connect:{host}:{port}",
        effect = Effect.READ,
        risk = Risk.NONE)
public final class CheckPort implements Tool<CheckPort.In, CheckPort.Out> {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration PATIENCE_MAX = Duration.ofSeconds(20);

    /** How the attempt ended. */
    public enum State {
        /** It accepted the connection. */
        OPEN,
        /** The machine answered that nothing listens there. */
        CLOSED,
        /** Nothing answered: switched off, or a filter in between. */
        SILENT,
        /** There is no way to that network. */
        UNREACHABLE
    }

    public record In(
            @Doc("name or address") String host,
            @Doc("TCP port, 1 to 65535") int port,

            @Doc("how long to wait, up to PT20S; PT3S unless said") @Nullable
            Duration timeout) {}

    public record Out(
            @Doc("open, closed, silent or unreachable") State state,
            @Doc("address that was tried") String address,
            @Doc("how long the answer took, milliseconds") double milliseconds) {}

    @Override
    public Out call(In in, ToolContext context) throws IOException {
        Duration patience = Ranges.duration("timeout", in.timeout(), PATIENCE, PATIENCE_MAX);
        int port = Ranges.port(in.port());
        InetAddress address = Reach.named(in.host(), port, context);
        long started = System.nanoTime();
        State state = attempt(new InetSocketAddress(address, port), patience);
        double milliseconds = Math.round((System.nanoTime() - started) / 10_000.0) / 100.0;
        return new Out(state, Addresses.text(address), milliseconds);
    }

    private static State attempt(InetSocketAddress target, Duration patience) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(target, (int) patience.toMillis());
            return State.OPEN;
        } catch (SocketTimeoutException e) {
            return State.SILENT;
        } catch (NoRouteToHostException e) {
            return State.UNREACHABLE;
        } catch (ConnectException e) {
            return String.valueOf(e.getMessage()).contains("refused") ? State.CLOSED : State.UNREACHABLE;
        }
    }
}

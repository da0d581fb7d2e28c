package org.auleos.http.internal;

import jakarta.servlet.http.HttpServlet;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.EventListener;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.auleos.api.identity.Users;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The listening server: gate, then REST, then the servlet whiteboard where there is one. */
final class JettyServer implements AutoCloseable {

    private static final int THREADS = RestHandler.AT_ONCE + 24;
    private static final int IDLE_THREADS = 2;
    private static final int IDLE_MILLIS = 60_000;
    private static final int STOP_MILLIS = 1_000;
    private static final int HEADER_BYTES = 16 << 10;

    private final Server server;
    private final ServerConnector connector;

    /**
     * Where to listen.
     *
     * @param host a loopback address unless {@code allowRemote}
     * @param port 0 for any free one
     * @param allowRemote an operator asked for more than loopback
     * @param allowedHosts names this node answers to beside the loopback ones
     */
    record Address(String host, int port, boolean allowRemote, Set<String> allowedHosts) {

        Address {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("port " + port + ": expected 0 to 65535");
            }
            if (!allowRemote && !loopback(host)) {
                throw new IllegalArgumentException("host " + host
                        + " is not a loopback address: expected 127.0.0.1, or allowRemote = true beside it");
            }
            allowedHosts = Set.copyOf(allowedHosts);
        }

        private static boolean loopback(String host) {
            try {
                for (InetAddress address : InetAddress.getAllByName(host)) {
                    if (!address.isLoopbackAddress()) {
                        return false;
                    }
                }
                return true;
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException("host " + host + ": expected an address of this machine", e);
            }
        }

        private Set<String> names() {
            Set<String> names = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]", "::1"));
            if (allowRemote) {
                allowedHosts.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
            }
            return names;
        }
    }

    /** The servlet whiteboard: its dispatcher and the listener it needs in the same context. */
    record Whiteboard(HttpServlet dispatcher, EventListener events) {}

    JettyServer(
            Address address,
            Optional<Whiteboard> whiteboard,
            Supplier<Optional<RouteTable>> routes,
            Supplier<Optional<Users>> users) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, IDLE_THREADS);
        threads.setName("http");
        threads.setStopTimeout(STOP_MILLIS);
        server = new Server(threads);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
        connector.setHost(address.host());
        connector.setPort(address.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        server.setErrorHandler(new JsonErrors());
        Handler.Sequence handlers = new Handler.Sequence(new RestHandler(routes));
        whiteboard.ifPresent(found -> handlers.addHandler(servlets(found)));
        server.setHandler(new Gate(handlers, address.names(), users));
        server.setStopTimeout(STOP_MILLIS);
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(HEADER_BYTES);
        return configuration;
    }

    private static Handler servlets(Whiteboard whiteboard) {
        ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.SESSIONS);
        context.addEventListener(whiteboard.events());
        ServletHolder holder = new ServletHolder(whiteboard.dispatcher());
        holder.setAsyncSupported(true);
        holder.setInitOrder(0);
        context.addServlet(holder, "/*");
        return context;
    }

    /** Listens when it returns. Throws {@code IllegalStateException} when the port is taken. */
    void start() {
        try {
            server.start();
        } catch (Exception e) {
            close();
            throw new IllegalStateException(
                    "could not listen on " + connector.getHost() + ":" + connector.getPort()
                            + "; choose another port (--port N) or free this one",
                    e);
        }
    }

    int port() {
        return connector.getLocalPort();
    }

    /** Open streams are cut. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            org.slf4j.LoggerFactory.getLogger(JettyServer.class).warn("the server did not stop cleanly", e);
        }
    }
}

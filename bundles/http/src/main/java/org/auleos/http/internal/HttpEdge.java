package org.auleos.http.internal;

import jakarta.servlet.http.HttpServlet;
import java.util.EventListener;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import org.auleos.api.identity.Users;
import org.auleos.api.platform.Endpoint;
import org.auleos.api.platform.Threads;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens as configured, and publishes the endpoint once it does. Waits for its configuration, so that it never listens
 * anywhere else first; starts beside the rest of the node, which it answers for as it comes up.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.auleos.http",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = HttpEdge.Config.class)
public final class HttpEdge {

    private static final Logger log = LoggerFactory.getLogger(HttpEdge.class);
    private static final String DISPATCHER = "(http.felix.dispatcher=*)";

    /** Where to listen. */
    @ObjectClassDefinition(name = "auleOS HTTP")
    public @interface Config {
        /** The address to listen on. */
        @AttributeDefinition(name = "Host", description = "address to listen on; loopback unless allowRemote")
        String host() default "127.0.0.1";

        /** The port. */
        @AttributeDefinition(name = "Port", description = "0 to 65535; 0 takes any free one")
        int port() default 7777;

        /** Whether others may reach this node. */
        @AttributeDefinition(name = "Allow remote", description = "listen beyond loopback; put TLS in front")
        boolean allowRemote() default false;

        /** Names of this node beside localhost. */
        @AttributeDefinition(name = "Allowed hosts", description = "names requests may use, with allowRemote only")
        String[] allowedHosts() default {};
    }

    private record Listening(String name, String host, int port) implements Endpoint {}

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable RestApi api;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Users users;

    private final BundleContext context;
    private final JettyServer server;
    private final JettyServer.Address address;
    private final ReentrantLock lifecycle = new ReentrantLock();
    private @Nullable ServiceRegistration<Endpoint> endpoint;
    private boolean closed;

    /** Checks the configuration and begins to listen, on a thread of its own. */
    @Activate
    public HttpEdge(
            BundleContext context,
            Config config,
            @Reference Threads threads,
            @Reference(target = DISPATCHER) HttpServlet dispatcher,
            @Reference(target = DISPATCHER) EventListener events) {
        this.context = context;
        this.address = new JettyServer.Address(
                config.host(), config.port(), config.allowRemote(), Set.of(config.allowedHosts()));
        this.server = new JettyServer(
                address,
                Optional.of(new JettyServer.Whiteboard(dispatcher, events)),
                () -> Optional.ofNullable(api).map(RestApi::routes),
                () -> Optional.ofNullable(users));
        ExecutorService starter = threads.pool("http-start", 1);
        starter.execute(this::listen);
        starter.shutdown();
    }

    private void listen() {
        lifecycle.lock();
        try {
            if (!closed) {
                server.start();
                endpoint = publish();
                log.info("listening on {}:{}", address.host(), server.port());
            }
        } catch (IllegalStateException e) {
            log.error("not listening", e);
        } finally {
            lifecycle.unlock();
        }
    }

    private ServiceRegistration<Endpoint> publish() {
        Map<String, Object> properties = Map.of("auleos.endpoint", "http", "auleos.http.port", server.port());
        Endpoint listening = new Listening("http", address.host(), server.port());
        return context.registerService(Endpoint.class, listening, FrameworkUtil.asDictionary(properties));
    }

    /** Stops listening. */
    @Deactivate
    public void close() {
        lifecycle.lock();
        try {
            closed = true;
            if (endpoint != null) {
                endpoint.unregister();
            }
            server.close();
        } finally {
            lifecycle.unlock();
        }
    }
}

package org.auleos.http.internal;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A real server on a free loopback port, over services in memory. */
abstract class ServerFixture {

    final World world = new World();
    Client client = new Client(1);
    private JettyServer server = server(world);

    private static JettyServer server(World world) {
        RouteTable routes = world.services().routes();
        return new JettyServer(
                new JettyServer.Address("127.0.0.1", 0, false, Set.of()),
                Optional.empty(),
                () -> Optional.of(routes),
                () -> Optional.of(world));
    }

    @BeforeEach
    void start() {
        server.start();
        client = new Client(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
    }
}

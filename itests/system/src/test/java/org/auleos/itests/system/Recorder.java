package org.auleos.itests.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Somebody outside who is told things and counts how often, by idempotency key. It takes a moment to answer. */
final class Recorder implements AutoCloseable {

    private static final long MOMENT_NANOS = 15_000_000;

    private final Map<String, Integer> deliveries = new ConcurrentHashMap<>();
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final HttpServer server;

    Recorder() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.setExecutor(pool);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            deliveries.merge(exchange.getRequestHeaders().getFirst("Idempotency-Key"), 1, Integer::sum);
            exchange.getRequestBody().readAllBytes();
            LockSupport.parkNanos(MOMENT_NANOS);
            exchange.sendResponseHeaders(204, -1);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    int count(String key) {
        return deliveries.getOrDefault(key, 0);
    }

    /** How often anything was told. */
    Map<String, Integer> all() {
        return Map.copyOf(deliveries);
    }

    @Override
    public void close() {
        server.stop(0);
        pool.shutdownNow();
    }
}

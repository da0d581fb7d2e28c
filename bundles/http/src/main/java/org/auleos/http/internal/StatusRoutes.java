package org.auleos.http.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.auleos.api.ledger.Head;
import org.auleos.api.ledger.Health;
import org.auleos.api.work.Scheduler;
import org.auleos.api.work.Weight;
import org.auleos.json.Json;

/** That the node is there, how it does, and the contract itself. */
final class StatusRoutes {

    static final String HEALTH = "/health";

    private final Services services;

    StatusRoutes(Services services) {
        this.services = services;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", HEALTH, Access.OPEN, call -> health()),
                Route.get("/status", call -> Answer.ok(status())),
                Route.get("/openapi.yaml", call -> Answer.text("application/yaml; charset=utf-8", contract())));
    }

    static Answer health() {
        return Answer.ok(Json.empty().with("status", Json.of("up")));
    }

    private Json.Obj status() {
        Head head = services.ledger().head();
        long started = ManagementFactory.getRuntimeMXBean().getStartTime();
        return Json.empty()
                .with("version", Json.of(services.version()))
                .with("node", Json.of(head.node()))
                .with("pid", Json.of(ProcessHandle.current().pid()))
                .with("java", Json.of(System.getProperty("java.version", "")))
                .with("uptimeMs", Json.of(Math.max(0, services.clock().millis() - started)))
                .with("tools", Json.of(services.toolbox().tools().size()))
                .with("load", load(services.scheduler().load()))
                .with("memory", memory())
                .with(
                        "ledger",
                        LedgerRoutes.head(head)
                                .with("health", health(services.ledger().health())));
    }

    private static Json health(Health health) {
        return Json.empty()
                .with("state", Json.of(health.state().name().toLowerCase(Locale.ROOT)))
                .with("sentence", Json.of(health.sentence()));
    }

    private static Json load(Scheduler.Load load) {
        return Json.empty()
                .with("running", Json.of(load.running()))
                .with("waiting", Json.of(load.waiting()))
                .with("used", weight(load.used()))
                .with("capacity", weight(load.capacity()));
    }

    private static Json weight(Weight weight) {
        return Json.empty()
                .with("cpuMillis", Json.of(weight.cpu()))
                .with("memoryMiB", Json.of(weight.memory()))
                .with("gpus", Json.of(weight.gpu()));
    }

    private static Json memory() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return Json.empty()
                .with("heapUsedBytes", Json.of(heap.getUsed()))
                .with("heapCommittedBytes", Json.of(heap.getCommitted()))
                .with("heapMaxBytes", Json.of(heap.getMax()));
    }

    private static String contract() {
        try (InputStream in = Objects.requireNonNull(
                StatusRoutes.class.getResourceAsStream("/openapi.yaml"), "the bundle has lost openapi.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read openapi.yaml from the bundle", e);
        }
    }
}

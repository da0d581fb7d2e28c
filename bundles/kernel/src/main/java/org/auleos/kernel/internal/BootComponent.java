package org.auleos.kernel.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.auleos.api.platform.Endpoint;
import org.auleos.api.platform.Threads;
import org.auleos.api.store.Store;
import org.auleos.plugin.tool.Tool;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Watches this node start, from the launcher to the moment everything answers. */
@Component(service = BootComponent.class, immediate = true, configurationPid = "org.auleos.boot")
@Designate(ocd = BootComponent.Config.class)
public final class BootComponent {

    private static final String START = "org.auleos.boot.epochMillis";
    private static final long LOOK_MILLIS = 10;

    private final Set<String> tools = ConcurrentHashMap.newKeySet();
    private final Boot boot;
    private final ScheduledExecutorService timer;
    private final ScheduledFuture<?> looking;

    /** What makes a node ready. */
    @ObjectClassDefinition(name = "auleOS boot")
    @interface Config {

        @AttributeDefinition(description = "Tools without which the node is not ready.")
        String[] expectTools() default {
            "fs.find",
            "fs.delete",
            "hw.disk",
            "hw.memory",
            "log.sources",
            "log.scan",
            "log.correlate",
            "net.listening",
            "net.certificates",
            "net.check_port",
            "process.list",
            "triage.machine",
            "triage.report"
        };
    }

    @Activate
    public BootComponent(
            BundleContext context, @Reference KernelComponent kernel, @Reference Threads threads, Config config) {
        this.boot = new Boot(
                new Boot.Start(start(context)),
                kernel.clock(),
                Set.of(config.expectTools()),
                tools::contains,
                kernel::resume,
                new ReadyFile(data(context).resolve("ready.json")));
        boot.withdraw();
        boot.reached("ledger", kernel.ledgerOpenMillis());
        boot.reached("fold", kernel.foldedMillis());
        this.timer = threads.timer("kernel-boot");
        this.looking = timer.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (boot.look()) {
            timer.shutdown();
        }
    }

    /** When the launcher began, as it says; otherwise when this process did. Milliseconds since the epoch. */
    private static long start(BundleContext context) {
        return Optional.ofNullable(context.getProperty(START))
                .map(Long::parseLong)
                .or(() -> ProcessHandle.current().info().startInstant().map(Instant::toEpochMilli))
                .orElse(0L);
    }

    private static Path data(BundleContext context) {
        return Optional.ofNullable(context.getProperty("karaf.data"))
                .map(Path::of)
                .orElseThrow(() -> new IllegalStateException(
                        "the framework property karaf.data is not set: expected the data folder of the home"));
    }

    /** Takes note of a tool by its properties alone: describing it would start it, which must not delay the boot. */
    @Reference(
            service = Tool.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(auleos.tool.name=*)")
    void bindTool(ServiceReference<Tool<?, ?>> tool) {
        tools.add(String.valueOf(tool.getProperty("auleos.tool.name")));
    }

    void unbindTool(ServiceReference<Tool<?, ?>> tool) {
        tools.remove(String.valueOf(tool.getProperty("auleos.tool.name")));
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindStore(Store store) {
        boot.reached("store");
    }

    void unbindStore(Store store) {
        // the phase was reached all the same
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindEndpoint(Endpoint endpoint) {
        if (endpoint.name().equals("http")) {
            boot.open(endpoint.port());
        }
    }

    void unbindEndpoint(Endpoint endpoint) {
        if (endpoint.name().equals("http")) {
            boot.shut();
        }
    }

    @Deactivate
    void close() {
        looking.cancel(false);
        timer.shutdown();
        boot.withdraw();
    }
}

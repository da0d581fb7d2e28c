package org.auleos.toolbox.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.platform.Threads;
import org.auleos.api.policy.Guard;
import org.auleos.api.tool.Outcome;
import org.auleos.api.tool.ProbeAnswer;
import org.auleos.api.tool.ProbeCall;
import org.auleos.api.tool.ToolCall;
import org.auleos.api.tool.ToolDescription;
import org.auleos.api.tool.ToolPin;
import org.auleos.api.tool.Toolbox;
import org.auleos.api.tool.UndoCall;
import org.auleos.api.tool.Undoable;
import org.auleos.plugin.tool.Tool;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The toolbox as a service: every tool service of the framework is a version in it. Thread-safe. */
@Component(service = Toolbox.class)
public final class ToolboxComponent implements Toolbox {

    private static final Logger log = LoggerFactory.getLogger(ToolboxComponent.class);

    /** Most tools running apart from their callers at once. */
    private static final int THREADS = 256;

    /** Variables a tool may see; none of them holds a secret by custom. */
    private static final Set<String> ENVIRONMENT =
            Set.of("HOME", "HOSTNAME", "LANG", "LC_ALL", "PATH", "TZ", "USER", "XDG_RUNTIME_DIR");

    private final Map<ServiceReference<?>, ToolVersion> registered = new ConcurrentHashMap<>();
    private final BundleDigest digest = new BundleDigest();
    private final BundleContext context;
    private final LeasingToolbox toolbox;

    /** Keeps workspaces and storage of tools below the container's data folder. */
    @Activate
    public ToolboxComponent(
            BundleContext context,
            @Reference Ledger ledger,
            @Reference Guard guard,
            @Reference Threads threads,
            @Reference Clock clock,
            @Reference RandomGenerator random) {
        this.context = context;
        Surroundings around = new Surroundings(
                guard, clock, random, home(context), ENVIRONMENT, name -> Optional.ofNullable(System.getenv(name)));
        this.toolbox = new LeasingToolbox(
                ledger,
                around,
                new LeasingToolbox.Workers(threads.pool("tool", THREADS), threads.timer("tool-deadlines")),
                LeasingToolbox.Limits.DEFAULT);
    }

    private static Path home(BundleContext context) {
        String data = context.getProperty("karaf.data");
        Path home = data == null ? context.getDataFile("").toPath() : Path.of(data);
        return home.toAbsolutePath().normalize();
    }

    @Reference(
            service = Tool.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(auleos.tool.name=*)")
    void addTool(ServiceReference<Tool<?, ?>> reference) {
        try {
            Spec spec = Spec.of(properties(reference));
            registered.put(reference, toolbox.register(spec, new BundleSource(context, reference, digest)));
        } catch (IllegalArgumentException e) {
            log.error("A tool of {} is not offered: {}", reference.getBundle(), e.getMessage());
        }
    }

    void removeTool(ServiceReference<Tool<?, ?>> reference) {
        ToolVersion version = registered.remove(reference);
        if (version != null) {
            toolbox.withdraw(version);
        }
    }

    private static Map<String, Object> properties(ServiceReference<?> reference) {
        Map<String, Object> properties = new TreeMap<>();
        for (String key : reference.getPropertyKeys()) {
            properties.put(key, reference.getProperty(key));
        }
        return properties;
    }

    @Override
    public Outcome call(ToolCall call) throws InterruptedException {
        return toolbox.call(call);
    }

    @Override
    public void settle(String run) throws InterruptedException {
        toolbox.settle(run);
    }

    @Override
    public ProbeAnswer probe(ProbeCall probe) throws InterruptedException {
        return toolbox.probe(probe);
    }

    @Override
    public Outcome undo(UndoCall undo) throws InterruptedException {
        return toolbox.undo(undo);
    }

    @Override
    public Undoable undoable(UndoCall undo) {
        return toolbox.undoable(undo);
    }

    @Override
    public List<ToolDescription> tools() {
        return toolbox.tools();
    }

    @Override
    public Optional<ToolDescription> tool(String name) {
        return toolbox.tool(name);
    }

    @Override
    public Optional<ToolDescription> tool(String name, String run) {
        return toolbox.tool(name, run);
    }

    @Override
    public void pin(String run, Collection<ToolPin> pins) {
        toolbox.pin(run, pins);
    }

    @Override
    public void release(String run) {
        toolbox.release(run);
    }

    /** A tool that is a service of a bundle. The service is fetched at its first use and given back by the framework. */
    private static final class BundleSource implements ToolSource {

        private final BundleContext context;
        private final ServiceReference<Tool<?, ?>> reference;
        private final Bundle bundle;
        private final BundleDigest digest;

        BundleSource(BundleContext context, ServiceReference<Tool<?, ?>> reference, BundleDigest digest) {
            this.context = context;
            this.reference = reference;
            this.bundle = reference.getBundle();
            this.digest = digest;
        }

        @Override
        public String version() {
            return bundle.getVersion().toString();
        }

        @Override
        public String sha256() {
            return digest.of(new BundleDigest.Installed(
                    bundle.getBundleId() + "@" + bundle.getLastModified(),
                    bundle.getDataFile(""),
                    bundle.getLocation()));
        }

        @Override
        public Tool<?, ?> tool() {
            @Nullable Tool<?, ?> tool = context.getService(reference);
            if (tool == null) {
                throw new IllegalArgumentException("its service is gone, or failed to start; see the log of " + bundle);
            }
            return tool;
        }
    }
}

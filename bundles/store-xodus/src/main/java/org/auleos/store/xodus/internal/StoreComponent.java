package org.auleos.store.xodus.internal;

import java.nio.file.Path;
import java.util.function.Function;
import org.auleos.api.store.Store;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The store of this node as a service. */
@Component(configurationPid = StoreComponent.PID)
@Designate(ocd = StoreComponent.Config.class)
public final class StoreComponent implements Store {

    static final String PID = "org.auleos.store.xodus";

    private final XodusStore store;

    /** What an operator may set. */
    @ObjectClassDefinition(name = "Store", description = "Where this node keeps what it can rebuild from the ledger")
    public @interface Config {

        /** The directory. */
        @AttributeDefinition(description = "Directory of the store; empty for 'store' in the data folder of the home")
        String directory() default "";
    }

    /** Opens nothing before the first use. */
    @Activate
    public StoreComponent(BundleContext context, Config config) {
        store = new XodusStore(directory(context, config));
    }

    private static Path directory(BundleContext context, Config config) {
        if (!config.directory().isEmpty()) {
            return Path.of(config.directory());
        }
        String data = context.getProperty("karaf.data");
        if (data == null) {
            throw new IllegalArgumentException(
                    "neither 'directory' of " + PID + " nor the framework property karaf.data is set; set one");
        }
        return Path.of(data, "store");
    }

    /** Closes the files. */
    @Deactivate
    public void close() {
        store.close();
    }

    @Override
    public <T> T read(Function<Reading, T> work) {
        return store.read(work);
    }

    @Override
    public <T> T write(Function<Writing, T> work) {
        return store.write(work);
    }
}

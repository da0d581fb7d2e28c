package org.auleos.toolbox.internal;

import org.auleos.plugin.tool.Tool;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** A tool that is a service of a bundle. The service is fetched at its first use and given back by the framework. */
final class BundleSource implements ToolSource {

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
        return digest.of(bundle);
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

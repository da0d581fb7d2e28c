package org.auleos.ssh.internal;

import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/**
 * Takes port, agent and X11 forwarding out of the shell's SSH servers. Karaf accepts all of it and has no setting for it, so
 * that whoever may look could make this node listen on any address.
 *
 * <p>Karaf registers a server before it opens the port, and registration waits for those who track it; this bundle starts
 * before Karaf's, so there is no moment at which a server forwards. Karaf makes another server whenever its configuration
 * arrives, and leaves the one before registered; hence every server is taken, now and later.
 */
public final class NoForwarding implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        new ServiceTracker<>(context, SshServer.class, new Taking(context)).open();
    }

    /** The framework ends the tracking; servers keep their filter. */
    @Override
    public void stop(BundleContext context) {}

    /** Sessions ask the server's filter at every request, so those already open are covered too. */
    private record Taking(BundleContext context) implements ServiceTrackerCustomizer<SshServer, SshServer> {

        @Override
        public SshServer addingService(ServiceReference<SshServer> reference) {
            SshServer server = context.getService(reference);
            server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
            return server;
        }

        @Override
        public void modifiedService(ServiceReference<SshServer> reference, SshServer server) {}

        @Override
        public void removedService(ServiceReference<SshServer> reference, SshServer server) {
            context.ungetService(reference);
        }
    }
}

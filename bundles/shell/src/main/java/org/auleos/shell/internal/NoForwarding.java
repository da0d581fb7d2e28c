package org.auleos.shell.internal;

import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Takes port, agent and X11 forwarding out of the shell's SSH servers. Karaf accepts all of it and has no setting for it, so
 * that whoever may look could make this node listen on any address.
 *
 * <p>Karaf makes another server whenever its configuration arrives, and leaves the one before registered; hence every server
 * is taken, now and later.
 */
@Component(service = NoForwarding.class, immediate = true)
public final class NoForwarding {

    /** Sessions ask the server's filter at every request, so those already open are covered too. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(SshServer server) {
        server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
    }

    /** A server that goes keeps its filter: nothing is given back. */
    void unbind(SshServer server) {
        server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
    }
}

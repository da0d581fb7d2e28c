package org.auleos.shell.internal;

import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes port, agent and X11 forwarding out of the shell's SSH server. Karaf accepts all of it and has no setting for it, so
 * that whoever may look could make this node listen on any address.
 */
@Component(service = NoForwarding.class, immediate = true)
public final class NoForwarding {

    /** Sessions ask the server's filter at every request, so those already open are covered too. */
    @Activate
    public NoForwarding(@Reference SshServer server) {
        server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
    }
}

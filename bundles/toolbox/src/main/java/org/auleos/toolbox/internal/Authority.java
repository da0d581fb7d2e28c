package org.auleos.toolbox.internal;

import org.auleos.api.policy.Approvals;
import org.auleos.api.policy.Guard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Those who decide about calls, as one service of this bundle to itself. */
@Component(service = Authority.class)
public final class Authority {

    private final Guard guard;
    private final Approvals approvals;

    @Activate
    public Authority(@Reference Guard guard, @Reference Approvals approvals) {
        this.guard = guard;
        this.approvals = approvals;
    }

    Guard guard() {
        return guard;
    }

    Approvals approvals() {
        return approvals;
    }
}

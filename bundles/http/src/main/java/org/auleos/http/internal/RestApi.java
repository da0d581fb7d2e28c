package org.auleos.http.internal;

import java.time.Clock;
import java.util.random.RandomGenerator;
import org.auleos.api.identity.Users;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.plan.Planner;
import org.auleos.api.policy.Approvals;
import org.auleos.api.run.Runs;
import org.auleos.api.tool.Toolbox;
import org.auleos.api.work.Scheduler;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The route table while everything it is served from is there. */
@Component(service = RestApi.class)
public final class RestApi {

    private final RouteTable routes;

    /** Compiles the routes. */
    @Activate
    public RestApi(
            BundleContext context,
            @Reference Runs runs,
            @Reference Planner planner,
            @Reference Toolbox toolbox,
            @Reference Ledger ledger,
            @Reference Users users,
            @Reference Approvals approvals,
            @Reference Scheduler scheduler,
            @Reference Clock clock,
            @Reference RandomGenerator random) {
        String version = context.getBundle().getVersion().toString();
        this.routes = new Services(runs, planner, toolbox, ledger, users, approvals, scheduler, clock, random, version)
                .routes();
    }

    RouteTable routes() {
        return routes;
    }
}

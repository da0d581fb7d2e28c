package org.auleos.kernel.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.auleos.api.goal.Goal;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.plan.Planner;
import org.auleos.api.platform.Threads;
import org.auleos.api.run.Resolution;
import org.auleos.api.run.RunView;
import org.auleos.api.run.Runs;
import org.auleos.api.run.Submission;
import org.auleos.api.run.UndoPlan;
import org.auleos.api.run.UndoRequest;
import org.auleos.api.run.Why;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The goal engine as a service. It is there once the ledger is folded; unfinished runs go on when {@link BootComponent} says. */
@Component(
        service = {Runs.class, KernelComponent.class},
        configurationPid = KernelComponent.PID)
@Designate(ocd = KernelComponent.Config.class)
public final class KernelComponent implements Runs {

    static final String PID = "org.auleos.kernel";

    private final Clock clock;
    private final Kernel kernel;
    private final long ledgerOpenMillis;
    private final long foldedMillis;

    /** How runs are carried out. */
    @ObjectClassDefinition(name = "auleOS kernel")
    @interface Config {

        @AttributeDefinition(
                description =
                        "True when the end of every unit is on the disk before the next one begins. Otherwise units"
                                + " that only look or compute run ahead of the disk; effects and the end of a run never do.")
        boolean durableSteps() default true;

        @AttributeDefinition(description = "Units under way at the same time, 1 to 10000; further ones wait.")
        int threads() default 64;

        @AttributeDefinition(description = "Longest wait for the disk, ISO-8601 duration.")
        String patience() default "PT1M";
    }

    @Activate
    public KernelComponent(
            @Reference Crew crew,
            @Reference Planner planner,
            @Reference Ledger ledger,
            @Reference Threads threads,
            @Reference Clock clock,
            Config config) {
        this.clock = clock;
        this.ledgerOpenMillis = clock.millis();
        Kernel.Settings settings = new Kernel.Settings(config.durableSteps(), size(config), patience(config));
        this.kernel = new Kernel(crew, planner, ledger, threads, clock, settings);
        this.foldedMillis = clock.millis();
    }

    private static Duration patience(Config config) {
        Duration patience = Duration.parse(config.patience());
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException(
                    "patience of " + PID + ": " + config.patience() + ": expected more than PT0S");
        }
        return patience;
    }

    private static int size(Config config) {
        if (config.threads() < 1 || config.threads() > 10_000) {
            throw new IllegalArgumentException("threads of " + PID + ": " + config.threads() + ": expected 1 to 10000");
        }
        return config.threads();
    }

    @Deactivate
    void close() {
        kernel.stop();
    }

    Clock clock() {
        return clock;
    }

    /** When this component began, for which the ledger had to be open; milliseconds since the epoch. */
    long ledgerOpenMillis() {
        return ledgerOpenMillis;
    }

    /** When the ledger was folded; milliseconds since the epoch. */
    long foldedMillis() {
        return foldedMillis;
    }

    /** Takes up the runs that were unfinished at the start; to be called once. */
    void resume() {
        kernel.resume();
    }

    @Override
    public Submission submit(Goal goal, Provenance by) throws InterruptedException {
        return kernel.runs().submit(goal, by);
    }

    @Override
    public Optional<RunView> run(String id) {
        return kernel.runs().run(id);
    }

    @Override
    public List<RunView> list(int limit) {
        return kernel.runs().list(limit);
    }

    @Override
    public boolean cancel(String id, String reason, Provenance by) throws InterruptedException {
        return kernel.runs().cancel(id, reason, by);
    }

    @Override
    public void resolve(String id, String unit, Resolution resolution, Provenance by) throws InterruptedException {
        kernel.runs().resolve(id, unit, resolution, by);
    }

    @Override
    public UndoPlan undoPlan(String id, String to, Provenance by) {
        return kernel.runs().undoPlan(id, to, by);
    }

    @Override
    public UndoPlan undo(String id, UndoRequest request, Provenance by) throws InterruptedException {
        return kernel.runs().undo(id, request, by);
    }

    @Override
    public void keep(String id, String reason, Provenance by) throws InterruptedException {
        kernel.runs().keep(id, reason, by);
    }

    @Override
    public Optional<RunView> await(String id, Duration limit) throws InterruptedException {
        return kernel.runs().await(id, limit);
    }

    @Override
    public Optional<Why> why(String id) {
        return kernel.runs().why(id);
    }
}

package org.auleos.scheduler.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.auleos.api.work.Retry;
import org.auleos.api.work.Scheduler;
import org.auleos.api.work.Weight;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The scheduler service, with the capacity of this machine unless the operator says otherwise. */
@Component(configurationPid = "org.auleos.scheduler")
@Designate(ocd = SchedulerComponent.Config.class)
public final class SchedulerComponent implements Scheduler {

    private static final int MILLIS_OF_A_CORE = 1000;
    private static final long MEBIBYTE = 1024 * 1024;

    private final FairScheduler scheduler;

    /** What units may occupy together. */
    @ObjectClassDefinition(name = "auleOS scheduler")
    @interface Config {

        @AttributeDefinition(description = "Thousandths of a core; 0 for all cores of the machine.")
        int cpuMillis() default 0;

        @AttributeDefinition(description = "Mebibytes; 0 for the heap of this JVM, in which units run.")
        int memoryMebibytes() default 0;

        @AttributeDefinition(description = "Devices.")
        int gpus() default 0;

        @AttributeDefinition(description = "How much waiting outweighs one level of priority, ISO-8601 duration.")
        String aging() default "PT2S";
    }

    @Activate
    public SchedulerComponent(@Reference RandomGenerator random, Config config) {
        Runtime runtime = Runtime.getRuntime();
        Weight capacity = new Weight(
                config.cpuMillis() == 0 ? runtime.availableProcessors() * MILLIS_OF_A_CORE : config.cpuMillis(),
                config.memoryMebibytes() == 0
                        ? (int) Math.min(Integer.MAX_VALUE, runtime.maxMemory() / MEBIBYTE)
                        : config.memoryMebibytes(),
                config.gpus());
        this.scheduler = new FairScheduler(capacity, aging(config.aging()), System::nanoTime, new Backoff(random));
    }

    private static Duration aging(String text) {
        Duration aging = Duration.parse(text);
        if (aging.isNegative() || aging.isZero() || aging.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(
                    "aging of org.auleos.scheduler: " + text + ": expected more than PT0S and at most PT1H");
        }
        return aging;
    }

    @Override
    public Optional<Slot> acquire(String agent, int agentLimit, Weight weight, int priority, BooleanSupplier cancelled)
            throws InterruptedException {
        return scheduler.acquire(agent, agentLimit, weight, priority, cancelled);
    }

    @Override
    public Optional<Duration> pause(Retry retry, int failedAttempts) {
        return scheduler.pause(retry, failedAttempts);
    }

    @Override
    public Load load() {
        return scheduler.load();
    }
}

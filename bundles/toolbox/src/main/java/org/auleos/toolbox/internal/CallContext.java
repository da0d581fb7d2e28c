package org.auleos.toolbox.internal;

import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.policy.Capability;
import org.auleos.api.policy.Decision;
import org.auleos.api.policy.Question;
import org.auleos.api.tool.ToolEvent.Observation;
import org.auleos.plugin.files.Directory;
import org.auleos.plugin.files.Place;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one call is given. Closed when the call is over, also for one that was abandoned and runs still. Thread-safe. */
final class CallContext implements ToolContext, Closeable {

    private static final long PROGRESS_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** The call as its context needs it. */
    record Subject(Provenance provenance, String tool, String risk, Set<Capability> granted, String key, int attempt) {}

    private final Surroundings surroundings;
    private final Subject subject;
    private final Runner.Limit limit;
    private final Observations observations;
    private final Places places;
    private final AtomicLong lastProgress = new AtomicLong(Long.MIN_VALUE);
    private volatile boolean over;

    CallContext(Surroundings surroundings, Subject subject, Runner.Limit limit, Places places) {
        this.surroundings = surroundings;
        this.subject = subject;
        this.limit = limit;
        this.observations = new Observations(surroundings.clock(), surroundings.seeds());
        this.places = places;
    }

    List<Observation> observed() {
        return observations.all();
    }

    @Override
    public void close() {
        over = true;
        places.close();
    }

    @Override
    public String idempotencyKey() {
        return subject.key;
    }

    @Override
    public int attempt() {
        return subject.attempt;
    }

    @Override
    public Instant deadline() {
        return surroundings.clock().instant().plusNanos(limit.deadlineNanos() - System.nanoTime());
    }

    @Override
    public boolean cancelled() {
        return over
                || System.nanoTime() - limit.deadlineNanos() >= 0
                || limit.watch().cancelled();
    }

    @Override
    public void progress(double fraction, String message) {
        long now = System.nanoTime();
        long last = lastProgress.get();
        boolean due = last == Long.MIN_VALUE || now - last >= PROGRESS_NANOS || fraction >= 1;
        if (due && !over && lastProgress.compareAndSet(last, now)) {
            limit.watch().progress(Math.min(fraction, 1), message);
        }
    }

    @Override
    public void log(System.Logger.Level level, String message) {
        Logger log = LoggerFactory.getLogger("org.auleos.tool." + subject.tool);
        String line = "[run " + subject.provenance.run() + " unit " + subject.provenance.unit() + "] " + message;
        switch (level) {
            case ERROR -> log.error(line);
            case WARNING -> log.warn(line);
            case INFO -> log.info(line);
            default -> log.debug(line);
        }
    }

    @Override
    public Clock clock() {
        return observations.clock();
    }

    @Override
    public RandomGenerator random() {
        return observations.random();
    }

    @Override
    public Optional<String> environment(String name) {
        Optional<String> value = surroundings.allowed().contains(name)
                ? surroundings.environment().apply(name)
                : Optional.empty();
        observations.record(
                "environment", name + "=" + value.map(CallContext::sha256).orElse("absent"));
        return value;
    }

    private static String sha256(String value) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public Place place(String path, Directory.Access access) {
        return places.place(path, access);
    }

    @Override
    public Directory storage() {
        return places.own(surroundings.storage(subject.tool));
    }

    @Override
    public void require(String capability) {
        Decision decision = surroundings
                .guard()
                .decide(new Question(
                        subject.provenance,
                        subject.tool,
                        subject.risk,
                        List.of(wellFormed(capability)),
                        subject.granted));
        if (decision instanceof Decision.Refused refused) {
            throw new ToolException(ToolException.Code.DENIED, refused.why());
        } else if (decision instanceof Decision.AskPerson ask) {
            throw new ToolException(ToolException.Code.DENIED, ask.why());
        }
    }

    private static Capability wellFormed(String capability) {
        try {
            return Capability.of(capability);
        } catch (IllegalArgumentException e) {
            throw new ToolException(ToolException.Code.INVALID_INPUT, String.valueOf(e.getMessage()), e);
        }
    }
}

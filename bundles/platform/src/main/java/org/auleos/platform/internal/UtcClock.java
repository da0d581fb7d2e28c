package org.auleos.platform.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The machine's clock in UTC; it follows the machine when that is set back. */
@Component(service = Clock.class)
public final class UtcClock extends Clock {

    private final Clock system;

    /** In UTC. */
    @Activate
    public UtcClock() {
        this(ZoneOffset.UTC);
    }

    private UtcClock(ZoneId zone) {
        this.system = Clock.system(zone);
    }

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new UtcClock(zone);
    }

    @Override
    public Instant instant() {
        return system.instant();
    }

    @Override
    public long millis() {
        return system.millis();
    }
}

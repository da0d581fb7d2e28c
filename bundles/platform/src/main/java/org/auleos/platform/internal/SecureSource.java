package org.auleos.platform.internal;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.osgi.service.component.annotations.Component;

/** Unpredictable numbers, good enough for identifiers and tokens. Thread-safe. */
@Component(service = RandomGenerator.class)
public final class SecureSource implements RandomGenerator {

    private final SecureRandom random = new SecureRandom();

    @Override
    public long nextLong() {
        return random.nextLong();
    }

    @Override
    public int nextInt() {
        return random.nextInt();
    }

    @Override
    public void nextBytes(byte[] bytes) {
        random.nextBytes(bytes);
    }
}

package org.auleos.api.ledger;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/** The promise that queued drafts become durable. Thread-safe. */
@ProviderType
public interface Receipt {

    /** True once the disk has them. */
    boolean durable();

    /**
     * Waits until the disk has them. Nothing may be acknowledged to anybody before this returns.
     *
     * @return sequence of the last one
     * @throws LedgerException {@code FAILED} when the disk refused, {@code TIMED_OUT}, {@code CLOSED}
     */
    long await(Duration limit) throws InterruptedException;
}

package org.auleos.ledger.internal;

import java.io.IOException;
import org.auleos.api.ledger.Draft;
import org.auleos.api.ledger.Health;
import org.auleos.api.ledger.Health.State;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.Provenance;
import org.auleos.ledger.internal.proof.Checkpoints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done for the ledger once a second, beside those who commit. Run by one thread; the health is for everybody. */
final class Upkeep implements Runnable {

    /** A full disk is asked again so often, in seconds; every attempt may write a whole segment. */
    static final int PROBE_SECONDS = 10;

    private static final Logger log = LoggerFactory.getLogger(Upkeep.class);
    private static final byte[] NO_PAYLOAD = {'{', '}'};

    private final Ledger ledger;
    private final Checkpoints checkpoints;
    private volatile String trouble = "";
    private int fullSeconds;

    Upkeep(Ledger ledger, Checkpoints checkpoints) {
        this.ledger = ledger;
        this.checkpoints = checkpoints;
    }

    @Override
    public void run() {
        sign();
        probe();
    }

    private void sign() {
        try {
            checkpoints.tick();
            trouble = "";
        } catch (IOException | RuntimeException e) {
            if (trouble.isEmpty()) {
                log.error("No checkpoint of the ledger can be made", e);
            }
            trouble = "no checkpoint can be made: " + e.getMessage();
        }
    }

    /** A ledger without space is asked again from time to time, with a fact that says so once there is. */
    private void probe() {
        fullSeconds = ledger.health().state() == State.FULL ? fullSeconds + 1 : 0;
        if (fullSeconds == PROBE_SECONDS) {
            fullSeconds = 0;
            ledger.append(new Draft(
                    "ledger.space.returned",
                    1,
                    Provenance.KERNEL,
                    "the disk was full and has space again",
                    NO_PAYLOAD));
        }
    }

    /** The ledger's health, and what is wrong with its checkpoints when nothing is wrong with itself. */
    Health health() {
        Health health = ledger.health();
        String known = trouble.isEmpty() ? checkpoints.trouble() : trouble;
        return health.state() == State.OK && !known.isEmpty() ? new Health(State.OK, known) : health;
    }
}

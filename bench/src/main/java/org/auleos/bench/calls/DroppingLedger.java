package org.auleos.bench.calls;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.auleos.api.ledger.Draft;
import org.auleos.api.ledger.Event;
import org.auleos.api.ledger.Head;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.Query;
import org.auleos.api.ledger.Receipt;
import org.auleos.api.ledger.Verification;

/** Takes encoded records and forgets them, to measure what comes before the ledger. */
final class DroppingLedger implements Ledger {

    private static final Receipt DURABLE = new Receipt() {
        @Override
        public boolean durable() {
            return true;
        }

        @Override
        public long await(Duration limit) {
            return 1;
        }
    };

    @Override
    public Receipt append(List<Draft> drafts) {
        return DURABLE;
    }

    @Override
    public Head head() {
        return new Head("bench", 1, 0, new byte[0]);
    }

    @Override
    public void read(Query query, Consumer<Event> consumer) {}

    @Override
    public Subscription follow(String name, long from, Follower follower) {
        throw new UnsupportedOperationException("nobody follows a ledger that forgets");
    }

    @Override
    public Verification verify(long from, long to) {
        return new Verification(true, 0, 0, "");
    }
}

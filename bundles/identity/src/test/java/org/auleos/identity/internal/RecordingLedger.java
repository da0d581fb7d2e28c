package org.auleos.identity.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.auleos.api.ledger.Draft;
import org.auleos.api.ledger.Event;
import org.auleos.api.ledger.Head;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.LedgerException;
import org.auleos.api.ledger.Query;
import org.auleos.api.ledger.Receipt;
import org.auleos.api.ledger.Verification;

/** A ledger that keeps what it is told, and can refuse to. */
final class RecordingLedger implements Ledger {

    final List<Draft> drafts = new ArrayList<>();
    boolean full;

    List<String> types() {
        return drafts.stream().map(Draft::type).toList();
    }

    @Override
    public Receipt append(List<Draft> more) {
        if (full) {
            throw new LedgerException(LedgerException.Code.FULL, "no space");
        }
        drafts.addAll(more);
        return new Receipt() {
            @Override
            public boolean durable() {
                return true;
            }

            @Override
            public long await(Duration limit) {
                return drafts.size();
            }
        };
    }

    @Override
    public Head head() {
        return new Head("test", 1, drafts.size(), new byte[32]);
    }

    @Override
    public void read(Query query, Consumer<Event> consumer) {
        throw new UnsupportedOperationException("identity reads no events");
    }

    @Override
    public Subscription follow(String name, long from, Follower follower) {
        throw new UnsupportedOperationException("identity follows no events");
    }

    @Override
    public Verification verify(long from, long to) {
        throw new UnsupportedOperationException("identity verifies nothing");
    }
}

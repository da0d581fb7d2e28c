package org.auleos.bench.ledger;

import java.io.Closeable;
import java.io.IOException;

/** Something that makes records durable for many threads. */
public interface Subject extends Closeable {

    /** Returns once one more record is durable. */
    void append() throws InterruptedException, IOException;
}

package org.auleos.ledger.internal;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.auleos.api.ledger.Draft;
import org.auleos.api.ledger.Event;

/**
 * One fact as the bytes the journal holds (docs/ledger-format.md, "Record"), complete but for what the committer issues:
 * previous hash, sequence, time and chain hash.
 */
final class Encoded {

    static final int FORMAT = 1;

    /** Offsets of what the committer fills in. */
    static final int PREVIOUS = 0;

    static final int SEQUENCE = 40;
    static final int SECONDS = 48;
    static final int NANOS = 56;

    private final Draft draft;
    private final String node;
    private final long epoch;
    private final byte[] payloadHash;
    private final byte[] bytes;
    private final int headerBytes;

    Encoded(Draft draft, String node, long epoch, byte[] payloadHash, byte[] bytes, int headerBytes) {
        this.draft = draft;
        this.node = node;
        this.epoch = epoch;
        this.payloadHash = payloadHash;
        this.bytes = bytes;
        this.headerBytes = headerBytes;
    }

    /** All bytes of it, chain hash included. */
    int size() {
        return bytes.length;
    }

    /** Fills in what only the committer knows; returns the chain hash. */
    byte[] complete(long sequence, Instant time, byte[] previous, Hashes hashes) {
        ByteBuffer header = ByteBuffer.wrap(bytes);
        header.put(PREVIOUS, previous);
        header.putLong(SEQUENCE, sequence);
        header.putLong(SECONDS, time.getEpochSecond());
        header.putInt(NANOS, time.getNano());
        byte[] hash = hashes.of(bytes, 0, headerBytes);
        System.arraycopy(hash, 0, bytes, bytes.length - Hashes.BYTES, Hashes.BYTES);
        return hash;
    }

    /** The completed bytes. */
    ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes);
    }

    /** The event these bytes stand for, made without decoding them. */
    Event event(long sequence, Instant time, byte[] previous, byte[] hash) {
        return new Event(
                sequence,
                time,
                node,
                epoch,
                draft.type(),
                draft.version(),
                draft.provenance(),
                draft.why(),
                draft.payload(),
                payloadHash,
                previous,
                hash);
    }
}

package org.auleos.ledger.internal.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.auleos.api.ledger.Checkpoint;
import org.auleos.api.ledger.Consistency;
import org.auleos.api.ledger.Evidence;
import org.auleos.api.ledger.Inclusion;
import org.auleos.api.ledger.Journal;
import org.auleos.api.ledger.LedgerException;
import org.auleos.api.ledger.LedgerException.Code;
import org.auleos.api.ledger.Verification;
import org.auleos.ledger.internal.journal.DamageException;

/** Proofs from the tree over the journal; each is checked before it is handed out. Thread-safe. */
public final class JournalEvidence implements Evidence {

    private final Journal journal;
    private final Checkpoints checkpoints;
    private final LongSupplier durable;

    /** @param durable the newest durable sequence */
    public JournalEvidence(Journal journal, Checkpoints checkpoints, LongSupplier durable) {
        this.journal = journal;
        this.checkpoints = checkpoints;
        this.durable = durable;
    }

    @Override
    public Checkpoint checkpoint() {
        return reading(checkpoints::current);
    }

    @Override
    public String publicKey() {
        return checkpoints.signer().publicKey();
    }

    @Override
    public Inclusion inclusion(long sequence) {
        requireIn("sequence", sequence, 1, durable.getAsLong());
        Checkpoint signed = checkpoint();
        return reading(() -> checkpoints.with(tree -> {
            byte[] hash = tree.head(sequence);
            List<byte[]> path = tree.stored().inclusion(sequence - 1, signed.size());
            if (!new Paths().includes(hash, sequence - 1, signed.size(), path, signed.root())) {
                tree.rebuild(tree.stored().size());
                path = tree.stored().inclusion(sequence - 1, signed.size());
                require(new Paths().includes(hash, sequence - 1, signed.size(), path, signed.root()), signed);
            }
            return new Inclusion(sequence, hash, path, signed);
        }));
    }

    @Override
    public Consistency consistency(long from, long to) {
        long end = to == 0 ? durable.getAsLong() : to;
        requireIn("to", end, 1, durable.getAsLong());
        requireIn("from", from, 1, end);
        Checkpoint signed = signed(end);
        return reading(() -> checkpoints.with(tree -> {
            byte[] root = tree.root(from);
            List<byte[]> path = tree.stored().consistency(from, end);
            if (!new Paths().consistent(from, root, end, signed.root(), path)) {
                tree.rebuild(tree.stored().size());
                root = tree.root(from);
                path = tree.stored().consistency(from, end);
                require(new Paths().consistent(from, root, end, signed.root(), path), signed);
            }
            return new Consistency(from, root, path, signed);
        }));
    }

    /** The newest checkpoint, or one over a part; the tree is up to date before any part of it is believed. */
    private Checkpoint signed(long size) {
        Checkpoint newest = checkpoint();
        if (newest.size() == size) {
            return newest;
        }
        return reading(() -> checkpoints.with(tree -> {
            if (!tree.whole()) {
                tree.rebuild(tree.stored().size());
            }
            return checkpoints.sign(size, tree.head(size));
        }));
    }

    @Override
    public Verification compare(String notes) {
        List<Checkpoint> given = Notes.all(notes);
        if (given.isEmpty() && !notes.isBlank()) {
            throw new IllegalArgumentException("no checkpoint found in the text given; expected signed notes");
        }
        return reading(() -> {
            List<Checkpoint> all = Stream.concat(given.stream(), checkpoints.kept().stream())
                    .sorted(Comparator.comparingLong(Checkpoint::size))
                    .toList();
            return new Comparison(journal, checkpoints.signer(), all).result(durable.getAsLong());
        });
    }

    @Override
    public void export(long from, long to, OutputStream out) throws IOException {
        long last = durable.getAsLong();
        requireIn("from", from, 1, Math.max(1, last));
        Checkpoint signed = signed(Math.min(to, last));
        if (from > Math.max(1, signed.size())) {
            throw new IllegalArgumentException("from " + from + " lies behind to " + to);
        }
        Exports.Start start =
                checkpoints.with(tree -> new Exports.Start(from, tree.head(from - 1), tree.roots(from - 1), signed));
        Exports.write(start, journal, out);
    }

    private static void requireIn(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    name + " " + value + " is out of range: expected " + least + " to " + most + " in this ledger");
        }
    }

    private static void require(boolean holds, Checkpoint signed) {
        if (!holds) {
            throw new LedgerException(
                    Code.DAMAGED,
                    "the journal has another root than the checkpoint of " + signed.size() + " records signed at "
                            + signed.time() + "; aule ledger verify names the record");
        }
    }

    private static <T> T reading(Reading<T> work) {
        try {
            return work.get();
        } catch (DamageException e) {
            throw new LedgerException(Code.DAMAGED, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new LedgerException(Code.FAILED, "the ledger's proofs cannot be read: " + e.getMessage(), e);
        }
    }

    /** Something that reads the disk. */
    @FunctionalInterface
    private interface Reading<T> {
        T get() throws IOException;
    }
}

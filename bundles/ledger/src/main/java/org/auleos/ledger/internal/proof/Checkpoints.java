package org.auleos.ledger.internal.proof;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.auleos.api.ledger.Checkpoint;
import org.auleos.api.ledger.Head;
import org.auleos.api.ledger.Journal;
import org.auleos.api.ledger.LedgerException;
import org.auleos.api.ledger.LedgerException.Code;
import org.auleos.ledger.internal.journal.Disk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs checkpoints when they are due and keeps them where they belong (docs/design/010-checkpoints.md). Thread-safe;
 * nothing of it is done by a thread that commits.
 */
public final class Checkpoints implements Closeable {

    private static final Logger log = LoggerFactory.getLogger(Checkpoints.class);

    /**
     * When and for whom checkpoints are made.
     *
     * @param node its name
     * @param records so many new ones make a checkpoint due
     * @param age so long after the last one a checkpoint is due when there is any new record
     */
    public record Settings(String node, long records, Duration age) {}

    private final Settings settings;
    private final Supplier<Head> head;
    private final Clock clock;
    private final KeyFolder keys;
    private final Optional<Witness> witness;
    private final Signer signer;

    /** Guards everything below, and the files. */
    private final ReentrantLock lock = new ReentrantLock();

    private final JournalTree tree;
    private final CheckpointFile file;
    private Optional<Checkpoint> newest;
    private volatile boolean witnessFailed;

    /**
     * Opens what was kept, and refuses a journal that lacks what was signed. The disk stays the caller's.
     *
     * @param head the newest durable record
     * @throws LedgerException {@code DAMAGED} naming both sides
     */
    public Checkpoints(Journal journal, Disk disk, Settings settings, Places places, Supplier<Head> head, Clock clock)
            throws IOException {
        this.settings = settings;
        this.head = head;
        this.clock = clock;
        this.keys = places.keys();
        this.witness = places.witness();
        this.file = CheckpointFile.open(disk);
        this.tree = new JournalTree(journal, disk);
        this.newest = file.newest();
        Optional<Checkpoint> copy = keys.checkpoint();
        this.signer = keys.signer(settings.node(), newest.isPresent() || copy.isPresent());
        require(newest, Path.of(disk.place(), CheckpointFile.NAME));
        require(copy, keys.copy());
        if (newest.isPresent()) {
            tree.resume(newest.get().size(), newest.get().root());
        }
        requireWitnessed();
    }

    /**
     * Where checkpoints go besides the journal's disk.
     *
     * @param witness a file elsewhere
     */
    public record Places(KeyFolder keys, Optional<Witness> witness) {}

    private void require(Optional<Checkpoint> kept, Path where) throws IOException {
        if (kept.isEmpty() || contains(kept.get())) {
            return;
        }
        Head now = head.get();
        throw refused(kept.get(), where.toString(), now);
    }

    private boolean contains(Checkpoint kept) throws IOException {
        return kept.size() <= head.get().sequence() && Arrays.equals(tree.head(kept.size()), kept.head());
    }

    private void requireWitnessed() throws IOException {
        if (witness.isEmpty()) {
            return;
        }
        if (!witness.get().exists() && newest.isPresent()) {
            log.warn(
                    "The witness {} is not there although this ledger has checkpoints; it is made anew",
                    witness.get().file());
        }
        List<Checkpoint> kept = witness.get().checkpoints();
        Optional<Checkpoint> last = kept.stream().reduce((left, right) -> left.size() > right.size() ? left : right);
        if (last.isPresent()) {
            require(last, witness.get().file());
            tree.advance(last.get().size());
        }
        for (Checkpoint checkpoint : kept) {
            if (!Arrays.equals(tree.root(checkpoint.size()), checkpoint.root())) {
                tree.rebuild(last.orElse(checkpoint).size());
                requireRoot(checkpoint, witness.get().file().toString());
            }
        }
    }

    private void requireRoot(Checkpoint kept, String where) throws IOException {
        if (!Arrays.equals(tree.root(kept.size()), kept.root())) {
            throw refused(kept, where, head.get());
        }
    }

    private LedgerException refused(Checkpoint kept, String where, Head now) {
        String whose = signer.signed(kept) ? "signed by this ledger's key" : "NOT signed by this ledger's key";
        return new LedgerException(
                Code.DAMAGED,
                "the journal does not contain the checkpoint of " + kept.size() + " records (" + kept.time() + ", "
                        + whose
                        + ") kept in " + where + ": it ends at record " + now.sequence()
                        + ", or has another record there; an older or another journal was put in its place. Restore the"
                        + " right one; if this is a backup restored on purpose, move " + where + " away");
    }

    /** Makes a checkpoint if one is due. Call it about once a second. */
    public void tick() throws IOException {
        lock.lock();
        try {
            Head now = head.get();
            tree.advance(now.sequence());
            if (due(now)) {
                make(now);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean due(Head now) {
        long fresh = now.sequence() - newest.map(Checkpoint::size).orElse(0L);
        Instant last = newest.map(Checkpoint::time).orElse(Instant.MIN);
        boolean old = newest.isEmpty() || !clock.instant().isBefore(last.plus(settings.age()));
        return fresh >= settings.records() || (fresh > 0 && old);
    }

    /** The newest checkpoint, made now when records came since. */
    Checkpoint current() throws IOException {
        lock.lock();
        try {
            Head now = head.get();
            tree.advance(now.sequence());
            return newest.isPresent() && newest.get().size() >= now.sequence() ? newest.get() : make(now);
        } finally {
            lock.unlock();
        }
    }

    /** The order matters: what is signed is durable, and the copy in the home is not behind the witness. */
    private Checkpoint make(Head now) throws IOException {
        tree.force();
        Checkpoint made = sign(now.sequence(), now.hash());
        file.keep(made);
        newest = Optional.of(made);
        keys.keep(made);
        witness.ifPresent(one -> tell(one, made));
        return made;
    }

    /** A witness that cannot be reached must not stop the node, but must be heard of. */
    private void tell(Witness one, Checkpoint made) {
        try {
            one.append(made);
            witnessFailed = false;
        } catch (IOException e) {
            if (!witnessFailed) {
                log.error("The witness {} cannot be written; checkpoints are kept in the home only", one.file(), e);
            }
            witnessFailed = true;
        }
    }

    /** Signs what the ledger was at a size; not kept. */
    Checkpoint sign(long size, byte[] link) throws IOException {
        byte[] root = tree.root(size);
        if (size == tree.stored().size() && !Arrays.equals(root, tree.stored().root())) {
            tree.rebuild(size);
            root = tree.root(size);
        }
        Instant time = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        String body = Notes.body(signer.name(), size, root, head.get().epoch(), link, time);
        return Notes.one(signer.sign(body))
                .orElseThrow(() -> new IllegalStateException("a checkpoint that cannot be read was made"));
    }

    /** Work on the tree, alone with it. */
    <T> T with(Work<T> work) throws IOException {
        lock.lock();
        try {
            return work.on(tree);
        } finally {
            lock.unlock();
        }
    }

    /** Reads or builds something on the tree. */
    @FunctionalInterface
    interface Work<T> {
        T on(JournalTree tree) throws IOException;
    }

    Signer signer() {
        return signer;
    }

    /** Everything kept in the home and at the witness, for a comparison. */
    List<Checkpoint> kept() throws IOException {
        lock.lock();
        try {
            List<Checkpoint> told = witness.isPresent() ? witness.get().checkpoints() : List.of();
            return Stream.concat(newest.stream(), told.stream()).toList();
        } finally {
            lock.unlock();
        }
    }

    /** What an operator should know, or empty. */
    public String trouble() {
        return witnessFailed
                ? "the witness " + witness.map(Witness::file).orElseThrow()
                        + " cannot be written; checkpoints are kept in the home only"
                : "";
    }

    /** Makes a last checkpoint when there is anything new. Call it before the journal is closed. */
    @Override
    public void close() throws IOException {
        lock.lock();
        try (file;
                tree) {
            if (head.get().sequence() > newest.map(Checkpoint::size).orElse(0L)) {
                current();
            }
        } finally {
            lock.unlock();
        }
    }
}

package org.auleos.ledger.internal.proof;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.auleos.api.ledger.Journal;
import org.auleos.ledger.internal.journal.Disk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tree over a journal's records: follows it when told to, and is made anew where its file is wrong. One thread. */
final class JournalTree implements Closeable {

    private static final Logger log = LoggerFactory.getLogger(JournalTree.class);

    private final Journal journal;
    private final StoredTree tree;

    JournalTree(Journal journal, Disk disk) throws IOException {
        this.journal = journal;
        this.tree = StoredTree.open(disk);
    }

    /** Believes the file up to a size, if it has that root. */
    void resume(long size, byte[] root) throws IOException {
        if (!tree.resume(size, root)) {
            log.info("The tree of the ledger is made anew from the journal");
        }
    }

    /** Adds the records up to one that is durable. */
    void advance(long to) throws IOException {
        if (tree.size() >= to) {
            return;
        }
        byte[] link = new byte[TreeHashes.BYTES];
        journal.read(tree.size() + 1, (sequence, record) -> {
            record.get(record.limit() - TreeHashes.BYTES, link);
            tree.add(link);
            return sequence < to;
        });
        if (tree.size() < to) {
            throw new IOException("the journal ends at record " + tree.size() + ", expected " + to);
        }
    }

    /** The chain hash of a record; zeros for none. */
    byte[] head(long sequence) throws IOException {
        byte[] link = new byte[TreeHashes.BYTES];
        if (sequence > 0) {
            journal.read(sequence, (found, record) -> {
                record.get(record.limit() - TreeHashes.BYTES, link);
                return false;
            });
        }
        return link;
    }

    byte[] root(long size) throws IOException {
        return tree.root(size);
    }

    List<byte[]> roots(long size) throws IOException {
        return tree.roots(size);
    }

    /** What a proof needs; the file may be wrong, so the result has to be checked. */
    StoredTree stored() {
        return tree;
    }

    /** True when the file still has the root that memory says it must have. */
    boolean whole() throws IOException {
        return Arrays.equals(tree.root(tree.size()), tree.root());
    }

    /** Forgets the file and reads the whole journal. */
    void rebuild(long to) throws IOException {
        log.warn("The tree of the ledger was damaged; it is made anew from the journal");
        tree.reset();
        advance(to);
    }

    void force() throws IOException {
        tree.force();
    }

    @Override
    public void close() throws IOException {
        tree.close();
    }
}

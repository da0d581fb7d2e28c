package org.auleos.api.ledger;

import java.io.IOException;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What somebody who trusts neither the node nor its disk can be given. Thread-safe. Every method throws {@link
 * LedgerException} when the ledger cannot be read or damage is found, and {@link IllegalArgumentException} naming the
 * value when a number is out of range.
 */
@ProviderType
public interface Evidence {

    /** A checkpoint over every durable record; a new one is signed and witnessed when records came since the last. */
    Checkpoint checkpoint();

    /** What verifies its signature, as a C2SP verifier key: name, key number and key. */
    String publicKey();

    /** Proves that a record is in, up to the newest checkpoint. */
    Inclusion inclusion(long sequence);

    /**
     * Proves that the ledger only grew.
     *
     * @param from number of records, from 1
     * @param to not less than that; 0 for all there are
     */
    Consistency consistency(long from, long to);

    /**
     * Compares the journal with checkpoints kept elsewhere; the tree is computed anew from the journal.
     *
     * @param notes any number of signed notes, one after the other
     * @return how many were compared, and the size of the first that the journal does not contain
     */
    Verification compare(String notes);

    /** Writes records with all that an offline verifier needs (docs/ledger-format.md, "Export"). */
    void export(long from, long to, OutputStream out) throws IOException;
}

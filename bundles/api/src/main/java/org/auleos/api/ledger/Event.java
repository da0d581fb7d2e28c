package org.auleos.api.ledger;

import java.time.Instant;

/**
 * A fact in the ledger: an open envelope, so that types nobody here knows are preserved.
 *
 * @param sequence from 1, without gaps within {node, epoch}
 * @param time when the committer took it, never earlier than its predecessor's
 * @param node the node whose journal holds it
 * @param epoch the ownership epoch of that journal, from 1
 * @param type name of the fact
 * @param version version of its payload
 * @param provenance where it comes from
 * @param why the reason in one sentence, or empty
 * @param payload JSON, UTF-8; must not be changed
 * @param payloadHash SHA-256 of the payload as stored
 * @param previous chain hash of the predecessor, 32 zero bytes for the first
 * @param hash chain hash of this event: SHA-256 over the predecessor's and everything above
 */
public record Event(
        long sequence,
        Instant time,
        String node,
        long epoch,
        String type,
        int version,
        Provenance provenance,
        String why,
        byte[] payload,
        byte[] payloadHash,
        byte[] previous,
        byte[] hash) {}

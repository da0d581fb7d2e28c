package org.auleos.api.ledger;

/**
 * The newest durable record.
 *
 * @param node the node
 * @param epoch the epoch
 * @param sequence its sequence, 0 for an empty ledger
 * @param hash its chain hash
 */
public record Head(String node, long epoch, long sequence, byte[] hash) {}

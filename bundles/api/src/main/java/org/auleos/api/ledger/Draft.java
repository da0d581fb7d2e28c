package org.auleos.api.ledger;

/**
 * A fact on its way into the ledger.
 *
 * @param type name of the fact, e.g. {@code run.submitted}
 * @param version version of its payload, from 1
 * @param provenance where it comes from
 * @param why the reason in one sentence, or empty
 * @param payload canonical JSON, encoded once; must not be changed afterwards
 */
public record Draft(String type, int version, Provenance provenance, String why, byte[] payload) {}

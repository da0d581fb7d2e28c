package org.auleos.api.ledger;

/**
 * What a check of the chain found.
 *
 * @param intact true when every record checked is whole and follows its predecessor
 * @param checked how many records were read
 * @param badSequence the first bad record, 0 when there is none
 * @param problem what is wrong with it, or empty
 */
public record Verification(boolean intact, long checked, long badSequence, String problem) {}

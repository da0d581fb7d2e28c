package org.auleos.tools.log.internal.mine;

/**
 * What many messages have in common.
 *
 * @param id its number within its miner
 * @param text the common words, with {@code <*>} where they differ
 * @param count how many messages it stands for
 */
public record Template(int id, String text, long count) {}

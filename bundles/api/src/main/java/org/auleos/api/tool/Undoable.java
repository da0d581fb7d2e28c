package org.auleos.api.tool;

/**
 * Whether a recorded call can be taken back, as far as that can be told without trying: somebody may have changed the thing
 * meanwhile, which only the attempt finds out.
 *
 * @param why by what it is taken back, or what stands in the way; a clause for a person
 */
public record Undoable(boolean possible, String why) {}

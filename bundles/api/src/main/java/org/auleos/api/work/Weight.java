package org.auleos.api.work;

/**
 * What a unit occupies while it runs.
 *
 * @param cpu thousandths of a core, from 0
 * @param memory mebibytes, from 0
 * @param gpu devices, from 0
 */
public record Weight(int cpu, int memory, int gpu) {

    /** A unit that hardly computes. */
    public static final Weight LIGHT = new Weight(50, 8, 0);

    public Weight {
        if (cpu < 0 || memory < 0 || gpu < 0) {
            throw new IllegalArgumentException(
                    "weight of " + cpu + " cpu, " + memory + " memory, " + gpu + " gpu: expected none below 0");
        }
    }
}

package org.auleos.tools.log.internal.read;

import java.time.ZoneId;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * How a source is read.
 *
 * @param zone the zone of timestamps that name none
 * @param cancelled asked every few hundred lines; true ends the reading with what was read so far
 * @param progress told the number of unpacked bytes read so far, about every 256 KiB
 */
public record Options(ZoneId zone, BooleanSupplier cancelled, LongConsumer progress) {

    /** Reads to the end, silently. */
    public static Options in(ZoneId zone) {
        return new Options(zone, () -> false, bytes -> {});
    }
}

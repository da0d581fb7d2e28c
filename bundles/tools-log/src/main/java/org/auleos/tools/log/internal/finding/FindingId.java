package org.auleos.tools.log.internal.finding;

import java.util.zip.CRC32;

/** The stable name of a finding: its rule and a short hash of the group it counts. */
public final class FindingId {

    private FindingId() {}

    /** Same rule and group, same id, in every scan and on every machine. */
    public static String of(String rule, String group) {
        CRC32 crc = new CRC32();
        crc.update(group.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return "%s:%08x".formatted(rule, crc.getValue());
    }
}

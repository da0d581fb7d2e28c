package org.auleos.store.xodus.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import org.auleos.api.store.StoreException;

/**
 * The checksum that stands before every value: CRC32C over table, key and value, so that a changed value and one that
 * belongs to another key are both noticed. Xodus itself returned wrong values after a flipped byte.
 */
final class Seal {

    static final int BYTES = 4;

    private static final int SHOWN_KEY_BYTES = 64;

    private Seal() {}

    static byte[] put(String table, byte[] key, byte[] value) {
        return ByteBuffer.allocate(BYTES + value.length)
                .putInt(checksum(table, key, value, 0))
                .put(value)
                .array();
    }

    /** The value; throws when its checksum does not match. */
    static byte[] open(String table, byte[] key, byte[] sealed) {
        if (sealed.length < BYTES || ByteBuffer.wrap(sealed).getInt() != checksum(table, key, sealed, BYTES)) {
            throw new StoreException("the value of key " + shown(key) + " in table " + table
                    + " is damaged: its checksum does not match; rebuild the table from the ledger");
        }
        byte[] value = new byte[sealed.length - BYTES];
        System.arraycopy(sealed, BYTES, value, 0, value.length);
        return value;
    }

    private static int checksum(String table, byte[] key, byte[] value, int from) {
        CRC32C crc = new CRC32C();
        crc.update(table.getBytes(UTF_8));
        crc.update(key.length);
        crc.update(key);
        crc.update(value, from, value.length - from);
        return (int) crc.getValue();
    }

    private static String shown(byte[] key) {
        return HexFormat.of().formatHex(key, 0, Math.min(key.length, SHOWN_KEY_BYTES));
    }
}

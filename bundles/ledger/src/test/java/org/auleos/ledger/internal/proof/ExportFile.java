package org.auleos.ledger.internal.proof;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** An export in the hands of somebody who edits it and makes every checksum right again. */
final class ExportFile {

    private static final int NOTE = 62;

    private long last;
    private String note;
    final List<byte[]> records = new ArrayList<>();

    /** An export from the first record on. */
    ExportFile(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        last = in.getLong(20);
        byte[] text = new byte[in.getInt(NOTE)];
        in.position(NOTE + 4).get(text);
        note = new String(text, java.nio.charset.StandardCharsets.UTF_8);
        for (int length = in.getInt(); length != 0; length = in.getInt()) {
            byte[] record = new byte[length];
            in.position(in.position() + 12).get(record);
            records.add(record);
        }
    }

    void claim(long newLast, String newNote) {
        last = newLast;
        note = newNote;
    }

    /** Frames numbered from 1 on, whatever the records say of themselves. */
    byte[] bytes() {
        byte[] text = note.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        ByteBuffer head = ByteBuffer.allocate(NOTE + 4 + text.length);
        head.putLong(Exports.MAGIC).putInt(1).putLong(1).putLong(last);
        head.putInt(NOTE, text.length).position(NOTE + 4).put(text);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.array());
        for (int i = 0; i < records.size(); i++) {
            out.writeBytes(frame(i + 1, records.get(i)));
        }
        out.writeBytes(ByteBuffer.allocate(12).putLong(4, Exports.END).array());
        return out.toByteArray();
    }

    private static byte[] frame(long sequence, byte[] record) {
        ByteBuffer frame = ByteBuffer.allocate(16 + record.length);
        frame.putInt(record.length).putInt(0).putLong(sequence).put(record);
        CRC32C crc = new CRC32C();
        crc.update(frame.array(), 0, 4);
        crc.update(frame.array(), 8, frame.limit() - 8);
        return frame.putInt(4, (int) crc.getValue()).array();
    }

    /** Computes hashes, numbers and links anew from a record (counted from 0) on. */
    void chainFrom(int first) {
        for (int i = first; i < records.size(); i++) {
            ByteBuffer record = ByteBuffer.wrap(records.get(i));
            byte[] before = i == 0 ? new byte[32] : chain(i);
            record.put(0, before).putLong(40, i + 1);
            int header = record.getInt(36);
            byte[] payload = new byte[record.limit() - 32 - header];
            record.get(header, payload);
            record.put(80, sha(payload));
            byte[] covered = new byte[header];
            record.get(0, covered);
            record.put(record.limit() - 32, sha(covered));
        }
    }

    /** Chain hash of the last of so many records. */
    byte[] chain(int count) {
        byte[] record = records.get(count - 1);
        byte[] hash = new byte[32];
        System.arraycopy(record, record.length - 32, hash, 0, 32);
        return hash;
    }

    /** Root over all records. */
    byte[] root() {
        Frontier frontier = new Frontier(new TreeHashes(), 0, List.of());
        for (int i = 1; i <= records.size(); i++) {
            frontier.add(chain(i), hash -> {});
        }
        return frontier.root();
    }

    private static byte[] sha(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

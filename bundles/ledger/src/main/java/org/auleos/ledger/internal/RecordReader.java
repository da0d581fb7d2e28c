package org.auleos.ledger.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.auleos.api.ledger.Event;
import org.auleos.api.ledger.Origin;
import org.auleos.api.ledger.Provenance;

/** Decodes the records of a journal. Confined to one thread. */
final class RecordReader {

    /** The bytes are no record of a format known here. */
    static final class BadRecord extends Exception {

        private static final long serialVersionUID = 1L;

        BadRecord(String message) {
            super(message);
        }
    }

    /** Reads the event of a record, which is left as it was. */
    Event read(ByteBuffer record) throws BadRecord {
        ByteBuffer in = record.duplicate();
        requireFormat(in);
        try {
            return event(in, headerBytes(in));
        } catch (BufferUnderflowException | IllegalArgumentException | DateTimeException e) {
            throw new BadRecord("its fields do not add up to its length");
        }
    }

    /** Length of the header, over which the chain hash goes. */
    static int headerBytes(ByteBuffer record) throws BadRecord {
        int bytes = record.getInt(record.position() + Hashes.BYTES + Integer.BYTES);
        if (bytes < RecordWriter.FIXED || bytes > record.remaining() - Hashes.BYTES) {
            throw new BadRecord("its header cannot have " + bytes + " bytes");
        }
        return bytes;
    }

    private static void requireFormat(ByteBuffer in) throws BadRecord {
        if (in.remaining() < RecordWriter.FIXED + Hashes.BYTES) {
            throw new BadRecord("it has only " + in.remaining() + " bytes");
        }
        int format = in.getShort(in.position() + Hashes.BYTES);
        if (format != Encoded.FORMAT) {
            throw new BadRecord("its format is " + format + ", this version reads format " + Encoded.FORMAT);
        }
    }

    private static Event event(ByteBuffer in, int headerBytes) {
        int start = in.position();
        byte[] previous = bytes(in, Hashes.BYTES);
        in.position(start + Encoded.SEQUENCE);
        long sequence = in.getLong();
        Instant time = Instant.ofEpochSecond(in.getLong(), in.getInt());
        int version = in.getInt();
        long epoch = in.getLong();
        long cause = in.getLong();
        byte[] payloadHash = bytes(in, Hashes.BYTES);
        String node = text(in);
        String type = text(in);
        String tenant = text(in);
        String actor = text(in);
        String onBehalfOf = text(in);
        Origin origin = new Origin(text(in), text(in));
        String run = text(in);
        String unit = text(in);
        String account = text(in);
        String why = text(in);
        var provenance = new Provenance(tenant, actor, onBehalfOf, origin, run, unit, cause, taint(in), account);
        in.position(start + headerBytes);
        byte[] payload = bytes(in, in.remaining() - Hashes.BYTES);
        byte[] hash = bytes(in, Hashes.BYTES);
        return new Event(
                sequence, time, node, epoch, type, version, provenance, why, payload, payloadHash, previous, hash);
    }

    private static Set<String> taint(ByteBuffer in) {
        int labels = Short.toUnsignedInt(in.getShort());
        if (labels == 0) {
            return Set.of();
        }
        Set<String> taint = new TreeSet<>();
        for (int i = 0; i < labels; i++) {
            taint.add(text(in));
        }
        return taint;
    }

    private static String text(ByteBuffer in) {
        int length = Short.toUnsignedInt(in.getShort());
        return length == 0 ? "" : new String(bytes(in, length), UTF_8);
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}

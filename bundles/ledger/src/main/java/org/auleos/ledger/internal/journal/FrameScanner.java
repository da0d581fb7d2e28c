package org.auleos.ledger.internal.journal;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Walks the frames of one segment file in order. Confined to one thread. */
final class FrameScanner {

    private static final int BLOCK = 1 << 16;

    private final Disk.File file;
    private final long limit;
    private ByteBuffer buffer = ByteBuffer.allocate(BLOCK).limit(0);
    private long start;
    private long next;
    private long sequence;
    private int length = -Frame.BYTES;
    private String problem = "";

    /**
     * @param start offset of a frame, or where one may be
     * @param sequence which that frame must carry
     * @param limit offset at which frames end at the latest
     */
    FrameScanner(Disk.File file, long start, long sequence, long limit) {
        this.file = file;
        this.start = start;
        this.next = start;
        this.sequence = sequence - 1;
        this.limit = limit;
    }

    /** Moves to the next frame; false when what follows is no whole record with the next sequence. */
    boolean next() throws IOException {
        if (!fill(Frame.BYTES)) {
            return stop("the segment ends before it");
        }
        int size = buffer.getInt(buffer.position());
        if (size == 0) {
            return stop("it was never written");
        }
        if (size < Position.LINK_BYTES || size > limit - next - Frame.BYTES || !fill(Frame.BYTES + size)) {
            return stop("its length " + size + " is impossible");
        }
        int at = buffer.position();
        long carried = buffer.getLong(at + Long.BYTES);
        if (carried != sequence + 1) {
            return stop("it carries the sequence " + carried);
        }
        if (!Frame.intact(buffer, at)) {
            return stop("its checksum does not match");
        }
        return accept(at, size);
    }

    private boolean accept(int at, int size) {
        buffer.position(at + Frame.BYTES + size);
        start = next;
        next = start + Frame.BYTES + size;
        sequence++;
        length = size;
        return true;
    }

    private boolean stop(String what) {
        problem = what;
        return false;
    }

    /** Makes so many bytes from the next frame on available; false when the file or the limit ends before. */
    private boolean fill(int bytes) throws IOException {
        if (buffer.remaining() >= bytes) {
            return true;
        }
        if (limit - next < bytes) {
            return false;
        }
        ByteBuffer larger = bytes <= buffer.capacity() ? buffer : ByteBuffer.allocate(bytes);
        larger.clear();
        larger.limit((int) Math.min(larger.capacity(), limit - next));
        file.read(larger, next);
        buffer = larger.flip();
        return buffer.remaining() >= bytes;
    }

    /** Sequence of the frame moved to, or the one before the first. */
    long sequence() {
        return sequence;
    }

    /** Offset of that frame. */
    long start() {
        return start;
    }

    /** Offset behind that frame, where the next may begin. */
    long end() {
        return next;
    }

    /** The record of that frame, valid until the next move. */
    ByteBuffer record() {
        return buffer.slice(buffer.position() - length, length).asReadOnlyBuffer();
    }

    /** The last 32 bytes of the record of that frame. */
    byte[] link() {
        byte[] link = new byte[Position.LINK_BYTES];
        buffer.get(buffer.position() - Position.LINK_BYTES, link);
        return link;
    }

    /** Why the last move failed. */
    String problem() {
        return problem;
    }
}

package org.auleos.ledger.internal.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.auleos.api.ledger.Journal;
import org.jspecify.annotations.Nullable;

/**
 * A journal of preallocated segment files (docs/ledger-format.md). One thread writes and syncs; reading, marking and the
 * accessors are thread-safe beside it.
 */
public final class FileJournal implements Journal {

    /** The first segment is small so that a fresh node is ready at once. */
    static final long FIRST_SEGMENT_BYTES = 4L << 20;

    private static final int BUFFER_BYTES = 1 << 16;

    private final Disk disk;
    private final String node;
    private final long epoch;
    private final long segmentBytes;
    private final Spare spare;
    private final CopyOnWriteArrayList<Segment> segments;

    /** Guards the mark. */
    private final ReentrantLock markLock = new ReentrantLock();

    private final Mark mark;

    private volatile Position written;
    private volatile Position durable;
    private volatile boolean failed;

    private volatile boolean touched;
    private @Nullable Segment active;
    private Disk.@Nullable File file;
    private ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);

    /**
     * How a journal is opened.
     *
     * @param node its name, at most 255 bytes
     * @param epoch from 1
     * @param segmentBytes length of a segment file
     */
    public record Settings(String node, long epoch, long segmentBytes) {
        public Settings {
            if (node.isEmpty() || node.getBytes(UTF_8).length > SegmentHeader.NODE_BYTES) {
                throw new IllegalArgumentException("node name '" + node + "' must have 1 to 255 bytes");
            }
            if (epoch < 1) {
                throw new IllegalArgumentException("epoch " + epoch + " must be at least 1");
            }
            if (segmentBytes < 2 * Seal.RECORDS || segmentBytes > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("segment size " + segmentBytes + " must be from " + 2 * Seal.RECORDS
                        + " to " + Integer.MAX_VALUE + " bytes");
            }
        }
    }

    /**
     * Opens a journal, or begins one on an empty disk. The disk is closed with the journal, and by a refusal.
     *
     * @param background runs the writing of zeros ahead of the records
     * @throws DamageException when a record at or below the high-water mark is missing or bad
     */
    public static FileJournal open(Disk disk, Settings settings, Executor background) throws IOException {
        try {
            return new FileJournal(disk, settings, background);
        } catch (IOException | RuntimeException e) {
            disk.close();
            throw e;
        }
    }

    private FileJournal(Disk disk, Settings settings, Executor background) throws IOException {
        this.disk = disk;
        this.node = settings.node();
        this.epoch = settings.epoch();
        this.segmentBytes = settings.segmentBytes();
        this.spare = new Spare(disk, segmentBytes, background);
        Recovery.Found found = new Recovery(disk, node, epoch).open();
        this.segments = new CopyOnWriteArrayList<>(found.segments());
        this.mark = found.mark();
        this.written = mark.current().position();
        this.durable = written;
        if (!segments.isEmpty() && !segments.get(segments.size() - 1).sealed()) {
            this.active = segments.get(segments.size() - 1);
            this.file = disk.open(active.name());
        }
    }

    @Override
    public long last() {
        return written.sequence();
    }

    /** The last 32 bytes of the last record, zeros for an empty journal. */
    public byte[] link() {
        return written.link().clone();
    }

    /**
     * {@inheritDoc} All records of one call stand in one segment.
     *
     * @throws NoSpaceException when a new segment is needed and the disk is full; nothing was written
     */
    @Override
    public void write(List<ByteBuffer> records) throws IOException {
        requireUsable();
        int bytes = frameBytes(records);
        if (!touched) {
            advanceMark(false);
            touched = true;
        }
        Segment target = active;
        if (target == null || written.offset() + bytes > target.size()) {
            rotate();
        }
        try {
            writeFrames(records, bytes);
        } catch (IOException | RuntimeException e) {
            failed = true;
            throw new IOException("writing to " + disk.place() + " failed half-way: " + e.getMessage(), e);
        }
    }

    private int frameBytes(List<ByteBuffer> records) {
        long bytes = 0;
        for (ByteBuffer record : records) {
            if (record.remaining() < Position.LINK_BYTES) {
                throw new IllegalArgumentException(
                        "a record of " + record.remaining() + " bytes cannot end with a chain hash of 32");
            }
            bytes += Frame.BYTES + record.remaining();
        }
        long most = Math.min(segmentBytes, FIRST_SEGMENT_BYTES) - Seal.RECORDS;
        if (bytes > most) {
            throw new IllegalArgumentException("records of " + bytes + " bytes do not fit a segment of " + most);
        }
        return (int) bytes;
    }

    private void writeFrames(List<ByteBuffer> records, int bytes) throws IOException {
        Segment target = requireActive();
        if (buffer.capacity() < bytes) {
            buffer = ByteBuffer.allocateDirect(2 * bytes);
        }
        buffer.clear();
        long offset = written.offset();
        long sequence = written.sequence();
        for (ByteBuffer record : records) {
            target.note(++sequence, offset + buffer.position());
            Frame.put(buffer, sequence, record);
        }
        byte[] link = new byte[Position.LINK_BYTES];
        buffer.get(buffer.position() - Position.LINK_BYTES, link);
        requireFile().write(buffer.flip(), offset);
        written = new Position(sequence, link, target.first(), offset + bytes);
        target.moveEnd(written);
        if (written.offset() > target.size() / 2) {
            spare.prepare();
        }
    }

    /** Seals the active segment and begins the next one. The space is taken before anything is changed. */
    private void rotate() throws IOException {
        long size = segments.isEmpty() ? spare.make(Math.min(FIRST_SEGMENT_BYTES, segmentBytes)) : spare.await();
        try {
            if (active != null) {
                active.seal(requireFile());
                durable = written;
                requireFile().close();
            }
            begin(size);
        } catch (IOException | RuntimeException e) {
            failed = true;
            throw new IOException("beginning a segment in " + disk.place() + " failed: " + e.getMessage(), e);
        }
    }

    private void begin(long size) throws IOException {
        var header = new SegmentHeader(node, epoch, written.sequence() + 1, written.link());
        Segment next = Segment.empty(disk, header, size);
        try (Disk.File prepared = disk.open(Spare.NAME)) {
            prepared.write(header.encode(), 0);
            prepared.force(false);
        }
        disk.rename(Spare.NAME, next.name());
        disk.sync();
        spare.clear();
        file = disk.open(next.name());
        active = next;
        written = next.end();
        durable = written;
        segments.add(next);
    }

    @Override
    public void sync() throws IOException {
        requireUsable();
        Disk.File current = file;
        if (current == null) {
            return;
        }
        try {
            current.force(false);
        } catch (IOException | RuntimeException e) {
            failed = true;
            throw new IOException("syncing " + disk.place() + " failed: " + e.getMessage(), e);
        }
        durable = written;
    }

    /** Moves the high-water mark to the last durable record, unless it is there. Call it about once a second. */
    public void mark() throws IOException {
        if (touched) {
            advanceMark(false);
        }
    }

    private void advanceMark(boolean clean) throws IOException {
        markLock.lock();
        try {
            Mark.Slot current = mark.current();
            boolean moved = current.position().sequence() != durable.sequence();
            if (!failed && (moved || clean != current.clean())) {
                mark.advance(durable, clean);
            }
        } catch (IOException | RuntimeException e) {
            failed = true;
            throw new IOException("moving the mark of " + disk.place() + " failed: " + e.getMessage(), e);
        } finally {
            markLock.unlock();
        }
    }

    @Override
    public void read(long from, Reader reader) throws IOException {
        for (Segment segment : segments) {
            boolean wanted = segment.end().sequence() >= from;
            if (wanted && !segment.read(Math.max(from, segment.first()), reader)) {
                return;
            }
        }
    }

    /** Call it after the last write; records that were not synced stay above the mark. */
    @Override
    public void close() throws IOException {
        try (disk;
                mark;
                Disk.File last = file) {
            advanceMark(last == null || durable.sequence() == written.sequence());
            spare.close();
        }
    }

    private void requireUsable() throws IOException {
        if (failed) {
            throw new IOException("the journal in " + disk.place() + " failed before; restart the node");
        }
    }

    private Segment requireActive() {
        if (active == null) {
            throw new IllegalStateException("no segment was begun");
        }
        return active;
    }

    private Disk.File requireFile() {
        if (file == null) {
            throw new IllegalStateException("no segment was begun");
        }
        return file;
    }
}

package org.auleos.ledger.internal.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import org.auleos.api.ledger.Journal;

/**
 * One segment: where it begins and ends, and where some of its records are. The writing thread moves the end; every
 * other use is thread-safe beside it.
 */
final class Segment {

    private static final Pattern NAME = Pattern.compile("[0-9]{20}\\.seg");
    private static final int INDEXED = 128;

    private final Disk disk;
    private final SegmentHeader header;
    private final long size;
    private final ConcurrentSkipListMap<Long, Long> offsets = new ConcurrentSkipListMap<>();
    private volatile Position end;
    private volatile boolean sealed;

    private Segment(Disk disk, SegmentHeader header, long size, Position end, boolean sealed) {
        this.disk = disk;
        this.header = header;
        this.size = size;
        this.end = end;
        this.sealed = sealed;
        offsets.put(header.first(), (long) Seal.RECORDS);
    }

    /** File name of the segment that begins with a sequence. */
    static String name(long first) {
        return String.format(Locale.ROOT, "%020d.seg", first);
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** A segment without records. */
    static Segment empty(Disk disk, SegmentHeader header, long size) {
        Position end = new Position(header.first() - 1, header.previous(), header.first(), Seal.RECORDS);
        return new Segment(disk, header, size, end, false);
    }

    /** Reads header and seal; the end of one without seal is not known yet. */
    static Segment open(Disk disk, String name) throws IOException {
        long first = Long.parseLong(name.substring(0, name.indexOf('.')));
        try (Disk.File file = disk.view(name)) {
            ByteBuffer block = ByteBuffer.allocate(SegmentHeader.BYTES);
            file.read(block, 0);
            SegmentHeader header = SegmentHeader.decode(block.flip())
                    .filter(found -> found.first() == first)
                    .orElseThrow(() ->
                            new DamageException(first, disk.place(), "the header of segment " + name + " is bad"));
            Segment empty = empty(disk, header, file.size());
            return seal(file, first)
                    .map(seal -> new Segment(disk, header, empty.size, seal.end(), true))
                    .orElse(empty);
        }
    }

    private static Optional<Seal> seal(Disk.File file, long first) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(Seal.BYTES);
        file.read(block, Seal.OFFSET);
        return Seal.decode(block.flip()).filter(seal -> seal.end().segment() == first);
    }

    /** A scanner from the nearest known record at or before a sequence. */
    FrameScanner scan(Disk.File file, long from, long limit) {
        Map.Entry<Long, Long> near = offsets.floorEntry(from);
        return new FrameScanner(file, near.getValue(), near.getKey(), limit);
    }

    /** Reads from a sequence on up to the present end; false when the reader has enough. */
    boolean read(long from, Journal.Reader reader) throws IOException {
        Position last = end;
        try (Disk.File file = disk.view(name())) {
            FrameScanner scanner = scan(file, from, last.offset());
            while (scanner.sequence() < last.sequence()) {
                if (!scanner.next()) {
                    throw new DamageException(scanner.sequence() + 1, disk.place(), scanner.problem());
                }
                note(scanner.sequence(), scanner.start());
                if (scanner.sequence() >= from && !reader.on(scanner.sequence(), scanner.record())) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Remembers where some records begin, so that they are found without walking the whole segment. */
    void note(long sequence, long offset) {
        if (sequence % INDEXED == 0) {
            offsets.put(sequence, offset);
        }
    }

    void moveEnd(Position position) {
        end = position;
    }

    void seal(Disk.File file) throws IOException {
        file.force(false);
        file.write(new Seal(end).encode(), Seal.OFFSET);
        file.force(false);
        sealed = true;
    }

    String name() {
        return name(header.first());
    }

    SegmentHeader header() {
        return header;
    }

    long first() {
        return header.first();
    }

    /** Length of the file in bytes. */
    long size() {
        return size;
    }

    /** Where the records end. */
    Position end() {
        return end;
    }

    boolean sealed() {
        return sealed;
    }
}

package org.auleos.ledger.internal.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens what a journal left on the disk: checks that everything up to the high-water mark is there, and cuts what an
 * interrupted write left above it.
 */
final class Recovery {

    private static final Logger log = LoggerFactory.getLogger(Recovery.class);
    private static final int BLOCK = 1 << 16;

    private final Disk disk;
    private final String node;
    private final long epoch;

    /**
     * What was found.
     *
     * @param segments in order; only the last may be unsealed
     * @param mark the high-water mark, at the end
     */
    record Found(List<Segment> segments, Mark mark) {}

    Recovery(Disk disk, String node, long epoch) {
        this.disk = disk;
        this.node = node;
        this.epoch = epoch;
    }

    Found open() throws IOException {
        List<String> names = disk.list();
        List<Segment> segments = segments(names);
        Mark mark = mark(names, segments);
        checkRow(segments);
        if (segments.isEmpty()) {
            requireNothingMarked(mark);
            return new Found(segments, mark);
        }
        Segment last = segments.get(segments.size() - 1);
        findEnd(last, mark);
        checkMark(segments, mark.current().position());
        mark.advance(last.end(), true);
        return new Found(segments, mark);
    }

    private List<Segment> segments(List<String> names) throws IOException {
        List<Segment> segments = new ArrayList<>();
        for (String name : names) {
            if (Segment.isName(name)) {
                Segment segment = Segment.open(disk, name);
                checkOwner(segment);
                segments.add(segment);
            }
        }
        return segments;
    }

    private void checkOwner(Segment segment) throws IOException {
        SegmentHeader header = segment.header();
        if (!header.node().equals(node) || header.epoch() != epoch) {
            throw new IOException("the journal in " + disk.place() + " belongs to node " + header.node() + ", epoch "
                    + header.epoch() + ", but this is node " + node + ", epoch " + epoch
                    + "; correct the node name, or use another directory");
        }
    }

    private Mark mark(List<String> names, List<Segment> segments) throws IOException {
        if (names.contains(Mark.NAME)) {
            var mark = Mark.open(disk);
            if (mark.isPresent()) {
                return mark.get();
            }
        }
        if (!segments.isEmpty()) {
            throw new DamageException(
                    segments.get(segments.size() - 1).first(),
                    disk.place(),
                    "the file 'mark', which says up to where records must be there, is missing or bad");
        }
        if (names.contains(Mark.NAME)) {
            disk.delete(Mark.NAME);
        }
        return Mark.create(disk, new Position(0, new byte[Position.LINK_BYTES], 0, 0));
    }

    /** Each segment must be sealed and followed by the one that begins where it ends. */
    private void checkRow(List<Segment> segments) throws IOException {
        long expected = 1;
        byte[] link = new byte[Position.LINK_BYTES];
        for (Segment segment : segments) {
            if (segment.first() != expected) {
                throw new DamageException(expected, disk.place(), "the segment that begins with it is missing");
            }
            if (!Arrays.equals(segment.header().previous(), link)) {
                throw new DamageException(
                        expected, disk.place(), "segment " + segment.name() + " does not follow its predecessor");
            }
            boolean isLast = segment == segments.get(segments.size() - 1);
            if (!isLast && !segment.sealed()) {
                throw new DamageException(expected, disk.place(), "the seal of " + segment.name() + " is bad");
            }
            expected = segment.end().sequence() + 1;
            link = segment.end().link();
        }
    }

    private void requireNothingMarked(Mark mark) throws IOException {
        long marked = mark.current().position().sequence();
        if (marked > 0) {
            throw new DamageException(1, disk.place(), "all segments are missing, the mark is at " + marked);
        }
    }

    private void findEnd(Segment last, Mark mark) throws IOException {
        try (Disk.File file = disk.open(last.name())) {
            Position end = last.sealed() ? last.end() : null;
            FrameScanner scanner = last.scan(file, last.first(), end == null ? last.size() : end.offset());
            byte[] link = last.header().previous();
            while (scanner.next()) {
                last.note(scanner.sequence(), scanner.start());
                link = scanner.link();
            }
            long marked = mark.current().position().sequence();
            long required = end == null ? marked : Math.max(marked, end.sequence());
            if (scanner.sequence() < required) {
                throw new DamageException(
                        scanner.sequence() + 1,
                        disk.place(),
                        scanner.problem() + ", and it is at or below the high-water mark " + required);
            }
            if (end == null) {
                last.moveEnd(new Position(scanner.sequence(), link, last.first(), scanner.end()));
                cut(file, last, mark.current());
            }
        }
    }

    /**
     * Writes zeros over whatever stands behind the last whole record, so that it can never come back, and writes what
     * stands above the mark again: after a failed sync the kernel may hold pages that it wrongly takes for written.
     */
    private void cut(Disk.File file, Segment last, Mark.Slot mark) throws IOException {
        Position end = last.end();
        if (mark.clean()
                && mark.position().segment() == end.segment()
                && mark.position().offset() == end.offset()) {
            return;
        }
        long dirt = lastDirt(file, end.offset(), last.size());
        if (dirt > end.offset()) {
            log.warn(
                    "Cut {} bytes of an interrupted write behind record {} of {}; nothing acknowledged was in them",
                    dirt - end.offset(),
                    end.sequence(),
                    last.name());
            for (long at = end.offset(); at < dirt; at += BLOCK) {
                file.write(ByteBuffer.allocate((int) Math.min(BLOCK, dirt - at)), at);
            }
        }
        boolean isMarkInside = mark.position().segment() == last.first();
        rewrite(file, isMarkInside ? mark.position().offset() : Seal.RECORDS, end.offset());
        file.force(false);
    }

    private static void rewrite(Disk.File file, long from, long to) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        for (long at = from; at < to; at += BLOCK) {
            file.read(block.clear().limit((int) Math.min(BLOCK, to - at)), at);
            file.write(block.flip(), at);
        }
    }

    /** Offset behind the last byte that is not zero. */
    private static long lastDirt(Disk.File file, long from, long size) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        ByteBuffer zeros = ByteBuffer.allocate(BLOCK);
        long dirt = from;
        for (long at = from; at < size; at += BLOCK) {
            file.read(block.clear(), at);
            block.flip();
            if (block.mismatch(zeros.clear().limit(block.limit())) < 0) {
                continue;
            }
            int end = block.limit();
            while (block.get(end - 1) == 0) {
                end--;
            }
            dirt = at + end;
        }
        return dirt;
    }

    /** The record at the mark must be the one that was marked, not another with the same sequence. */
    private void checkMark(List<Segment> segments, Position marked) throws IOException {
        for (Segment segment : segments) {
            if (marked.sequence() < segment.first()
                    || marked.sequence() > segment.end().sequence()) {
                continue;
            }
            byte[] link = new byte[Position.LINK_BYTES];
            segment.read(marked.sequence(), (sequence, record) -> {
                record.get(record.limit() - Position.LINK_BYTES, link);
                return false;
            });
            if (!Arrays.equals(link, marked.link())) {
                throw new DamageException(marked.sequence(), disk.place(), "it is not the record that was marked");
            }
        }
    }
}

package org.auleos.ledger.internal.journal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A disk in memory that keeps only what was synced: when it crashes, each sector and each directory change since the
 * last sync survives or not, as the seed says. It fails, fills up or crashes on command. Thread-safe.
 */
public final class LyingDisk implements Disk {

    private static final int SECTOR = 512;

    /** What one file holds now, and what of it is on the disk. */
    private static final class Content {
        private byte[] now = new byte[0];
        private byte[] safe = new byte[0];
        private final BitSet dirty = new BitSet();
    }

    private final Map<String, Content> names = new TreeMap<>();
    private final Map<String, Content> safeNames = new TreeMap<>();
    private final List<Consumer<Map<String, Content>>> unsyncedNames = new ArrayList<>();
    private long operations;
    private long forces;
    private long crashAt = Long.MAX_VALUE;
    private long failForceAt = Long.MAX_VALUE;
    private long capacity = Long.MAX_VALUE;

    /** From now on every operation fails, beginning with the given one, counted from 1 over the disk's life. */
    public synchronized void crashAt(long operation) {
        crashAt = operation;
    }

    /** The given sync fails, counted from 1; what it should have saved is lost, and later syncs claim success. */
    public synchronized void failForceAt(long force) {
        failForceAt = force;
    }

    /** Bytes that all files together may have. */
    public synchronized void limit(long bytes) {
        capacity = bytes;
    }

    /** Operations so far. */
    public synchronized long operations() {
        return operations;
    }

    /** Syncs of files so far. */
    public synchronized long forces() {
        return forces;
    }

    /** The disk as a restarted machine finds it. */
    public synchronized LyingDisk afterCrash(long seed) {
        Random random = new Random(seed);
        Map<String, Content> survivors = new TreeMap<>(safeNames);
        int changes = unsyncedNames.isEmpty() ? 0 : random.nextInt(unsyncedNames.size() + 1);
        unsyncedNames.subList(0, changes).forEach(change -> change.accept(survivors));
        Map<Content, Content> copies = new HashMap<>();
        LyingDisk restarted = new LyingDisk();
        survivors.forEach((name, content) ->
                restarted.names.put(name, copies.computeIfAbsent(content, lost -> survivor(lost, random))));
        restarted.safeNames.putAll(restarted.names);
        return restarted;
    }

    /** The disk as a process finds it after the one before was killed: everything written is there. */
    public synchronized LyingDisk afterKill() {
        LyingDisk copy = new LyingDisk();
        names.forEach((name, content) -> {
            Content same = new Content();
            same.now = content.now.clone();
            same.safe = same.now.clone();
            copy.names.put(name, same);
        });
        copy.safeNames.putAll(copy.names);
        return copy;
    }

    private static Content survivor(Content lost, Random random) {
        Content content = new Content();
        boolean grew = random.nextBoolean();
        content.now = Arrays.copyOf(lost.safe, grew ? lost.now.length : lost.safe.length);
        for (int sector = lost.dirty.nextSetBit(0); sector >= 0; sector = lost.dirty.nextSetBit(sector + 1)) {
            int from = sector * SECTOR;
            int to = Math.min(from + SECTOR, content.now.length);
            if (from < to && random.nextBoolean()) {
                System.arraycopy(lost.now, from, content.now, from, to - from);
            }
        }
        content.safe = content.now.clone();
        return content;
    }

    /** The bytes of a file, to be changed by a test. */
    public synchronized byte[] bytes(String name) {
        Content content = names.get(name);
        if (content == null) {
            throw new IllegalArgumentException("no file " + name + " among " + names.keySet());
        }
        return content.now;
    }

    /** Cuts a file, as a test wants it. */
    public synchronized void truncate(String name, int length) {
        Content content = names.get(name);
        if (content == null) {
            throw new IllegalArgumentException("no file " + name + " among " + names.keySet());
        }
        content.now = Arrays.copyOf(content.now, length);
        content.safe = content.now.clone();
    }

    /** Bytes of a file that were written and not synced, counted in sectors. */
    public synchronized int unsynced(String name) {
        Content content = names.get(name);
        return content == null ? 0 : content.dirty.cardinality();
    }

    /** Names of the files, without counting as an operation. */
    public synchronized List<String> names() {
        return List.copyOf(names.keySet());
    }

    private void step() throws IOException {
        operations++;
        if (operations >= crashAt) {
            throw new IOException("the machine crashed");
        }
    }

    @Override
    public String place() {
        return "memory";
    }

    @Override
    public synchronized List<String> list() throws IOException {
        step();
        return List.copyOf(names.keySet());
    }

    @Override
    public synchronized File create(String name) throws IOException {
        step();
        if (names.containsKey(name)) {
            throw new FileAlreadyExistsException(name);
        }
        Content content = new Content();
        change(all -> all.put(name, content));
        return new Open(content);
    }

    @Override
    public synchronized File open(String name) throws IOException {
        step();
        Content content = names.get(name);
        if (content == null) {
            throw new FileNotFoundException(name);
        }
        return new Open(content);
    }

    @Override
    public File view(String name) throws IOException {
        return open(name);
    }

    @Override
    public synchronized void rename(String from, String to) throws IOException {
        step();
        Content content = names.get(from);
        if (content == null || names.containsKey(to)) {
            throw new IOException("cannot rename " + from + " to " + to);
        }
        change(all -> {
            all.remove(from);
            all.put(to, content);
        });
    }

    @Override
    public synchronized void delete(String name) throws IOException {
        step();
        change(all -> all.remove(name));
    }

    private void change(Consumer<Map<String, Content>> change) {
        change.accept(names);
        unsyncedNames.add(change);
    }

    @Override
    public synchronized void sync() throws IOException {
        step();
        safeNames.clear();
        safeNames.putAll(names);
        unsyncedNames.clear();
    }

    @Override
    public void close() {
        // Nothing is held: a restarted machine opens a copy.
    }

    private long used() {
        return names.values().stream().mapToLong(content -> content.now.length).sum();
    }

    /** An open file. */
    private final class Open implements File {

        private final Content content;

        Open(Content content) {
            this.content = content;
        }

        @Override
        public long size() {
            synchronized (LyingDisk.this) {
                return content.now.length;
            }
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            synchronized (LyingDisk.this) {
                step();
                int count = (int) Math.max(0, Math.min(target.remaining(), content.now.length - position));
                target.put(content.now, (int) Math.min(position, content.now.length), count);
                return count;
            }
        }

        @Override
        public void write(ByteBuffer source, long position) throws IOException {
            synchronized (LyingDisk.this) {
                step();
                int end = (int) position + source.remaining();
                if (used() + Math.max(0, end - content.now.length) > capacity) {
                    throw new NoSpaceException("the disk in memory is full");
                }
                content.dirty.set((int) position / SECTOR, (end + SECTOR - 1) / SECTOR);
                content.now = end > content.now.length ? Arrays.copyOf(content.now, end) : content.now;
                source.get(content.now, (int) position, source.remaining());
            }
        }

        @Override
        public void force(boolean metadata) throws IOException {
            synchronized (LyingDisk.this) {
                step();
                forces++;
                content.safe = forces == failForceAt ? content.safe : content.now.clone();
                content.dirty.clear();
                if (forces == failForceAt) {
                    throw new IOException("Input/output error");
                }
            }
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}

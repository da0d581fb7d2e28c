package org.auleos.tools.log.internal.scan;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.auleos.plugin.files.Directory;
import org.auleos.plugin.files.Place;
import org.auleos.tools.log.internal.mine.Miner;
import org.auleos.tools.log.internal.mine.Template;
import org.auleos.tools.log.internal.record.LogRecord;

/**
 * Which template each record belongs to. Templates join while more is read, so the numbers wait in a scratch file until all is known;
 * memory stays flat. Confined to one call.
 */
public final class Assignments implements Consumer<LogRecord>, Closeable {

    private static final Set<OpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    private static final int BUFFER = 1 << 16;

    private final Miner miner = new Miner();
    private final Directory storage;
    private final String scratch;
    private final DataOutputStream waiting;
    private final Map<String, Long> records = new HashMap<>();
    private List<Template> templates = List.of();

    /** @param key names the scratch file in the tool's own storage */
    public Assignments(Directory storage, String key) throws IOException {
        this.storage = storage;
        this.scratch = "assignments-" + Integer.toHexString(key.hashCode());
        if (storage.exists(scratch)) {
            storage.delete(scratch);
        }
        this.waiting = new DataOutputStream(
                new BufferedOutputStream(Channels.newOutputStream(storage.open(scratch, NEW)), BUFFER));
    }

    @Override
    public void accept(LogRecord record) {
        try {
            waiting.writeLong(record.line());
            waiting.writeInt(record.lines());
            waiting.writeInt(miner.add(record.message()));
        } catch (IOException e) {
            throw new UncheckedIOException("the scratch file of the template numbers cannot be written", e);
        }
        records.merge(record.path(), 1L, Long::sum);
    }

    /**
     * Writes one number per physical line of the inputs, in their order; 0 for lines outside every record.
     *
     * @return bytes written
     */
    public long write(List<Input> inputs, Place target) throws IOException {
        waiting.flush();
        templates = miner.templates();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(
                        Channels.newInputStream(storage.open(scratch, Set.of(StandardOpenOption.READ))), BUFFER));
                OutputStream out = new BufferedOutputStream(
                        Channels.newOutputStream(target.directory().open(target.path(), NEW)), BUFFER)) {
            for (Input input : inputs) {
                writeFile(input, in, out);
            }
        }
        return target.directory().stat(target.path()).size();
    }

    private void writeFile(Input input, DataInputStream in, OutputStream out) throws IOException {
        long line = 1;
        for (long left = records.getOrDefault(input.path(), 0L); left > 0; left--) {
            long first = in.readLong();
            int many = in.readInt();
            int template = miner.templateOf(in.readInt());
            line = number(out, 0, line, first);
            line = number(out, template, line, first + many);
        }
        number(out, 0, line, input.lines() + 1);
    }

    /** Writes the template for the lines from one up to, not including, the other; returns the next line. */
    private static long number(OutputStream out, int template, long from, long to) throws IOException {
        byte[] text = (template + "\n").getBytes(StandardCharsets.US_ASCII);
        for (long line = from; line < to; line++) {
            out.write(text);
        }
        return Math.max(from, to);
    }

    /** The templates, the most frequent first; empty until {@link #write}. */
    public List<Template> templates() {
        return templates;
    }

    @Override
    public void close() throws IOException {
        waiting.close();
        if (storage.exists(scratch)) {
            storage.delete(scratch);
        }
    }
}

package org.auleos.toolbox.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.auleos.plugin.files.Directory.Access;
import org.auleos.plugin.files.Place;
import org.auleos.plugin.tool.Probe;
import org.auleos.plugin.tool.Reversible;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolException;
import org.auleos.plugin.tool.Undone;

/** Tools that do what a test needs. */
final class Tools {

    private Tools() {}

    record Text(String text) {}

    record Path(String path) {}

    record Nothing() {}

    /** Says what it was told; counts its calls. */
    static final class Echo implements Tool<Text, Text> {

        final AtomicInteger calls = new AtomicInteger();
        private final String prefix;

        Echo(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public Text call(Text in, ToolContext context) {
            calls.incrementAndGet();
            return new Text(prefix + in.text());
        }
    }

    /** Throws what it is told. */
    static final class Thrower implements Tool<Text, Nothing> {

        @Override
        public Nothing call(Text in, ToolContext context) {
            switch (in.text()) {
                case "known" -> throw new ToolException(ToolException.Code.UNAVAILABLE, "busy");
                case "error" -> throw new StackOverflowError("deep");
                default -> throw new IllegalStateException("defect");
            }
        }
    }

    /** Sleeps until it is interrupted, or ignores interrupts until it is let go. */
    static final class Sleeper implements Tool<Text, Nothing> {

        final CountDownLatch entered = new CountDownLatch(1);
        final CountDownLatch letGo = new CountDownLatch(1);
        final AtomicInteger interrupts = new AtomicInteger();

        @Override
        public Nothing call(Text in, ToolContext context) throws InterruptedException {
            entered.countDown();
            boolean open = true;
            while (open) {
                try {
                    open = !letGo.await(1, TimeUnit.MINUTES);
                } catch (InterruptedException e) {
                    interrupts.incrementAndGet();
                    if (!in.text().equals("stubborn")) {
                        Thread.currentThread().interrupt(); // as careful code does; the platform takes its own back
                        throw e;
                    }
                }
            }
            return new Nothing();
        }
    }

    /** Asks its context for everything that is recorded. */
    static final class Observer implements Tool<Nothing, Observer.Seen> {

        record Seen(String time, long number, Optional<String> known, Optional<String> secret) {}

        @Override
        public Seen call(Nothing in, ToolContext context) {
            Instant first = context.clock().instant();
            Instant second = context.clock().instant();
            return new Seen(
                    first + " " + second,
                    context.random().nextLong(),
                    context.environment("KNOWN"),
                    context.environment("SECRET"));
        }
    }

    /** Answers with as many letters as it is told. */
    static final class Talker implements Tool<Talker.Size, Text> {

        record Size(int size) {}

        @Override
        public Text call(Size in, ToolContext context) {
            return new Text("x".repeat(in.size()));
        }
    }

    /** Writes a file; undo deletes it, or says that somebody changed it. Its probe looks whether the file is there. */
    static final class Writer
            implements Tool<Writer.File, Nothing>, Reversible<Writer.File, Writer.Before>, Probe<Writer.File> {

        record File(String path, String text) {}

        record Before(boolean existed) {}

        final AtomicInteger calls = new AtomicInteger();
        final AtomicInteger undos = new AtomicInteger();

        @Override
        public Before before(File in, ToolContext context) throws IOException {
            Place place = context.place(in.path(), Access.WRITE);
            return new Before(place.directory().exists(place.path()));
        }

        @Override
        public Nothing call(File in, ToolContext context) throws IOException {
            calls.incrementAndGet();
            Place place = context.place(in.path(), Access.WRITE);
            try (SeekableByteChannel channel = place.directory()
                    .open(place.path(), Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
                channel.write(ByteBuffer.wrap(in.text().getBytes(StandardCharsets.UTF_8)));
            }
            return new Nothing();
        }

        @Override
        public Finding probe(File in, ToolContext context) throws IOException {
            Place place = context.place(in.path(), Access.READ);
            if (!place.directory().exists(place.path())) {
                return Finding.NOT_APPLIED;
            }
            long size = place.directory().stat(place.path()).size();
            if (size != in.text().length()) {
                throw new ToolException(ToolException.Code.FAILED, size + " bytes are there");
            }
            return Finding.APPLIED;
        }

        @Override
        public Undone undo(File in, Before before, Optional<? extends Record> output, ToolContext context)
                throws IOException {
            undos.incrementAndGet();
            Place place = context.place(in.path(), Access.WRITE);
            if (before.existed() || !place.directory().exists(place.path())) {
                return Undone.restored();
            }
            long size = place.directory().stat(place.path()).size();
            if (size != in.text().length()) {
                return Undone.changed("it has " + size + " bytes");
            }
            place.directory().delete(place.path());
            return Undone.restored();
        }
    }

    /** Reads a file, which its input names or another one. */
    static final class Reader implements Tool<Reader.Files, Text> {

        record Files(List<String> paths, Optional<String> other) {}

        @Override
        public Text call(Files in, ToolContext context) throws IOException {
            StringBuilder all = new StringBuilder();
            for (String path : in.other().map(List::of).orElse(in.paths())) {
                Place place = context.place(path, Access.READ);
                try (SeekableByteChannel channel =
                        place.directory().open(place.path(), Set.of(StandardOpenOption.READ))) {
                    ByteBuffer buffer = ByteBuffer.allocate(100);
                    channel.read(buffer);
                    all.append(StandardCharsets.UTF_8.decode(buffer.flip()));
                }
            }
            return new Text(all.toString());
        }
    }

    /** Writes its text to a file of that name beside the declared one, and renames it to that. */
    static final class Drafter implements Tool<Writer.File, Nothing> {

        @Override
        public Nothing call(Writer.File in, ToolContext context) throws IOException {
            Place place = context.place(in.path(), Access.WRITE);
            String draft = place.path().substring(0, place.path().lastIndexOf('/') + 1) + in.text();
            try (SeekableByteChannel channel =
                    place.directory().open(draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
                channel.write(ByteBuffer.wrap(in.text().getBytes(StandardCharsets.UTF_8)));
            }
            place.directory().move(draft, place.directory(), place.path());
            return new Nothing();
        }
    }

    /** Asks for a capability while it runs. */
    static final class Asker implements Tool<Text, Nothing> {

        @Override
        public Nothing call(Text in, ToolContext context) {
            context.require(in.text());
            return new Nothing();
        }
    }
}

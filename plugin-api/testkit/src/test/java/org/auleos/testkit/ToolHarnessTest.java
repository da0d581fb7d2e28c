package org.auleos.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.auleos.json.JsonException;
import org.auleos.plugin.files.Directory.Access;
import org.auleos.plugin.files.Place;
import org.auleos.plugin.tool.Doc;
import org.auleos.plugin.tool.Probe;
import org.auleos.plugin.tool.Reversible;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolException;
import org.auleos.plugin.tool.ToolSpec;
import org.auleos.plugin.tool.Undone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolHarnessTest {

    @TempDir
    private Path dir;

    record Line(@Doc("where") String path, String text) {}

    record Size(long size) {}

    record Before(boolean existed, long size) {}

    /** Appends a line, undoes it, and breaks its contract as it is told. */
    @ToolSpec(name = "t.append", description = "appends", permissions = "fs:write:{path}")
    static final class Append implements Tool<Line, Size>, Reversible<Line, Before>, Probe<Line> {

        private final String fault;

        Append(String fault) {
            this.fault = fault;
        }

        @Override
        public Size call(Line in, ToolContext context) throws IOException {
            Place place = context.place(fault.equals("undeclared") ? "other.txt" : in.path(), Access.WRITE);
            return new Size(append(place, in.text() + "\n"));
        }

        private static long append(Place place, String text) throws IOException {
            try (SeekableByteChannel channel = place.directory()
                    .open(place.path(), Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
                return channel.size();
            }
        }

        @Override
        public Before before(Line in, ToolContext context) throws IOException {
            Place place = context.place(in.path(), Access.WRITE);
            if (fault.equals("before")) {
                append(place, "too early");
            }
            boolean exists = place.directory().exists(place.path());
            return new Before(
                    exists, exists ? place.directory().stat(place.path()).size() : 0);
        }

        @Override
        public Undone undo(Line in, Before before, Optional<? extends Record> output, ToolContext context)
                throws IOException {
            Place place = context.place(in.path(), Access.WRITE);
            if (fault.equals("undo")) {
                return Undone.restored();
            } else if (fault.equals("changed")) {
                return Undone.changed("somebody else");
            } else if (!before.existed()) {
                if (fault.equals("twice") || place.directory().exists(place.path())) {
                    place.directory().delete(place.path());
                }
                return Undone.restored();
            }
            try (SeekableByteChannel channel = place.directory().open(place.path(), Set.of(StandardOpenOption.WRITE))) {
                channel.truncate(before.size());
            }
            return Undone.restored();
        }

        @Override
        public Finding probe(Line in, ToolContext context) throws IOException {
            Place place = context.place(in.path(), Access.READ);
            return place.directory().exists(place.path()) ? Finding.APPLIED : Finding.NOT_APPLIED;
        }
    }

    private ToolHarness<Line, Size> harness(String fault) {
        return ToolHarness.of(new Append(fault), dir);
    }

    @Test
    void aGoodToolIsCalledAndUndone() throws Exception {
        Path file = Files.writeString(dir.resolve("log.txt"), "zero\n");

        assertThat(harness("").callAndUndo(new Line("log.txt", "one"))).isEqualTo(new Size(9));

        assertThat(file).hasContent("zero\n");
        assertThat(harness("").callAndUndo(new Line("new.txt", "one"))).isEqualTo(new Size(4));
        assertThat(dir.resolve("new.txt")).doesNotExist();
    }

    @Test
    void anUndoThatRestoresNothingIsFound() {
        assertThatThrownBy(() -> harness("undo").callAndUndo(new Line("new.txt", "one")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the undo must leave everything as it was")
                .hasMessageContaining("new.txt");
    }

    @Test
    void anUndoThatDoesNotAnswerRestoredIsFound() {
        assertThatThrownBy(() -> harness("changed").callAndUndo(new Line("new.txt", "one")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("must answer Restored");
    }

    @Test
    void anUndoThatFailsWhenThereIsNothingToUndoIsFound() {
        assertThatThrownBy(() -> harness("twice").callAndUndo(new Line("new.txt", "one")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aBeforeThatChangesSomethingIsFound() {
        assertThatThrownBy(() -> harness("before").callAndUndo(new Line("new.txt", "one")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("before() must change nothing");
    }

    @Test
    void whatIsNotDeclaredCannotBeReached() {
        assertThatThrownBy(() -> harness("undeclared").call(new Line("log.txt", "one")))
                .isInstanceOfSatisfying(
                        ToolException.class, e -> assertThat(e.code()).isEqualTo(ToolException.Code.DENIED))
                .hasMessageContaining("other.txt");
    }

    @Test
    void theProbeTellsWhetherTheCallTookEffect() throws Exception {
        assertThat(harness("").probe(new Line("log.txt", "one"))).isEqualTo(Probe.Finding.NOT_APPLIED);
        harness("").call(new Line("log.txt", "one"));
        assertThat(harness("").probe(new Line("log.txt", "one"))).isEqualTo(Probe.Finding.APPLIED);
    }

    @Test
    void theInputIsReadAsTheCallersFromOutsideSendIt() throws Exception {
        assertThat(harness("").call("{\"path\":\"a.txt\",\"text\":\"one\"}")).isEqualTo(new Size(4));
        assertThatThrownBy(() -> harness("").call("{\"path\":\"a.txt\"}"))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("text");
        assertThat(harness("").inputSchema().text()).contains("\"description\":\"where\"");
        assertThat(harness("").outputSchema().text()).contains("\"size\":{\"type\":\"integer\"}");
    }

    /** Waits for what never comes, or says what its context holds. */
    static final class Waiter implements Tool<Line, Line> {

        @Override
        public Line call(Line in, ToolContext context) throws InterruptedException {
            switch (in.path()) {
                case "wait" -> new CountDownLatch(1).await();
                case "check" -> context.checkpoint();
                case "spin" -> spin();
                case "require" -> context.require(in.text());
                default -> throw new IllegalStateException("defect");
            }
            return new Line(
                    context.clock().instant().toString(),
                    context.environment("NAME").orElse(""));
        }

        private static void spin() {
            CountDownLatch never = new CountDownLatch(1);
            while (never.getCount() > 0) {
                Thread.onSpinWait();
                if (Thread.interrupted()) {
                    never = new CountDownLatch(1); // ignores it
                }
            }
        }
    }

    @Test
    void aToolThatEndsWhenItIsCancelledIsGood() throws Exception {
        ToolHarness<Line, Line> waiter = ToolHarness.of(new Waiter(), dir);

        waiter.endsWhenCancelled(new Line("wait", ""), Duration.ofSeconds(20));
        waiter.endsWhenCancelled(new Line("check", ""), Duration.ofSeconds(20));

        assertThatThrownBy(() -> waiter.endsWhenCancelled(new Line("defect", ""), Duration.ofSeconds(20)))
                .isInstanceOf(AssertionError.class)
                .hasRootCauseMessage("defect");
        assertThatThrownBy(() -> waiter.endsWhenCancelled(new Line("spin", ""), Duration.ofMillis(100)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("must end within");
    }

    @Test
    void theContextIsFixed() throws Exception {
        ToolHarness<Line, Line> harness = ToolHarness.of(new Waiter(), dir)
                .environment(Map.of("NAME", "value"))
                .granting("net:connect:a:1");

        assertThat(harness.call(new Line("require", "net:connect:a:1")))
                .isEqualTo(new Line(ToolHarness.NOW.toString(), "value"));
        assertThatThrownBy(() -> harness.call(new Line("require", "net:connect:b:1")))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("net:connect:b:1");
    }

    @Test
    void aToolWithoutUndoSaysSo() {
        assertThatThrownBy(() -> ToolHarness.of(new Waiter(), dir).callAndUndo(new Line("", "")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("must implement Reversible");
    }
}

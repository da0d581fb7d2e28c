package org.auleos.tools.fs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.auleos.plugin.files.Entry.Kind;
import org.auleos.plugin.tool.ToolException.Code;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading, listing and searching. */
class LookTest {

    private TestContext context;
    private Path granted;

    @BeforeEach
    void plantFiles(@TempDir Path temp) throws IOException {
        context = TestContext.in(temp);
        granted = context.granted();
        Files.createDirectories(granted.resolve("logs/old"));
        file("logs/a.log", 10, TestContext.NOW.minus(Duration.ofHours(1)));
        file("logs/old/b.log", 3000, TestContext.NOW.minus(Duration.ofDays(30)));
        file("logs/old/c.txt", 200, TestContext.NOW.minus(Duration.ofDays(10)));
        Files.createSymbolicLink(granted.resolve("logs/link"), Path.of("a.log"));
    }

    @Test
    void textIsReadAsTextAndNeverCutWithinACharacter() throws IOException {
        Files.writeString(granted.resolve("text"), "aäb€");

        Read.Out all = read("text", null, null);
        assertThat(all.content()).isEqualTo("aäb€");
        assertThat(all)
                .extracting(Read.Out::encoding, Read.Out::end, Read.Out::size)
                .containsExactly(Encoding.TEXT, true, 7L);
        Read.Out part = read("text", 0L, 2);
        assertThat(part.content()).isEqualTo("a");
        assertThat(part).extracting(Read.Out::bytes, Read.Out::end).containsExactly(1, false);
        assertThat(read("text", 1L, 6).content()).isEqualTo("äb€");
        assertThat(read("text", 99L, null).content()).isEmpty();
    }

    @Test
    void anythingElseIsReadAsBase64() throws IOException {
        Files.write(granted.resolve("binary"), new byte[] {'a', (byte) 0xFF, 0});
        Files.write(granted.resolve("zeros"), new byte[] {'a', 0});

        assertThat(read("binary", null, null))
                .extracting(Read.Out::content, Read.Out::encoding)
                .containsExactly("Yf8A", Encoding.BASE64);
        assertThat(read("zeros", null, null).encoding()).isEqualTo(Encoding.BASE64);
    }

    @Test
    void whatCannotBeReadIsSaid() {
        Refused.with(Code.NOT_FOUND, () -> read("none", null, null));
        Refused.with(Code.FAILED, () -> read("logs", null, null));
        Refused.with(Code.INVALID_INPUT, () -> read("logs/a.log", -1L, null));
        Refused.with(Code.INVALID_INPUT, () -> read("logs/a.log", null, 0));
        Refused.with(Code.DENIED, () -> read("../storage", null, null));
    }

    @Test
    void theLastLinesAreRead() throws IOException {
        Files.writeString(granted.resolve("log"), "one\ntwo\r\nthree\n");

        assertThat(tail("log", 2))
                .extracting(Tail.Out::lines, Tail.Out::offset, Tail.Out::truncated)
                .containsExactly(List.of("two", "three"), 4L, false);
        assertThat(tail("log", 9).lines()).containsExactly("one", "two", "three");
        Files.writeString(granted.resolve("log"), "one\nunfinished");
        assertThat(tail("log", 1).lines()).containsExactly("unfinished");
        Files.writeString(granted.resolve("log"), "");
        assertThat(tail("log", 1).lines()).isEmpty();
    }

    @Test
    void aTailLooksBackOnlySoFar() throws IOException {
        String line = "x".repeat(999) + "\n";
        Files.writeString(
                granted.resolve("log"),
                IntStream.range(0, 400).mapToObj(i -> line).collect(Collectors.joining()));

        Tail.Out out = tail("log", 300);
        assertThat(out.truncated()).isTrue();
        assertThat(out.lines()).hasSize(262).allMatch(text -> text.length() == 999);
        assertThat(tail("log", 10).offset()).isEqualTo(390_000);
    }

    @Test
    void aDirectoryIsListedInOrderWithALimit() {
        ListDirectory.Out out = new ListDirectory().call(new ListDirectory.In("logs", null), context);
        assertThat(out.entries())
                .extracting(Item::path, Item::kind, Item::size)
                .containsExactly(
                        tuple(granted + "/logs/a.log", Kind.FILE, 10L),
                        tuple(granted + "/logs/link", Kind.LINK, 0L),
                        tuple(granted + "/logs/old", Kind.DIRECTORY, 0L));

        ListDirectory.Out one = new ListDirectory().call(new ListDirectory.In("logs", 1), context);
        assertThat(one)
                .extracting(o -> o.entries().size(), ListDirectory.Out::total, ListDirectory.Out::truncated)
                .containsExactly(1, 3, true);
    }

    @Test
    void aLinkIsDescribedWithItsTarget() {
        Stat.Out out = new Stat().call(new Stat.In("logs/link"), context);
        assertThat(out.target()).isEqualTo("a.log");
        assertThat(out.item().kind()).isEqualTo(Kind.LINK);
        assertThat(new Stat().call(new Stat.In("logs/a.log"), context).target()).isNull();
        Refused.with(Code.NOT_FOUND, () -> new Stat().call(new Stat.In("none"), context));
    }

    @Test
    void searchesByNameKindSizeAndAge() {
        assertThat(find("*.log", null, null, null, null)).containsExactly("logs/a.log", "logs/old/b.log");
        assertThat(find(null, Kind.DIRECTORY, null, null, null)).containsExactly("logs", "logs/old");
        assertThat(find(null, Kind.FILE, 100L, null, null)).containsExactly("logs/old/b.log", "logs/old/c.txt");
        assertThat(find(null, Kind.FILE, null, Duration.ofDays(20), null)).containsExactly("logs/old/b.log");
        assertThat(find(null, Kind.FILE, null, null, Duration.ofDays(1))).containsExactly("logs/a.log");
        assertThat(find("?.*", null, null, null, null)).hasSize(3);
        assertThat(find("", null, null, null, null)).isEmpty();
    }

    @Test
    void theLargestComeFirstAndAllAreCounted() {
        Find.Out out = new Find().call(new Find.In("", null, Kind.FILE, null, null, null, Find.Order.SIZE, 2), context);
        assertThat(out.items()).extracting(Item::size).containsExactly(3000L, 200L);
        assertThat(out)
                .extracting(Find.Out::found, Find.Out::bytes, Find.Out::seen)
                .containsExactly(3L, 3210L, 6L);
    }

    @Test
    void aCancelledSearchStops() {
        Refused.with(
                Code.CANCELLED,
                () -> new Find().call(new Find.In("", null, null, null, null, null, null, null), context.stopped()));
    }

    private List<String> find(
            @Nullable String name,
            @Nullable Kind kind,
            @Nullable Long minSize,
            @Nullable Duration older,
            @Nullable Duration newer) {
        return new Find()
                .call(new Find.In("", name, kind, minSize, older, newer, null, null), context).items().stream()
                        .map(item -> item.path().substring(granted.toString().length() + 1))
                        .toList();
    }

    private Read.Out read(String path, @Nullable Long offset, @Nullable Integer limit) {
        return new Read().call(new Read.In(path, offset, limit), context);
    }

    private Tail.Out tail(String path, int lines) {
        return new Tail().call(new Tail.In(path, lines), context);
    }

    private void file(String path, int size, Instant modified) throws IOException {
        Path file = Files.write(granted.resolve(path), new byte[size]);
        Files.setLastModifiedTime(file, FileTime.from(modified));
    }
}

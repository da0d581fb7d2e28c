package org.auleos.tools.fs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.auleos.plugin.tool.Undone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendTest {

    private static final Append.In IN = new Append.In("log", "one\n");

    private final Append append = new Append();
    private TestContext context;
    private Path file;

    @BeforeEach
    void grant(@TempDir Path temp) throws IOException {
        context = TestContext.in(temp);
        file = context.granted().resolve("log");
    }

    @Test
    void undoLeavesTheFileAsItWas() throws IOException {
        Files.writeString(file, "zero\n");
        Append.Before before = append.before(IN, context);
        assertThat(append.call(IN, context)).isEqualTo(new Append.Out(file.toString(), 9));
        assertThat(file).hasContent("zero\none\n");

        assertThat(append.undo(IN, before, Optional.empty(), context)).isEqualTo(Undone.restored());
        assertThat(append.undo(IN, before, Optional.empty(), context)).isEqualTo(Undone.restored());
        assertThat(Files.readString(file)).isEqualTo("zero\n");
    }

    @Test
    void undoRemovesAFileThatWasNotThere() {
        Append.Before before = append.before(IN, context);
        append.call(IN, context);

        assertThat(append.undo(IN, before, Optional.empty(), context)).isEqualTo(Undone.restored());
        assertThat(append.undo(IN, before, Optional.empty(), context)).isEqualTo(Undone.restored());
        assertThat(file).doesNotExist();
    }

    @Test
    void aTextCutShortByACrashIsTakenBack() throws IOException {
        Files.writeString(file, "zero\n");
        Append.Before before = append.before(IN, context);
        Files.writeString(file, "on", StandardOpenOption.APPEND);

        assertThat(append.undo(IN, before, Optional.empty(), context)).isEqualTo(Undone.restored());
        assertThat(Files.readString(file)).isEqualTo("zero\n");
    }

    @Test
    void undoLeavesWhatSomebodyElseWrote() throws IOException {
        Files.writeString(file, "zero\n");
        Append.Before before = append.before(IN, context);
        append.call(IN, context);

        for (String theirs : new String[] {"zero\none\ntwo\n", "nil!\none\n", "zero\n1ne\n", ""}) {
            Files.writeString(file, theirs);
            assertThat(append.undo(IN, before, Optional.empty(), context)).isInstanceOf(Undone.Changed.class);
            assertThat(Files.readString(file)).isEqualTo(theirs);
        }
        Files.delete(file);
        assertThat(append.undo(IN, before, Optional.empty(), context)).isInstanceOf(Undone.Changed.class);
    }
}

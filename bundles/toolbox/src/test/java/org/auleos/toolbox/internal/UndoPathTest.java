package org.auleos.toolbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.auleos.api.ledger.Origin;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.tool.Outcome;
import org.auleos.api.tool.ToolCall;
import org.auleos.api.tool.ToolEvent;
import org.auleos.api.tool.UndoCall;
import org.auleos.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndoPathTest {

    private static final Outcome RESTORED = new Outcome.Done(Json.empty().with("restored", Json.of(true)));

    private final Tools.Writer writer = new Tools.Writer();
    private Workshop workshop;
    private Path file;
    private ToolVersion version;

    @BeforeEach
    void open(@TempDir Path home, @TempDir Path land) throws Exception {
        workshop = new Workshop(home.toRealPath());
        file = land.toRealPath().resolve("f.txt");
        version = workshop.add("1.0", writer, Workshop.spec("t.write", "EFFECT", "fs:write:{path}"));
        workshop.grant("fs:write:" + file);
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    private Outcome write() throws InterruptedException {
        return workshop.call("r1", "t.write", "{\"path\":\"" + file + "\",\"text\":\"hello\"}");
    }

    private Outcome undo(long intent) throws InterruptedException {
        Provenance ann = Provenance.person("ann", new Origin("cli", "")).withRun("r1");
        return workshop.toolbox.undo(new UndoCall(intent, ann, workshop.granted, ToolCall.Watch.NONE));
    }

    private long intent() {
        return workshop.ledger.last("tool.intended").sequence();
    }

    @Test
    void theMementoIsDurableBeforeTheCall() throws Exception {
        write();

        assertThat(workshop.ledger.all(ToolEvent.Intended.class).get(0).memento())
                .contains(Json.parse("{\"existed\":false}"));
    }

    @Test
    void aCallIsTakenBackAndOnceMoreDoesNoHarm() throws Exception {
        write();

        assertThat(undo(intent())).isEqualTo(RESTORED);
        assertThat(file).doesNotExist();
        assertThat(undo(intent())).isEqualTo(RESTORED);

        assertThat(workshop.ledger.types())
                .containsExactly(
                        "tool.intended",
                        "tool.completed",
                        "tool.undoing",
                        "tool.undone",
                        "tool.undoing",
                        "tool.undone");
        assertThat(workshop.ledger.last("tool.undone").provenance().cause()).isEqualTo(intent());
    }

    @Test
    void whatSomebodyChangedMeanwhileIsLeftAlone() throws Exception {
        write();
        Files.writeString(file, "something else");

        assertThat(undo(intent())).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.code()).isEqualTo("conflict");
            assertThat(failed.message()).contains("14 bytes");
        });
        assertThat(file).hasContent("something else");
    }

    @Test
    void undoingNeedsThePermissionItself() throws Exception {
        write();
        workshop.grant("fs:read:/**");

        assertThat(undo(intent())).isInstanceOf(Outcome.Denied.class);
        assertThat(file).exists();
    }

    @Test
    void nothingIsUndoneThatTheLedgerDoesNotTake() throws Exception {
        write();
        workshop.ledger.full = "tool.undoing"::equals;

        assertThat(undo(intent())).isInstanceOf(Outcome.Failed.class);
        assertThat(file).exists();
    }

    @Test
    void whatHasNoMementoCannotBeUndone() throws Exception {
        workshop.add("1.0", new Tools.Echo(""), Workshop.spec("t.echo", "EFFECT"));
        workshop.call("r1", "t.echo", "{\"text\":\"x\"}");

        assertThat(undo(intent()))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.code()).isEqualTo("unsupported"));
        assertThat(undo(intent() + 1))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.code()).isEqualTo("not_found"));
    }

    @Test
    void theVersionThatDidItTakesItBack() throws Exception {
        write();
        workshop.add("2.0", new Tools.Writer(), Workshop.spec("t.write", "EFFECT", "fs:write:{path}"));

        assertThat(undo(intent())).isEqualTo(RESTORED);
        assertThat(writer.undos).hasValue(1);
    }

    @Test
    void aNewerVersionTakesBackWhatAnOlderOneDid() throws Exception {
        write();
        workshop.add("2.0", new Tools.Writer(), Workshop.spec("t.write", "EFFECT", "fs:write:{path}"));
        workshop.toolbox.withdraw(version);

        assertThat(undo(intent())).isEqualTo(RESTORED);
        assertThat(file).doesNotExist();
    }
}

package org.auleos.toolbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.auleos.api.policy.Capability;
import org.auleos.api.tool.Outcome;
import org.auleos.api.tool.ToolEvent;
import org.auleos.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a call may reach of the file system. */
class PlacesTest {

    private Workshop workshop;
    private Path land;

    @BeforeEach
    void open(@TempDir Path home, @TempDir Path land) throws Exception {
        this.workshop = new Workshop(home.toRealPath());
        this.land = land.toRealPath();
        Files.writeString(this.land.resolve("a.txt"), "A");
        Files.createDirectories(this.land.resolve("in/deep"));
        Files.writeString(this.land.resolve("in/deep/b.txt"), "B");
        Files.writeString(this.land.resolve("secret.txt"), "S");
        workshop.add("1.0", new Tools.Reader(), Workshop.spec("t.read", "READ", "fs:read:{paths}"));
        workshop.add("1.0", new Tools.Reader(), Workshop.spec("t.tree", "READ", "fs:read:{paths}/**"));
        workshop.add("1.0", new Tools.Writer(), Workshop.spec("t.write", "EFFECT", "fs:write:{path}"));
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    private Outcome read(String tool, String paths) throws InterruptedException {
        return workshop.call("r1", tool, "{\"paths\":[" + paths.replace("LAND", land.toString()) + "]}");
    }

    private Outcome readOther(String tool, String path, String other) throws InterruptedException {
        return workshop.call(
                "r1",
                tool,
                "{\"paths\":[\"" + path.replace("LAND", land.toString()) + "\"],\"other\":\""
                        + other.replace("LAND", land.toString()) + "\"}");
    }

    private static Outcome text(String text) {
        return new Outcome.Done(Json.empty().with("text", Json.of(text)));
    }

    private static void assertDenied(Outcome outcome) {
        assertThat(outcome)
                .satisfiesAnyOf(
                        denied -> assertThat(denied).isInstanceOf(Outcome.Denied.class),
                        failed -> assertThat(failed)
                                .isInstanceOfSatisfying(
                                        Outcome.Failed.class,
                                        one -> assertThat(one.code()).isEqualTo("denied")));
    }

    @Test
    void everyPathOfAListMustBeGranted() throws Exception {
        workshop.grant("fs:read:" + land + "/a.txt");

        assertThat(read("t.read", "\"LAND/a.txt\"")).isEqualTo(text("A"));
        assertDenied(read("t.read", "\"LAND/a.txt\",\"LAND/secret.txt\""));
    }

    @Test
    void anotherSpellingOfAPathIsTheSamePath() throws Exception {
        workshop.grant("fs:read:" + land + "/in/**");

        assertThat(read("t.read", "\"LAND//in/./deep/../deep/b.txt\"")).isEqualTo(text("B"));
        assertDenied(read("t.read", "\"LAND/in/../secret.txt\""));
        assertDenied(read("t.read", "\"LAND/in/../../" + land.getFileName() + "/secret.txt\""));
    }

    @Test
    void aToolReachesNothingItsCallDidNotDeclare() throws Exception {
        workshop.grant("fs:read:" + land + "/**");

        assertThat(readOther("t.read", "LAND/a.txt", "LAND/a.txt")).isEqualTo(text("A"));
        assertDenied(readOther("t.read", "LAND/a.txt", "LAND/secret.txt"));
        assertThat(readOther("t.tree", "LAND/in", "LAND/in/deep/b.txt")).isEqualTo(text("B"));
        assertDenied(readOther("t.tree", "LAND/in", "LAND/secret.txt"));
    }

    @Test
    void aDeclaredDirectoryIsDeclaredWithWhatIsBelowAsFarAsItIsGranted() throws Exception {
        workshop.grant("fs:read:" + land + "/in", "fs:read:" + land + "/in/deep/*.txt");
        Files.writeString(land.resolve("in/deep/c.log"), "C");

        assertThat(readOther("t.read", "LAND/in", "LAND/in/deep/b.txt")).isEqualTo(text("B"));
        assertDenied(readOther("t.read", "LAND/in", "LAND/in/deep/c.log"));
    }

    @Test
    void aDraftBesideADeclaredPathIsDeclaredForWritingAsFarAsItIsGranted() throws Exception {
        workshop.add("1.0", new Tools.Drafter(), Workshop.spec("t.draft", "EFFECT", "fs:write:{path}"));
        String input = "{\"path\":\"" + land + "/new.txt\",\"text\":\"%s\"}";

        workshop.grant("fs:write:" + land + "/**");
        assertThat(workshop.call("r1", "t.draft", input.formatted(".aule-1"))).isInstanceOf(Outcome.Done.class);
        assertThat(land.resolve("new.txt")).hasContent(".aule-1");
        assertDenied(workshop.call("r1", "t.draft", input.formatted("other")));
        assertDenied(workshop.call("r1", "t.draft", input.formatted("in/.aule-1")));

        workshop.grant("fs:write:" + land + "/new.txt");
        assertDenied(workshop.call("r1", "t.draft", input.formatted(".aule-1")));
        Files.writeString(land.resolve(".aule-2"), "draft");
        workshop.grant("fs:read:" + land + "/**");
        assertDenied(readOther("t.read", "LAND/a.txt", "LAND/.aule-2"));
    }

    @Test
    void aLinkOutOfWhatWasDeclaredIsNotFollowed() throws Exception {
        workshop.grant("fs:read:" + land + "/**");
        Files.createSymbolicLink(land.resolve("in/out.txt"), land.resolve("secret.txt"));
        Files.createSymbolicLink(land.resolve("in/near.txt"), Path.of("deep/b.txt"));

        assertDenied(readOther("t.tree", "LAND/in", "LAND/in/out.txt"));
        assertThat(readOther("t.tree", "LAND/in", "LAND/in/near.txt")).isEqualTo(text("B"));
    }

    @Test
    void aPathForbiddenByPolicyIsNotReachedThroughAGrantedTree() throws Exception {
        workshop.grant("fs:read:" + land + "/**");
        workshop.forbidden = Set.of(Capability.of("fs:read:" + land + "/secret.txt"));
        Files.createSymbolicLink(land.resolve("alias"), Path.of("secret.txt"));

        assertDenied(readOther("t.tree", "LAND", "LAND/secret.txt"));
        assertDenied(readOther("t.tree", "LAND", "LAND/alias"));
        assertThat(readOther("t.tree", "LAND", "LAND/a.txt")).isEqualTo(text("A"));
    }

    @Test
    void aGrantedDirectoryMayItselfBeALink() throws Exception {
        Path link = Files.createSymbolicLink(land.resolve("link"), land.resolve("in"));
        workshop.grant("fs:read:" + link + "/**", "fs:read:" + land + "/in/**");

        assertThat(readOther("t.tree", "LAND/link", "LAND/link/deep/b.txt")).isEqualTo(text("B"));
    }

    @Test
    void aForbiddenPathIsForbiddenUnderEveryNameOfItsDirectory() throws Exception {
        Path link = Files.createSymbolicLink(land.resolve("link"), land.resolve("in"));
        workshop.grant("fs:read:" + link + "/**");
        workshop.forbidden = Set.of(Capability.of("fs:read:" + land + "/in/deep/b.txt"));

        assertDenied(readOther("t.tree", "LAND/link", "LAND/link/deep/b.txt"));
    }

    @Test
    void aToolThatDeclaresReadingCannotWrite() throws Exception {
        workshop.add("1.0", new Tools.Writer(), Workshop.spec("t.sneak", "EFFECT", "fs:read:{path}"));
        workshop.grant("fs:*:" + land + "/**", "fs:read:" + land + "/**");

        assertDenied(workshop.call("r1", "t.sneak", "{\"path\":\"" + land + "/new.txt\",\"text\":\"x\"}"));
        assertThat(land.resolve("new.txt")).doesNotExist();
    }

    @Test
    void readingIsNotWriting() throws Exception {
        workshop.grant("fs:read:/**");

        assertDenied(workshop.call("r1", "t.write", "{\"path\":\"" + land + "/new.txt\",\"text\":\"x\"}"));
        assertThat(land.resolve("new.txt")).doesNotExist();
    }

    @Test
    void aRunOwnsItsWorkspaceAndNoOther() throws Exception {
        assertThat(workshop.call("r1", "t.write", "{\"path\":\"sub.txt\",\"text\":\"x\"}"))
                .isInstanceOf(Outcome.Done.class);

        assertThat(workshop.home.resolve("workspaces/r1/sub.txt")).hasContent("x");
        assertDenied(workshop.call("r2", "t.write", "{\"path\":\"../r1/other.txt\",\"text\":\"x\"}"));
        assertDenied(workshop.call("r2", "t.write", "{\"path\":\"../../tools/x\",\"text\":\"x\"}"));
    }

    @Test
    void noNameOfARunLeadsOutOfTheWorkspaces() throws Exception {
        for (String run : List.of("..", "a/b", "a-b", "a.b")) {
            assertThat(workshop.call(run, "t.write", "{\"path\":\"x\",\"text\":\"x\"}"))
                    .isInstanceOf(Outcome.Done.class);
        }

        try (Stream<Path> spaces = Files.list(workshop.home.resolve("workspaces"))) {
            assertThat(spaces.filter(space -> Files.exists(space.resolve("x")))).hasSize(4);
        }
    }

    @Test
    void outsideARunNothingIsGrantedByItself() throws Exception {
        assertDenied(workshop.call("", "t.write", "{\"path\":\"sub.txt\",\"text\":\"x\"}"));
    }

    @Test
    void aStarInAPathIsAStar() throws Exception {
        Files.writeString(land.resolve("*"), "star");
        workshop.grant("fs:read:" + land + "/\\*");

        assertThat(read("t.read", "\"LAND/*\"")).isEqualTo(text("star"));
        assertDenied(read("t.read", "\"LAND/a.txt\""));
    }

    @Test
    void aPathWithANulIsWrongInput() throws Exception {
        workshop.grant("fs:read:/**");

        assertThat(read("t.read", "\"LAND/a\\u0000\""))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.code()).isEqualTo("invalid_input"));
        assertThat(workshop.ledger.all(ToolEvent.Refused.class)).hasSize(1);
    }
}

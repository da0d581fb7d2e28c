package org.auleos.agents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.auleos.api.agent.AgentRole;
import org.auleos.api.agent.Assignment;
import org.auleos.api.ledger.Draft;
import org.auleos.api.ledger.Event;
import org.auleos.api.ledger.Head;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.ledger.Query;
import org.auleos.api.ledger.Receipt;
import org.auleos.api.ledger.Verification;
import org.auleos.api.policy.Capability;
import org.auleos.api.tool.Outcome;
import org.auleos.api.tool.ProbeAnswer;
import org.auleos.api.tool.ProbeCall;
import org.auleos.api.tool.ToolCall;
import org.auleos.api.tool.ToolDescription;
import org.auleos.api.tool.ToolPin;
import org.auleos.api.tool.Toolbox;
import org.auleos.api.tool.UndoCall;
import org.auleos.api.tool.Undoable;
import org.auleos.api.work.Retry;
import org.auleos.api.work.Weight;
import org.auleos.api.work.WorkUnit;
import org.auleos.json.Json;
import org.junit.jupiter.api.Test;

class RoleAgentsTest {

    private final List<Draft> recorded = new ArrayList<>();
    private final List<ToolCall> called = new ArrayList<>();
    private final RoleAgents agents = new RoleAgents(new Roles(shipped()), new OneTool(), new Noted());

    @Test
    void theShippedRolesAreGood() {
        assertThat(agents.roles())
                .extracting(AgentRole::name)
                .containsExactly("monitor", "network", "security", "storage", "system");
    }

    @Test
    void aThoughtIsRecordedBeforeTheCall() throws Exception {
        Outcome outcome = agents.perform(assignment("storage", "fs.stat", "fs:read:/var/**"));

        assertThat(outcome).isEqualTo(new Outcome.Done(Json.empty()));
        assertThat(recorded).singleElement().satisfies(draft -> {
            assertThat(draft.type()).isEqualTo("agent.thought");
            assertThat(draft.provenance().actor()).isEqualTo("agent:storage");
            assertThat(text(draft)).contains("Look at it with fs.stat, using what sources found");
        });
    }

    @Test
    void theCallCarriesTheIntersectionOfGrantsAndRole() throws Exception {
        agents.perform(assignment("security", "fs.stat", "fs:read:/var/**", "fs:write:/var/**", "exec:rm"));

        assertThat(called).singleElement().satisfies(call -> {
            assertThat(call.granted()).contains(Capability.of("fs:read:/var/**"));
            assertThat(call.granted())
                    .noneMatch(
                            it -> it.action().equals("write") || it.namespace().equals("exec"));
            assertThat(call.provenance().actor()).isEqualTo("agent:security");
            assertThat(call.key()).isEqualTo("key");
        });
    }

    @Test
    void aToolOutsideTheRoleIsNotCalled() throws Exception {
        Outcome outcome = agents.perform(assignment("security", "fs.delete", "fs:write:/**"));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.message()).contains("security", "fs.delete");
            assertThat(failed.retryable()).isFalse();
        });
        assertThat(called).isEmpty();
        assertThat(recorded).extracting(Draft::type).containsExactly("agent.refused");
    }

    @Test
    void anUnknownRoleIsRefusedByName() throws Exception {
        Outcome outcome = agents.perform(assignment("gardener", "fs.stat"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.message()).contains("gardener", "monitor"));
        assertThat(called).isEmpty();
    }

    @Test
    void aBrokenRoleFileIsNamed() {
        byte[] broken = "{\"name\":\"x\"}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Roles.read("roles/x.json", broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("roles/x.json");
    }

    private static Assignment assignment(String role, String tool, String... grants) {
        WorkUnit unit = new WorkUnit(
                "u",
                "Look at it",
                role,
                tool,
                Json.empty().with("path", Json.of("${sources.path}")),
                Set.of(),
                false,
                Weight.LIGHT,
                5,
                Duration.ofSeconds(1),
                Retry.NEVER);
        Set<Capability> granted =
                Set.copyOf(Stream.of(grants).map(Capability::of).toList());
        return new Assignment(unit, Json.empty(), Provenance.KERNEL, granted, "key", 1, ToolCall.Watch.NONE);
    }

    private static List<AgentRole> shipped() {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/roles"))) {
            return files.map(RoleAgentsTest::role).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static AgentRole role(Path file) {
        try {
            return Roles.read(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String text(Draft draft) {
        return new String(draft.payload(), StandardCharsets.UTF_8);
    }

    /** A toolbox whose every tool answers nothing. */
    private final class OneTool implements Toolbox {

        @Override
        public Outcome call(ToolCall call) {
            assertThat(recorded).isNotEmpty();
            called.add(call);
            return new Outcome.Done(Json.empty());
        }

        @Override
        public void settle(String run) {
            throw new UnsupportedOperationException("agents do not wait for the disk");
        }

        @Override
        public ProbeAnswer probe(ProbeCall probe) {
            throw new UnsupportedOperationException("agents do not probe");
        }

        @Override
        public Undoable undoable(UndoCall undo) {
            throw new UnsupportedOperationException("only the kernel asks");
        }

        @Override
        public Outcome undo(UndoCall undo) {
            throw new UnsupportedOperationException("agents do not undo");
        }

        @Override
        public List<ToolDescription> tools() {
            return List.of();
        }

        @Override
        public Optional<ToolDescription> tool(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<ToolDescription> tool(String name, String run) {
            return tool(name);
        }

        @Override
        public void pin(String run, Collection<ToolPin> pins) {
            throw new UnsupportedOperationException("only the kernel pins");
        }

        @Override
        public void release(String run) {
            throw new UnsupportedOperationException("agents do not end runs");
        }
    }

    /** A ledger that notes drafts. */
    private final class Noted implements Ledger {

        @Override
        public Receipt append(List<Draft> drafts) {
            recorded.addAll(drafts);
            return new Receipt() {
                @Override
                public boolean durable() {
                    return false;
                }

                @Override
                public long await(Duration limit) {
                    throw new UnsupportedOperationException("agents do not wait for the disk");
                }
            };
        }

        @Override
        public Head head() {
            throw new UnsupportedOperationException("agents do not read");
        }

        @Override
        public void read(Query query, Consumer<Event> consumer) {
            throw new UnsupportedOperationException("agents do not read");
        }

        @Override
        public Subscription follow(String name, long from, Follower follower) {
            throw new UnsupportedOperationException("agents do not follow");
        }

        @Override
        public Verification verify(long from, long to) {
            throw new UnsupportedOperationException("agents do not verify");
        }
    }
}

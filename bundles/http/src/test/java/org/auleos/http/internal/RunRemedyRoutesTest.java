package org.auleos.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.auleos.api.run.Resolution;
import org.auleos.api.run.RunState;
import org.auleos.api.run.UndoRequest;
import org.auleos.json.Json;
import org.junit.jupiter.api.Test;

final class RunRemedyRoutesTest extends ServerFixture {

    @Test
    void aRunIsTakenBackByAnOperatorAndAnybodyMayAskWhatThatMeans() throws Exception {
        world.put("r-1", RunState.DONE);
        String path = "/api/v1/runs/r-1/undo";

        assertThat(client.get(path, World.VIEWER).body()).contains("\"intent\":7", "\"undoable\":true");
        assertThat(client.get(path + "?to=draft", World.VIEWER).body()).contains("\"undoable\":false");
        assertThat(client.get("/api/v1/runs/r-9/undo", World.VIEWER).status()).isEqualTo(404);
        assertThat(client.post(path, World.VIEWER, "").status()).isEqualTo(403);
        assertThat(client.post(path, World.OPERATOR, "{\"to\":\"draft\"}").status())
                .isEqualTo(409);
        assertThat(world.undone).isEmpty();

        assertThat(client.post(path, World.OPERATOR, "").status()).isEqualTo(202);
        assertThat(client.post(path, World.OPERATOR, "{\"to\":\"draft\",\"partly\":true,\"reason\":\"no\"}")
                        .body())
                .contains("\"unit\":\"send\"");
        assertThat(world.undone)
                .containsExactly(new UndoRequest("", false, "asked by otto"), new UndoRequest("draft", true, "no"));
    }

    @Test
    void aRunThatAsksIsKeptByAnOperator() throws Exception {
        world.put("r-1", RunState.HELD);
        world.put("r-2", RunState.DONE);

        assertThat(client.post("/api/v1/runs/r-1/keep", World.VIEWER, "").status())
                .isEqualTo(403);
        assertThat(client.post("/api/v1/runs/r-2/keep", World.OPERATOR, "").status())
                .isEqualTo(409);
        assertThat(client.post("/api/v1/runs/r-1/keep", World.OPERATOR, "{\"reason\":\"fine\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aHeldUnitIsResolvedByAnOperatorAndOnlyThen() throws Exception {
        world.put("r-1", RunState.HELD);
        world.put("r-2", RunState.DONE);
        String path = "/api/v1/runs/r-1/units/send/resolve";

        assertThat(client.post(path, World.VIEWER, "{\"applied\":true}").status())
                .isEqualTo(403);
        assertThat(client.post(path, World.OPERATOR, "{\"applied\":false,\"output\":{}}")
                        .status())
                .isEqualTo(400);
        assertThat(client.post("/api/v1/runs/r-2/units/send/resolve", World.OPERATOR, "{\"applied\":true}")
                        .status())
                .isEqualTo(409);
        assertThat(world.resolutions).isEmpty();

        assertThat(client.post(path, World.OPERATOR, "{\"applied\":true,\"output\":{\"n\":1},\"reason\":\"seen\"}")
                        .status())
                .isEqualTo(202);
        assertThat(world.resolutions)
                .containsEntry(
                        "send", new Resolution(true, Optional.of(Json.empty().with("n", Json.of(1))), "seen"));
    }
}

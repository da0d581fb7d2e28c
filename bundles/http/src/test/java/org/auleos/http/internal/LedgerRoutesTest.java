package org.auleos.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.auleos.json.Json;
import org.junit.jupiter.api.Test;

final class LedgerRoutesTest extends ServerFixture {

    @Test
    void theLedgerIsReadInPagesThatStaySmall() throws IOException {
        String large = "\"" + "x".repeat(60_000) + "\"";
        for (int i = 0; i < 20; i++) {
            world.ledger.add("tool.called", "r-1", "scan", large);
        }
        world.ledger.add("tool.called", "r-1", "scan", "\"" + "y".repeat(200_000) + "\"");

        Json.Obj page =
                client.get("/api/v1/ledger/events?limit=1000", World.VIEWER).json();
        Json.Obj last =
                client.get("/api/v1/ledger/events?from=21", World.VIEWER).json();

        assertThat(((Json.Arr) page.get("items").orElseThrow()).items()).hasSizeLessThan(10);
        assertThat(page.get("next")).isPresent();
        assertThat(last.text()).contains("payloadOmittedBytes").doesNotContain("yyy");
        assertThat(client.get("/api/v1/ledger/events/21", World.VIEWER).body()).contains("yyy", "\"hash\"");
        assertThat(client.get("/api/v1/ledger/events?type=run&text=zzz", World.VIEWER)
                        .body())
                .isEqualTo("{\"items\":[]}");
        assertThat(client.get("/api/v1/ledger/events/99", World.VIEWER).status())
                .isEqualTo(404);
    }

    @Test
    void eventsAreFoundByTimeActorAndTool() throws IOException {
        for (int i = 0; i < 120; i++) {
            world.ledger.add(
                    "tool.called",
                    "r-1",
                    "scan",
                    "{\"pin\":{\"name\":\"" + (i % 60 == 7 ? "fs.list" : "net.dns") + "\"}}");
        }
        world.ledger.add("tool.refused", "r-1", "scan", "{\"tool\":\"fs.list\"}");

        assertThat(sequences("tool=fs.list")).containsExactly(8L, 68L, 121L);
        assertThat(sequences("tool=fs.list&limit=2")).containsExactly(8L, 68L);
        assertThat(sequences("actor=kernel&limit=1000")).hasSize(121);
        assertThat(sequences("actor=user:ann")).isEmpty();
        assertThat(sequences("since=2026-11-20T10:02:00Z")).containsExactly(120L, 121L);
        assertThat(sequences("until=2026-11-20T10:00:03Z")).containsExactly(1L, 2L);
        assertThat(client.get("/api/v1/ledger/events?since=yesterday", World.VIEWER)
                        .status())
                .isEqualTo(400);
    }

    private List<Long> sequences(String query) throws IOException {
        Json.Obj page =
                client.get("/api/v1/ledger/events?" + query, World.VIEWER).json();
        return ((Json.Arr) page.get("items").orElseThrow())
                .items().stream()
                        .map(item ->
                                ((Json.Int) ((Json.Obj) item).get("sequence").orElseThrow()).value())
                        .toList();
    }

    @Test
    void theLedgerIsProvenToOthers() throws IOException {
        for (int i = 0; i < 3; i++) {
            world.ledger.add("tool.called", "r-1", "scan", "{}");
        }

        assertThat(client.get("/api/v1/ledger/checkpoint", World.VIEWER).body())
                .contains("\"note\":\"auleos/test\\n3\\n\"", "\"key\":\"auleos/test+");
        assertThat(client.get("/api/v1/ledger/events/2/proof", World.VIEWER).body())
                .contains("\"sequence\":2", "\"path\":[\"0000");
        assertThat(client.get("/api/v1/ledger/events/4/proof", World.VIEWER).status())
                .isEqualTo(404);
        assertThat(client.get("/api/v1/ledger/consistency?from=2", World.VIEWER).body())
                .contains("\"from\":2");
        assertThat(client.get("/api/v1/ledger/consistency?from=3&to=2", World.VIEWER)
                        .status())
                .isEqualTo(400);
        assertThat(client.post("/api/v1/ledger/compare", World.VIEWER, "{\"notes\":\"ab\"}")
                        .body())
                .contains("\"checked\":2");
        assertThat(client.post("/api/v1/ledger/compare", World.VIEWER, "{\"notes\":\"nonsense\"}")
                        .status())
                .isEqualTo(400);
        Client.Got export = client.get("/api/v1/ledger/export?from=2", World.VIEWER);
        assertThat(export.head()).contains("application/octet-stream");
        assertThat(export.body()).contains("records 2 to 3");
        assertThat(client.get("/api/v1/ledger/export?from=4", World.VIEWER).status())
                .isEqualTo(400);
    }
}

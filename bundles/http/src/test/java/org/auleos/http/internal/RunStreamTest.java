package org.auleos.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.auleos.api.run.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class RunStreamTest extends ServerFixture {

    @Test
    void whatHappenedIsSentFirstThenWhatComesUntilTheRunIsOver() throws IOException {
        world.ledger.add("run.submitted", "r-1", "", "{\"plan\":\"triage\"}");
        world.ledger.add("run.submitted", "r-2", "", "{}");
        world.put("r-1", RunState.RUNNING);
        BufferedReader reader = open("");
        assertThat(nextId(reader)).isEqualTo("1");

        world.ledger.add("run.unit.started", "r-1", "scan", "{\"unit\":\"scan\"}");
        assertThat(nextId(reader)).isEqualTo("3");
        world.ledger.add("run.finished", "r-1", "", "{\"state\":\"done\"}");
        world.put("r-1", RunState.DONE);

        assertThat(ids(rest(reader))).containsExactly("4");
    }

    @Test
    void aClientResumesAfterTheLastEventItSaw() throws IOException {
        for (int i = 0; i < 500; i++) {
            world.ledger.add("run.unit.progressed", i % 2 == 0 ? "r-1" : "r-2", "scan", "{\"message\":\"" + i + "\"}");
        }
        world.put("r-1", RunState.DONE);

        List<String> ids = ids(rest(open("401")));

        assertThat(ids).hasSize(49).startsWith("403").endsWith("499");
    }

    @Test
    void aRunThatIsOverEndsItsStreamEvenWhenNothingIsLeftToSend() throws IOException {
        world.ledger.add("run.finished", "r-1", "", "{}");
        world.put("r-1", RunState.DONE);

        assertThat(ids(rest(open("1")))).isEmpty();
    }

    @Test
    void anEventTellsItsTimeUnitAndPayloadOnOneLine() throws IOException {
        world.ledger.add("run.unit.progressed", "r-1", "scan", "{\"message\":\"two\\nlines\"}");
        world.put("r-1", RunState.DONE);

        List<String> lines = rest(open(""));

        assertThat(lines).contains("event: run.unit.progressed");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("data: "))
                .singleElement()
                .asString()
                .contains("\"time\":\"2026-11-20T10:00:01Z\"", "\"unit\":\"scan\"", "two\\nlines");
    }

    @Test
    void aPersonWhoLosesAccessLosesTheStream() throws IOException {
        world.put("r-1", RunState.RUNNING);
        world.ledger.add("run.submitted", "r-1", "", "{}");
        BufferedReader reader = open("");
        assertThat(nextId(reader)).isEqualTo("1");

        world.forget(World.VIEWER);
        world.ledger.add("run.unit.progressed", "r-1", "", "{}");

        assertThat(ids(rest(reader))).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    @Timeout(30)
    void theLastEventEndsTheStreamAndNotTheNextBeat() throws IOException {
        world.ledger.add("run.submitted", "r-1", "", "{}");
        world.put("r-1", RunState.RUNNING);
        BufferedReader reader = open("");
        assertThat(nextId(reader)).isEqualTo("1");

        world.ledger.add("run.finished", "r-1", "", "{\"state\":\"done\"}");
        assertThat(nextId(reader)).isEqualTo("2");
        world.put("r-1", RunState.DONE);

        assertThat(rest(reader)).noneMatch(line -> line.startsWith(": still here"));
    }

    @Test
    void aStrangeLastEventIdIsRefused() throws IOException {
        world.put("r-1", RunState.RUNNING);

        assertThat(open("x").readLine()).contains("400");
    }

    private BufferedReader open(String lastEventId) throws IOException {
        return new BufferedReader(new InputStreamReader(
                client.stream("/api/v1/runs/r-1/events", World.VIEWER, lastEventId), StandardCharsets.UTF_8));
    }

    private static String nextId(BufferedReader reader) throws IOException {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith("id: ")) {
                return line.substring(4);
            }
        }
        return "";
    }

    private static List<String> rest(BufferedReader reader) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.add(line);
        }
        return lines;
    }

    private static List<String> ids(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("id: "))
                .map(line -> line.substring(4))
                .toList();
    }
}

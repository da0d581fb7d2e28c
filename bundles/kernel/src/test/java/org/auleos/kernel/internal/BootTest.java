package org.auleos.kernel.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.auleos.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootTest {

    @TempDir
    private Path data;

    private final Set<String> tools = ConcurrentHashMap.newKeySet();
    private final AtomicInteger resumed = new AtomicInteger();

    private Boot boot() {
        return new Boot(
                new Boot.Start(1_000),
                Clock.fixed(Instant.ofEpochMilli(3_500), ZoneOffset.UTC),
                Set.of("a.b", "c.d"),
                tools::contains,
                resumed::incrementAndGet,
                new ReadyFile(file()));
    }

    private Path file() {
        return data.resolve("ready.json");
    }

    @Test
    void runsGoOnOnceTheToolsAreThereAndReadyNeedsTheDoorToo() throws IOException {
        Boot boot = boot();
        boot.reached("ledger", 2_000);
        tools.add("a.b");
        assertThat(boot.look()).isFalse();
        assertThat(resumed).hasValue(0);

        tools.add("c.d");
        assertThat(boot.look()).isFalse();
        assertThat(resumed).hasValue(1);
        assertThat(file()).doesNotExist();

        boot.open(7777);
        assertThat(boot.look()).isTrue();
        assertThat(resumed).hasValue(1);
        Json.Obj ready = Json.object(Files.readAllBytes(file()));
        assertThat(ready.get("port")).contains(Json.of(7777));
        assertThat(ready.get("pid")).contains(Json.of(ProcessHandle.current().pid()));
        assertThat(ready.get("bootMs")).contains(Json.of(2_500));
        assertThat(ready.get("phases")).map(Json::text).contains("{\"http\":2500,\"ledger\":1000,\"tools\":2500}");
    }

    @Test
    void aDoorThatShutsTakesTheWordBackAndOneThatOpensGivesItAgain() throws IOException {
        tools.addAll(Set.of("a.b", "c.d"));
        Boot boot = boot();
        boot.open(1);

        boot.shut();
        assertThat(file()).doesNotExist();
        assertThat(boot.look()).isFalse();

        boot.open(2);
        assertThat(Json.object(Files.readAllBytes(file())).get("port")).contains(Json.of(2));
        assertThat(resumed).hasValue(1);
    }

    @Test
    void anOrderlyStopTakesTheWordBack() {
        tools.addAll(Set.of("a.b", "c.d"));
        Boot boot = boot();
        boot.open(1);
        assertThat(file()).exists();

        boot.withdraw();

        assertThat(data).isEmptyDirectory();
    }
}

package org.auleos.itests.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.auleos.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the process at random moments of a mixed workload whose effects somebody outside counts. */
final class KillTest {

    private static final int KILLS = Integer.getInteger("kill.count", 20);
    private static final int STEPS = 30;
    private static final long LONGEST_MILLIS = 900;

    private final SplittableRandom random = new SplittableRandom(20261121);
    private final Map<String, String> acknowledged = new HashMap<>();

    @Test
    void everyEffectIsAnnouncedAndMadeOnceAndNothingAcknowledgedIsLost(@TempDir Path directory) throws Exception {
        Path land = Files.createDirectory(directory.toRealPath().resolve("land"));
        try (Recorder recorder = new Recorder();
                Instance aule = Instance.start(directory)) {
            Path plans = Files.createDirectories(aule.home().resolve("etc/plans"));
            Files.write(
                    plans.resolve("mixed-work.json"), plan(recorder.url(), land).bytes());
            aule.kill();
            aule.startAgain();
            String run = submit(aule, land);
            for (int kill = 1; kill <= KILLS; kill++) {
                watchForAWhile(aule, run);
                aule.kill();
                Map<String, Integer> delivered = recorder.all();
                aule.startAgain();
                requireNothingLost(aule, run);
                requireAnnounced(aule, delivered);
                if (ended(aule, run, recorder, land)) {
                    requireOnce(run, recorder, land);
                    acknowledged.clear();
                    run = submit(aule, land);
                }
            }
            while (!ended(aule, run, recorder, land)) {
                assertThat(aule.get("/runs/" + run + "/wait?seconds=20").text("state"))
                        .isPresent();
            }
            requireOnce(run, recorder, land);
            assertThat(aule.run("ledger", "verify").requireSuccess().exit()).isZero();
        }
    }

    private static String submit(Instance aule, Path land) throws Exception {
        try (var files = Files.list(land)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Json.Obj goal = Json.empty()
                .with("text", Json.of("mixed-work"))
                .with(
                        "grants",
                        Json.strings(List.of("fs:read:" + land + "/**", "fs:write:" + land + "/**", "net:*:**")));
        return Json.object(aule.post("/goals", goal).body().getBytes(UTF_8))
                .text("run")
                .orElseThrow();
    }

    /** Remembers what is acknowledged as done until a moment nobody knows beforehand. */
    private void watchForAWhile(Instance aule, String run) throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextLong(LONGEST_MILLIS));
        do {
            units(aule, run).forEach((unit, view) -> {
                if (view.text("state").orElseThrow().equals("done")) {
                    acknowledged.put(unit, view.get("attempts").orElseThrow().text());
                }
            });
        } while (System.nanoTime() < until);
    }

    private static Map<String, Json.Obj> units(Instance aule, String run) throws IOException, InterruptedException {
        Map<String, Json.Obj> units = new HashMap<>();
        for (Json unit : ((Json.Arr) aule.get("/runs/" + run).get("units").orElseThrow()).items()) {
            units.put(((Json.Obj) unit).text("id").orElseThrow(), (Json.Obj) unit);
        }
        return units;
    }

    private void requireNothingLost(Instance aule, String run) throws IOException, InterruptedException {
        Map<String, Json.Obj> units = units(aule, run);
        acknowledged.forEach((unit, attempts) -> {
            Json.Obj view = units.getOrDefault(unit, Json.empty());
            assertThat(view.text("state"))
                    .as("unit %s of %s, which was done", unit, run)
                    .contains("done");
            assertThat(view.get("attempts").orElseThrow().text()).as(unit).isEqualTo(attempts);
        });
    }

    /** What was delivered before the kill: an effect in doubt is not made again unasked, so its announcements are older. */
    private static void requireAnnounced(Instance aule, Map<String, Integer> delivered)
            throws IOException, InterruptedException {
        Map<String, Integer> announced = new HashMap<>();
        String next = "1";
        while (!next.isEmpty()) {
            Json.Obj page = aule.get("/ledger/events?type=tool.intended&limit=1000&from=" + next);
            for (Json event : ((Json.Arr) page.get("items").orElseThrow()).items()) {
                Json.Obj payload = (Json.Obj) ((Json.Obj) event).get("payload").orElseThrow();
                announced.merge(payload.text("key").orElseThrow(), 1, Integer::sum);
            }
            next = page.get("next").map(Json::text).orElse("");
        }
        delivered.forEach((key, count) -> assertThat(announced.getOrDefault(key, 0))
                .as("announcements of %s, which was delivered %d times", key, count)
                .isGreaterThanOrEqualTo(count));
    }

    /** Waits for the end of the run as it is; answers what it is held for as a person would who looked. */
    private static boolean ended(Instance aule, String run, Recorder recorder, Path land) throws Exception {
        String state =
                aule.get("/runs/" + run + "/wait?seconds=1").text("state").orElseThrow();
        if (state.equals("held")) {
            for (Map.Entry<String, Json.Obj> unit : units(aule, run).entrySet()) {
                if (unit.getValue().text("state").orElseThrow().equals("unknown")) {
                    boolean there = effects(run, unit.getKey(), recorder, land) > 0;
                    aule.run("run", "resolve", run, unit.getKey(), there ? "--applied" : "--not-applied")
                            .requireSuccess();
                }
            }
            return false;
        }
        assertThat(state)
                .as("state of %s: %s", run, aule.get("/runs/" + run).text("problem"))
                .isIn("planned", "running", "done");
        return state.equals("done");
    }

    /** How often the effect of a unit is there. */
    private static int effects(String run, String unit, Recorder recorder, Path land) throws IOException {
        Path lines = land.resolve("lines");
        return unit.startsWith("tell")
                ? recorder.count(run + "/" + unit)
                : (int) (Files.exists(lines) ? Files.readAllLines(lines) : List.<String>of())
                        .stream().filter(unit::equals).count();
    }

    private static void requireOnce(String run, Recorder recorder, Path land) throws IOException {
        for (int step = 0; step < STEPS; step++) {
            String unit = name(step);
            if (unit.startsWith("write")) {
                assertThat(land.resolve(unit)).hasContent(unit);
            } else if (!unit.startsWith("look")) {
                assertThat(effects(run, unit, recorder, land))
                        .as("effects of %s/%s", run, unit)
                        .isOne();
            }
        }
    }

    private static String name(int step) {
        return List.of("tell", "look", "write", "line", "tell").get(step % 5) + step;
    }

    private static Json.Obj plan(String url, Path land) {
        List<Json> units = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            units.add(unit(name(step), step == 0 ? List.of() : List.of(name(step - 1)), url, land));
        }
        return Json.empty()
                .with("name", Json.of("mixed-work"))
                .with("version", Json.of("1.0.0"))
                .with("title", Json.of("Do a bit of everything"))
                .with("description", Json.of("For a test."))
                .with("phrases", Json.strings(List.of("mixed-work")))
                .with("keywords", Json.strings(List.of()))
                .with("parameters", Json.empty())
                .with("grants", new Json.Arr(List.of()))
                .with("units", new Json.Arr(units))
                .with("result", Json.of(name(STEPS - 1)));
    }

    private static Json unit(String name, List<String> after, String url, Path land) {
        Json.Obj input = Json.empty();
        String tool = "";
        if (name.startsWith("tell")) {
            tool = "net.http_request";
            input = input.with("url", Json.of(url + name))
                    .with("method", Json.of("post"))
                    .with("body", Json.of(name));
        } else if (name.startsWith("look")) {
            tool = "fs.list";
            input = input.with("path", Json.of(land.toString()));
        } else if (name.startsWith("write")) {
            tool = "fs.write";
            input = input.with("path", Json.of(land.resolve(name).toString())).with("content", Json.of(name));
        } else {
            tool = "fs.append";
            input = input.with("path", Json.of(land.resolve("lines").toString()))
                    .with("text", Json.of(name + "\n"));
        }
        return Json.empty()
                .with("id", Json.of(name))
                .with("title", Json.of("Do " + name))
                .with("role", Json.of(name.startsWith("tell") ? "network" : "storage"))
                .with("tool", Json.of(tool))
                .with("input", input)
                .with("after", Json.strings(after));
    }
}

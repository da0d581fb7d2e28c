package org.auleos.itests.recovery;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.auleos.api.plan.Plan;
import org.auleos.api.policy.Capability;
import org.auleos.api.work.Retry;
import org.auleos.api.work.Weight;
import org.auleos.api.work.WorkUnit;
import org.auleos.json.Json;
import org.auleos.plugin.tool.Effect;
import org.auleos.tools.fs.internal.Append;
import org.auleos.tools.fs.internal.ChangeMode;
import org.auleos.tools.fs.internal.Copy;
import org.auleos.tools.fs.internal.Delete;
import org.auleos.tools.fs.internal.MakeDirectory;
import org.auleos.tools.fs.internal.MakeLink;
import org.auleos.tools.fs.internal.Move;
import org.auleos.tools.fs.internal.Write;

/** Plans of random changes to a tree: two chains side by side, each in its half; a change that is not possible fails and the run goes on. */
final class RandomPlan {

    private static final List<String> MODES = List.of("rwx------", "rwxr-x---", "rwxrwxr-x");

    private final Path root;
    private final RandomGenerator random;

    RandomPlan(Path root, RandomGenerator random) {
        this.root = root;
        this.random = random;
    }

    static List<Machine.Installed> tools() {
        return List.of(
                new Machine.Installed("fs.write", Effect.IDEMPOTENT, List.of("fs:write:{path}"), new Write()),
                new Machine.Installed("fs.append", Effect.EFFECT, List.of("fs:write:{path}"), new Append()),
                new Machine.Installed(
                        "fs.copy", Effect.IDEMPOTENT, List.of("fs:read:{from}", "fs:write:{to}"), new Copy()),
                new Machine.Installed(
                        "fs.move", Effect.IDEMPOTENT, List.of("fs:write:{from}", "fs:write:{to}"), new Move()),
                new Machine.Installed("fs.delete", Effect.IDEMPOTENT, List.of("fs:write:{path}"), new Delete()),
                new Machine.Installed("fs.mkdir", Effect.IDEMPOTENT, List.of("fs:write:{path}"), new MakeDirectory()),
                new Machine.Installed("fs.symlink", Effect.IDEMPOTENT, List.of("fs:write:{path}"), new MakeLink()),
                new Machine.Installed("fs.chmod", Effect.IDEMPOTENT, List.of("fs:write:{path}"), new ChangeMode()));
    }

    Plan plan() {
        List<WorkUnit> units = new ArrayList<>();
        for (String half : List.of("left", "right")) {
            int steps = 1 + random.nextInt(6);
            for (int step = 0; step < steps; step++) {
                Set<String> after = step == 0 ? Set.of() : Set.of(half + (step - 1));
                units.add(unit(half + step, half, after));
            }
        }
        String result = units.get(units.size() - 1).id();
        Set<Capability> grants = Set.of(Capability.of("fs:*:" + root + "/**"));
        return new Plan("random", "1.0.0", "Change a tree", units, grants, result);
    }

    private WorkUnit unit(String id, String half, Set<String> after) {
        String path = path(half);
        return switch (random.nextInt(9)) {
            case 0, 1 -> unit(id, after, "fs.write", input("path", path).with("content", Json.of(Tree.text(random))));
            case 2 -> unit(id, after, "fs.append", input("path", path).with("text", Json.of(Tree.text(random))));
            case 3 -> unit(id, after, "fs.copy", input("from", path).with("to", Json.of(path(half))));
            case 4 -> unit(id, after, "fs.move", input("from", path).with("to", Json.of(path(half))));
            case 5 -> unit(id, after, "fs.delete", input("path", path).with("recursive", Json.of(true)));
            case 6 -> unit(id, after, "fs.mkdir", input("path", path).with("parents", Json.of(true)));
            case 7 -> unit(id, after, "fs.symlink", input("path", path).with("target", Json.of(path(half))));
            default ->
                unit(id, after, "fs.chmod", input("path", path).with("permissions", Json.of(Tree.one(MODES, random))));
        };
    }

    private String path(String half) {
        return root.resolve(Tree.anywhere(half, random)).toString();
    }

    private static Json.Obj input(String name, String value) {
        return Json.empty().with(name, Json.of(value));
    }

    private static WorkUnit unit(String id, Set<String> after, String tool, Json.Obj input) {
        return new WorkUnit(
                id,
                tool + " " + id,
                "any",
                tool,
                input,
                after,
                true,
                Weight.LIGHT,
                5,
                Duration.ofSeconds(30),
                new Retry(2, Duration.ofMillis(1), Duration.ofMillis(1)));
    }
}

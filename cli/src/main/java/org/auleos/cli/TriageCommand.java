package org.auleos.cli;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.auleos.json.Json;

/** Learns what is wrong, here or in the files named. */
final class TriageCommand implements Command {

    private static final Option SINCE =
            new Option("--since", "TIME", "only so far back from the newest record: 24h, 7d, PT30M");

    @Override
    public String name() {
        return "triage";
    }

    @Override
    public String usage() {
        return "[PATH…] [--since TIME] [--json]";
    }

    @Override
    public String summary() {
        return "find out what is wrong: in files, directories, or on this machine";
    }

    @Override
    public List<Option> options() {
        return List.of(SINCE, Option.JSON);
    }

    @Override
    public String more() {
        return """
                PATHs are log files or directories, rotated and gzipped ones too; without any, this machine is
                looked at: its standard logs, disks, memory, ports, processes and certificates.
                Naming a path grants this run to read it. Nothing is changed.

                  aule triage /var/log
                  aule triage app.log --since 24h --json

                Exit code: 0 nothing above low, 1 findings, 2 could not do the job.""";
    }

    @Override
    public int run(Args args, Context context) {
        List<String> paths = absolute(args.words(), context);
        Json.Obj parameters = Json.empty();
        Json.Obj goal = Json.empty().with("text", Json.of("triage"));
        if (!paths.isEmpty()) {
            parameters = parameters.with("paths", Json.strings(paths));
            goal = goal.with("paths", Json.strings(paths));
        }
        if (args.value(SINCE).isPresent()) {
            parameters = parameters.with("since", Json.of(args.value(SINCE).get()));
        }
        return triage(goal.with("parameters", parameters), paths, args.has(Option.JSON), context);
    }

    private static int triage(Json.Obj goal, List<String> paths, boolean json, Context context) {
        Node node = context.node();
        Progress progress = new Progress(context.screen());
        String run = node.post("/goals", goal).text("run");
        new Follower(node).follow(run, progress::on);
        progress.clear();
        View answer = node.get("/runs/" + run + "/result");
        Report report = new Report(run, answer, paths, progress.elapsedMillis());
        if (json) {
            context.screen().json(report.json());
        } else {
            report.print(context.screen());
        }
        return report.exitCode();
    }

    /** Refuses when none of the paths is there; one of several that is missing is the report's to say. */
    private static List<String> absolute(List<String> words, Context context) {
        List<String> paths = new ArrayList<>();
        boolean found = words.isEmpty();
        for (String word : words) {
            Path path = context.directory().resolve(word).normalize();
            found |= Files.exists(path, LinkOption.NOFOLLOW_LINKS);
            paths.add(path.toString());
        }
        if (!found) {
            throw new Failure("there is no " + String.join(" and no ", paths), "check the spelling");
        }
        return paths;
    }
}

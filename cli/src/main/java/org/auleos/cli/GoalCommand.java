package org.auleos.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.auleos.json.Json;
import org.auleos.json.JsonException;

/** States a goal. */
final class GoalCommand implements Command {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Option PARAM = new Option("--param", "NAME=VALUE", "a parameter; JSON, or else a text");
    private static final Option GRANT = new Option("--grant", "CAPABILITY", "grant the run more, e.g. fs:read:/srv/**");
    private static final Option WAIT = new Option("--wait", "", "wait for the end and print the result");
    private static final Option KNOWN = new Option("--known", "", "list the goals it can plan");

    @Override
    public String name() {
        return "goal";
    }

    @Override
    public String usage() {
        return "\"TEXT\" [--param NAME=VALUE]… [--grant CAPABILITY]… [--wait] [--json]";
    }

    @Override
    public String summary() {
        return "state a goal in your words; it is planned and carried out";
    }

    @Override
    public List<Option> options() {
        return List.of(PARAM, GRANT, WAIT, KNOWN, Option.JSON);
    }

    @Override
    public String more() {
        return """
                Words of the text that are existing paths are granted for reading.

                  aule goal "what fills /var" --wait
                  aule goal --known

                Exit code: 0 accepted (with --wait: done), 1 not done, 2 refused or could not ask.""";
    }

    @Override
    public int run(Args args, Context context) {
        if (args.has(KNOWN)) {
            return known(args, context);
        }
        args.noMoreThan(1);
        String text = args.word(0, "the goal, quoted");
        Json.Obj goal = Json.empty()
                .with("text", Json.of(text))
                .with("parameters", parameters(args.values(PARAM)))
                .with("grants", Json.strings(args.values(GRANT)))
                .with("paths", Json.strings(paths(text, context.directory())));
        Node.Reply reply = context.node().tryPost("/goals", goal);
        if (reply.status() == 422) {
            return refused(reply.body(), args, context.screen());
        }
        String run = Node.expectOk(reply).text("run");
        return args.has(WAIT) ? waited(run, args, context) : accepted(run, reply.body(), args, context.screen());
    }

    private static int accepted(String run, View body, Args args, Screen screen) {
        if (args.has(Option.JSON)) {
            screen.json(body.json());
        } else {
            screen.line("run " + run + " has begun; follow it: aule run events " + run);
        }
        return 0;
    }

    private static int waited(String run, Args args, Context context) {
        Progress progress = new Progress(context.screen());
        new Follower(context.node()).follow(run, progress::on);
        progress.clear();
        View answer = context.node().get("/runs/" + run + "/result");
        boolean done = answer.text("state").equals("done");
        if (args.has(Option.JSON) || done) {
            context.screen()
                    .json(
                            args.has(Option.JSON)
                                    ? answer.json()
                                    : answer.view("result").json());
        } else {
            context.screen().note("run " + run + " " + answer.text("state") + ": " + answer.text("problem"));
        }
        return done ? 0 : 1;
    }

    private static int refused(View body, Args args, Screen screen) {
        if (args.has(Option.JSON)) {
            screen.json(body.json());
            return 2;
        }
        screen.note("refused: " + body.view("error").text("message"));
        for (View candidate : body.views("closest")) {
            screen.note("  closest: " + candidate.text("name") + ", e.g. \"" + candidate.text("example") + "\"");
        }
        return 2;
    }

    private static int known(Args args, Context context) {
        View page = context.node().get("/goals/known?limit=1000");
        if (args.has(Option.JSON)) {
            context.screen().json(new Json.Arr(page.items("items")));
            return 0;
        }
        Table table = new Table(-1, "NAME", "VERSION", "SAY", "WHAT IT DOES");
        page.views("items")
                .forEach(goal ->
                        table.row(goal.text("name"), goal.text("version"), goal.text("example"), goal.text("title")));
        table.print(context.screen());
        return 0;
    }

    private static Json.Obj parameters(List<String> params) {
        Json.Obj parameters = Json.empty();
        for (String param : params) {
            int equals = param.indexOf('=');
            if (equals < 1) {
                throw new Failure("--param " + param + ": expected NAME=VALUE", "e.g. --param port=8080");
            }
            parameters = parameters.with(param.substring(0, equals), value(param.substring(equals + 1)));
        }
        return parameters;
    }

    private static Json value(String text) {
        try {
            return Json.parse(text);
        } catch (JsonException e) {
            return Json.of(text);
        }
    }

    private static List<String> paths(String text, Path directory) {
        List<String> paths = new ArrayList<>();
        for (String word : SPACE.splitAsStream(text).toList()) {
            boolean pathLike = word.startsWith("/") || word.startsWith("./") || word.startsWith("../");
            if (pathLike && Files.exists(directory.resolve(word))) {
                paths.add(directory.resolve(word).normalize().toString());
            }
        }
        return paths;
    }
}

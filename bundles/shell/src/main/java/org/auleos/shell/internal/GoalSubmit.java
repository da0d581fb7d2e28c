package org.auleos.shell.internal;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.auleos.api.goal.Goal;
import org.auleos.api.policy.Capability;
import org.auleos.api.run.RunView;
import org.auleos.api.run.Runs;
import org.auleos.api.run.Submission;
import org.auleos.json.Json;
import org.auleos.json.JsonException;

/** States a goal. */
@Service
@Command(scope = "goal", name = "submit", description = "State a goal in your words; it is planned and carried out.")
@SuppressWarnings("NullAway.Init") // the shell sets the fields
public final class GoalSubmit extends Base {

    @Reference
    private Runs runs;

    @Argument(name = "text", description = "the goal, quoted", required = true)
    @Completion(GoalCompleter.class)
    private String text;

    @Option(name = "-p", aliases = "--param", description = "NAME=VALUE, JSON or else a text", multiValued = true)
    private List<String> params = List.of();

    @Option(
            name = "-g",
            aliases = "--grant",
            description = "a capability, e.g. fs:read:/var/log/**",
            multiValued = true)
    private List<String> grants = List.of();

    @Option(name = "-w", aliases = "--wait", description = "wait for the end and print the result")
    private boolean wait;

    @Override
    void run() throws InterruptedException {
        Set<Capability> granted = new HashSet<>();
        grants.forEach(grant -> granted.add(Capability.of(grant)));
        Submission submission = runs.submit(new Goal(text, parameters(), granted), person());
        if (submission instanceof Submission.Refused refused) {
            say("refused: " + refused.why());
            refused.closest()
                    .forEach(close -> say("  closest: " + close.name() + ", e.g. \"" + close.example() + "\""));
            return;
        }
        String run = ((Submission.Accepted) submission).run();
        say("run " + run + " has begun");
        if (wait) {
            print(awaitEnd(run));
        }
    }

    private RunView awaitEnd(String run) throws InterruptedException {
        Optional<RunView> over = Optional.empty();
        while (over.isEmpty()) {
            over = runs.await(run, Duration.ofSeconds(30));
        }
        return over.get();
    }

    private static void print(RunView run) {
        say(Shown.word(run.state())
                + run.problem().map(problem -> ": " + problem).orElse(""));
        run.result().ifPresent(result -> result.pretty().lines().forEach(Base::say));
    }

    private Json.Obj parameters() {
        Json.Obj parameters = Json.empty();
        for (String param : params) {
            int equals = param.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("parameter \"" + param + "\": expected NAME=VALUE");
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
}

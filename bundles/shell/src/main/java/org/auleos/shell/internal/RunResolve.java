package org.auleos.shell.internal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.auleos.api.run.Resolution;
import org.auleos.json.Json;

/** Says how a unit that waits for a person goes on. */
@Service
@Command(
        scope = "run",
        name = "resolve",
        description = "Say whether an effect nobody knows of took place; the held run goes on.")
@SuppressWarnings("NullAway.Init") // the shell sets the fields
public final class RunResolve extends RunBase {

    @Argument(index = 1, name = "unit", description = "the unit that waits", required = true)
    private String unit;

    @Option(name = "--applied", description = "its effect is there: it is done")
    private boolean applied;

    @Option(name = "--not-applied", description = "its effect is not there: have it done again")
    private boolean notApplied;

    @Option(name = "--output", description = "with --applied: what its tool would have answered, a JSON object")
    private String output = "";

    @Option(name = "-r", aliases = "--reason", description = "how you know, for the record")
    private String reason = "asked in the shell";

    @Override
    void run() throws InterruptedException {
        if (applied == notApplied) {
            throw new IllegalArgumentException("say either --applied or --not-applied");
        }
        Optional<Json> answer =
                output.isEmpty() ? Optional.empty() : Optional.of(Json.object(output.getBytes(StandardCharsets.UTF_8)));
        String run = id();
        asked(() -> runs.resolve(run, unit, new Resolution(applied, answer, reason), person()));
        say("run " + run + " goes on; run:show " + run + " shows how");
    }
}

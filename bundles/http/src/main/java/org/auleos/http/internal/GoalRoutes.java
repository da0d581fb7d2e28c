package org.auleos.http.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.auleos.api.goal.Goal;
import org.auleos.api.plan.Planner;
import org.auleos.api.plan.Planning;
import org.auleos.api.policy.Capability;
import org.auleos.api.run.Runs;
import org.auleos.api.run.Submission;
import org.auleos.json.Codec;
import org.auleos.json.Json;
import org.jspecify.annotations.Nullable;

/** Goals: stating one, and what can be stated. */
final class GoalRoutes {

    private static final Codec<Planner.Known> KNOWN = Codec.of(Planner.Known.class);
    private static final Codec<Planning.Candidate> CANDIDATE = Codec.of(Planning.Candidate.class);
    private static final Codec<Request> REQUEST = Codec.of(Request.class);

    private final Runs runs;
    private final Planner planner;

    GoalRoutes(Runs runs, Planner planner) {
        this.runs = runs;
        this.planner = planner;
    }

    /**
     * A goal on its way in.
     *
     * @param text in the person's words
     * @param parameters values stated beside the text
     * @param grants capabilities the person grants to this run
     * @param paths absolute paths the person named: each becomes a grant to read it
     */
    record Request(
            String text,
            Json.@Nullable Obj parameters,
            @Nullable Set<Capability> grants,
            @Nullable List<String> paths) {

        Goal goal() {
            Set<Capability> all = new HashSet<>(grants == null ? Set.of() : grants);
            if (paths != null) {
                paths.forEach(path -> all.addAll(NamedPath.of(path).readGrants()));
            }
            return new Goal(text, parameters == null ? Json.empty() : parameters, all);
        }
    }

    List<Route> routes() {
        return List.of(
                Route.get("/goals/known", call -> Page.of(call).answer(planner.known(), KNOWN::write)),
                Route.post("/goals", Access.OPERATOR, this::submit));
    }

    private Answer submit(Call call) throws InterruptedException {
        Submission submission = runs.submit(call.body(REQUEST).goal(), call.provenance());
        if (submission instanceof Submission.Accepted accepted) {
            return Answer.json(202, Json.empty().with("run", Json.of(accepted.run())));
        }
        Submission.Refused refused = (Submission.Refused) submission;
        List<Json> closest = refused.closest().stream().map(CANDIDATE::write).toList();
        Refusal refusal = new Refusal(
                Refusal.Code.REFUSED,
                refused.why(),
                "GET /api/v1/goals/known (aule goal --known) lists what can be asked");
        return Answer.json(refusal.status(), refusal.body().with("closest", new Json.Arr(closest)));
    }
}

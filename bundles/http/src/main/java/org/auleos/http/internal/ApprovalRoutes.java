package org.auleos.http.internal;

import java.util.List;
import org.auleos.api.policy.Approval;
import org.auleos.api.policy.ApprovalException;
import org.auleos.api.policy.Approvals;
import org.auleos.json.Codec;
import org.auleos.json.Json;
import org.jspecify.annotations.Nullable;

/** Approvals: what waits for people, and their decisions. */
final class ApprovalRoutes {

    private static final Codec<Approval> APPROVAL = Codec.of(Approval.class);
    private static final Codec<ApproveRequest> APPROVE = Codec.of(ApproveRequest.class);
    private static final Codec<DenyRequest> DENY = Codec.of(DenyRequest.class);

    private final Approvals approvals;

    ApprovalRoutes(Approvals approvals) {
        this.approvals = approvals;
    }

    /**
     * Yes to exactly one call.
     *
     * @param digest of the call the person was shown
     */
    record ApproveRequest(String digest) {}

    /** No, and why, for the record. */
    record DenyRequest(@Nullable String reason) {}

    List<Route> routes() {
        return List.of(
                Route.get("/approvals", this::list),
                Route.get("/approvals/{id}", call -> Answer.ok(whole(one(call)))),
                Route.post("/approvals/{id}/approve", Access.OPERATOR, this::approve),
                Route.post("/approvals/{id}/deny", Access.OPERATOR, this::deny));
    }

    private Answer list(Call call) {
        boolean all = call.query("all").equals("true");
        return Page.of(call).answer(approvals.list(all), ApprovalRoutes::brief);
    }

    private Approval one(Call call) {
        return approvals
                .one(call.path("id"))
                .orElseThrow(() -> Refusal.notFound(
                        "no approval \"" + call.path("id") + "\"",
                        "GET /api/v1/approvals?all=true (aule approvals --all) lists those of late"));
    }

    /** Without the input, which may be large. */
    private static Json brief(Approval approval) {
        Json.Obj whole = (Json.Obj) APPROVAL.write(approval);
        Json.Obj call = Json.empty()
                .with("tool", Json.of(approval.call().tool()))
                .with("risk", Json.of(approval.call().risk()))
                .with("actor", Json.of(approval.call().actor()))
                .with("onBehalfOf", Json.of(approval.call().onBehalfOf()))
                .with("run", Json.of(approval.call().run()))
                .with("unit", Json.of(approval.call().unit()));
        return whole.with("call", call);
    }

    private Json whole(Approval approval) {
        return ((Json.Obj) APPROVAL.write(approval)).with("lines", Json.strings(approvals.lines(approval)));
    }

    private Answer approve(Call call) throws InterruptedException {
        String digest = call.body(APPROVE).digest();
        return decided(() -> approvals.approve(call.path("id"), digest, call.provenance()));
    }

    private Answer deny(Call call) throws InterruptedException {
        @Nullable String reason = call.body(DENY).reason();
        return decided(() -> approvals.deny(call.path("id"), reason == null ? "" : reason, call.provenance()));
    }

    /** A decision of a person. */
    private interface Decision {
        Approval make() throws InterruptedException;
    }

    private static Answer decided(Decision decision) throws InterruptedException {
        try {
            return Answer.ok(brief(decision.make()));
        } catch (ApprovalException e) {
            String message = String.valueOf(e.getMessage());
            throw switch (e.code()) {
                case UNKNOWN -> Refusal.notFound(message, "nothing was changed");
                case FORBIDDEN -> new Refusal(Refusal.Code.FORBIDDEN, message, "somebody else has to decide");
                case DECIDED -> new Refusal(Refusal.Code.CONFLICT, message, "nothing was changed; look at it again");
            };
        }
    }
}

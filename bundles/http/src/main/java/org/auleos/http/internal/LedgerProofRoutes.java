package org.auleos.http.internal;

import java.util.List;
import java.util.function.Supplier;
import org.auleos.api.ledger.Checkpoint;
import org.auleos.api.ledger.Consistency;
import org.auleos.api.ledger.Evidence;
import org.auleos.api.ledger.Inclusion;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.Verification;
import org.auleos.json.Codec;
import org.auleos.json.Json;

/** What proves the ledger to somebody who trusts neither node nor disk. */
final class LedgerProofRoutes {

    private static final Codec<Verification> VERIFICATION = Codec.of(Verification.class);
    private static final Codec<CompareRequest> COMPARE = Codec.of(CompareRequest.class);

    private final Ledger ledger;

    LedgerProofRoutes(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Checkpoints kept elsewhere. */
    record CompareRequest(String notes) {}

    List<Route> routes() {
        return List.of(
                Route.get(
                        "/ledger/checkpoint",
                        call -> Answer.ok(checkpoint(evidence().checkpoint()))),
                Route.get("/ledger/consistency", this::consistency),
                Route.get("/ledger/export", this::export),
                Route.get("/ledger/events/{sequence}/proof", this::inclusion),
                Route.post("/ledger/compare", Access.VIEWER, this::compare));
    }

    private Evidence evidence() {
        return ledger.evidence();
    }

    private Json.Obj checkpoint(Checkpoint checkpoint) {
        return Json.empty()
                .with("origin", Json.of(checkpoint.origin()))
                .with("size", Json.of(checkpoint.size()))
                .with("root", EventJson.hex(checkpoint.root()))
                .with("epoch", Json.of(checkpoint.epoch()))
                .with("head", EventJson.hex(checkpoint.head()))
                .with("time", Json.of(checkpoint.time().toString()))
                .with("note", Json.of(checkpoint.note()))
                .with("key", Json.of(evidence().publicKey()));
    }

    private Answer inclusion(Call call) {
        String text = call.path("sequence");
        long sequence = text.matches("[1-9][0-9]{0,17}") ? Long.parseLong(text) : 0;
        if (sequence < 1 || sequence > ledger.head().sequence()) {
            throw Refusal.notFound(
                    "no event " + text + ", the newest is " + ledger.head().sequence(),
                    "GET /api/v1/ledger/events lists them");
        }
        Inclusion proof = evidence().inclusion(sequence);
        return Answer.ok(Json.empty()
                .with("sequence", Json.of(proof.sequence()))
                .with("hash", EventJson.hex(proof.hash()))
                .with("path", path(proof.path()))
                .with("checkpoint", checkpoint(proof.checkpoint())));
    }

    private Answer consistency(Call call) {
        long newest = Math.max(1, ledger.head().sequence());
        long to = call.number("to", newest, 1, newest);
        long from = call.number("from", 1, 1, to);
        Consistency proof = evidence().consistency(from, to);
        return Answer.ok(Json.empty()
                .with("from", Json.of(proof.from()))
                .with("fromRoot", EventJson.hex(proof.fromRoot()))
                .with("path", path(proof.path()))
                .with("checkpoint", checkpoint(proof.checkpoint())));
    }

    private static Json path(List<byte[]> path) {
        return new Json.Arr(path.stream().map(EventJson::hex).toList());
    }

    private Answer compare(Call call) {
        CompareRequest request = call.body(COMPARE);
        return Answer.ok(VERIFICATION.write(refusing(() -> evidence().compare(request.notes()))));
    }

    /** The range is checked here, because nothing can be refused once the answer has begun. */
    private Answer export(Call call) {
        long newest = Math.max(1, ledger.head().sequence());
        long to = call.number("to", newest, 1, Long.MAX_VALUE);
        long from = call.number("from", 1, 1, Math.min(to, newest));
        return new Answer.Stream("application/octet-stream", out -> evidence().export(from, to, out));
    }

    private static <T> T refusing(Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest(String.valueOf(e.getMessage()), "correct the request");
        }
    }
}

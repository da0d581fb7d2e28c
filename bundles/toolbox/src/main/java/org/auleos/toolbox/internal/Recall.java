package org.auleos.toolbox.internal;

import java.util.Optional;
import java.util.Set;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.policy.Capability;
import org.auleos.api.tool.ToolCall;

/**
 * Brings a recorded call together with the version that made it, or the newest if that one is gone, so that it can be asked
 * about or taken back; with the permissions of whoever wants that now. Thread-safe.
 */
final class Recall {

    private final Versions versions;
    private final Surroundings around;
    private final Gate gate;

    Recall(Versions versions, Surroundings around) {
        this.versions = versions;
        this.around = around;
        this.gate = new Gate(around.guard());
    }

    /**
     * Somebody who wants something of a recorded call.
     *
     * @param provenance its cause is the intent
     */
    record Request(History.Intent intent, Provenance provenance, Set<Capability> granted, ToolCall.Watch watch) {

        static Request of(History.Intent intent, Provenance by, Set<Capability> granted, ToolCall.Watch watch) {
            return new Request(intent, by.withCause(intent.sequence()), granted, watch);
        }

        String tool() {
            return intent.event().pin().name();
        }
    }

    /** The version to turn to, not held. */
    Optional<ToolVersion> version(Request request) {
        return versions.exactly(request.intent.event().pin()).or(() -> versions.newest(request.tool()));
    }

    /** The same, held; to be released by the caller. */
    Optional<ToolVersion> hold(Request request) {
        return version(request).filter(ToolVersion::acquire);
    }

    /** Whether the request is permitted what the call itself was. */
    Admission admit(Request request, ToolVersion version) {
        return gate.admit(
                version,
                new Gate.Request(
                        request.intent.event().input(), request.provenance, request.granted, workspace(request)));
    }

    /** How long the tool may take. */
    static Runner.Limit limit(Request request, ToolVersion version) {
        return new Runner.Limit(System.nanoTime() + version.spec().timeout().toNanos(), request.watch);
    }

    /** What the tool is given: the key and the workspace of the recorded call, the permissions of the request. */
    CallContext context(Request request, ToolVersion version, Admission.Admitted admitted, Runner.Limit limit) {
        Spec spec = version.spec();
        return new CallContext(
                around,
                new CallContext.Subject(
                        request.provenance,
                        spec.name(),
                        spec.riskName(),
                        request.granted,
                        request.intent.event().key(),
                        request.intent.event().attempt()),
                limit,
                new Places(
                        around.guard(),
                        new Places.Subject(request.provenance, spec.name(), request.granted, workspace(request)),
                        admitted.declared()));
    }

    private String workspace(Request request) {
        return around.workspace(request.intent.provenance());
    }
}

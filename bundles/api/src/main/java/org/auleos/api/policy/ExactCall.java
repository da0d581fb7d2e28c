package org.auleos.api.policy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.auleos.json.Codec;
import org.auleos.json.Json;

/**
 * A call in every detail that decides what happens: what people approve, and nothing else runs. Its canonical JSON is shown,
 * and the SHA-256 of it is what an approval is bound to.
 *
 * @param tool name of the tool
 * @param version version of its bundle
 * @param sha256 of the bundle's bytes, lower-case hex
 * @param risk none, low, medium or high
 * @param input as the tool will get it
 * @param capabilities what the call needs
 * @param actor who calls, {@code agent:ROLE}
 * @param onBehalfOf for whom
 * @param run the run it belongs to
 * @param unit the unit it belongs to
 * @param key idempotency key, the same for every attempt at the same effect
 * @param policy version of the policy that asks
 */
public record ExactCall(
        String tool,
        String version,
        String sha256,
        String risk,
        Json.Obj input,
        List<Capability> capabilities,
        String actor,
        String onBehalfOf,
        String run,
        String unit,
        String key,
        String policy) {

    private static final Codec<ExactCall> CODEC = Codec.of(ExactCall.class);

    public ExactCall {
        capabilities = List.copyOf(capabilities);
    }

    /** Reads what {@link #json} wrote. Throws {@code JsonException} naming the member. */
    public static ExactCall of(Json json) {
        return CODEC.read(json);
    }

    /** The call as JSON, whose canonical form is what an approval is bound to. */
    public Json.Obj json() {
        return (Json.Obj) CODEC.write(this);
    }

    /** SHA-256 of the canonical form, lower-case hex. */
    public String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json().bytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

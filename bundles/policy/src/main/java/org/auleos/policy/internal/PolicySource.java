package org.auleos.policy.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.auleos.json.JsonException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The policy of the moment and the file it comes from. Without a file the built-in policy decides; with a bad one the policy
 * before it, or none at all, denying everything, when there was none. {@link #refresh} is for one thread, the rest is thread-safe.
 */
final class PolicySource {

    private static final Logger log = LoggerFactory.getLogger(PolicySource.class);

    private static final String BUILT_IN = "built in";

    private final Path file;
    private final List<PolicyFile.Rule> own;
    private final Consumer<PolicyEvent> record;
    private volatile Policy policy;
    private byte @Nullable [] seen;
    private boolean looked;
    private String reported = "";

    /** Reads the file for the first time; the consumer is told of every change, the rules of its own hold beside any file. */
    PolicySource(Path file, List<PolicyFile.Rule> own, Consumer<PolicyEvent> record) {
        this.file = file;
        this.own = List.copyOf(own);
        this.record = record;
        this.policy = new Policy(nothing(), own);
        refresh();
    }

    Policy policy() {
        return policy;
    }

    /** Looks whether the file says something else by now. */
    void refresh() {
        byte[] content;
        try {
            content = content();
        } catch (IOException e) {
            reject("it cannot be read: " + e);
            return;
        }
        if (!looked || !Arrays.equals(content, seen)) {
            looked = true;
            seen = content;
            take(content);
        }
    }

    private byte @Nullable [] content() throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private void take(byte @Nullable [] content) {
        try {
            policy = new Policy(content == null ? builtIn() : PolicyFile.of(content), own);
            reported = "";
            String source = content == null ? BUILT_IN : file.toString();
            log.info("Policy {} decides ({})", policy.version(), source);
            record.accept(new PolicyEvent.Loaded(policy.version(), source));
        } catch (JsonException e) {
            reject(String.valueOf(e.getMessage()));
        }
    }

    /** Says it once, however often the file is looked at. */
    private void reject(String problem) {
        if (problem.equals(reported)) {
            return;
        }
        reported = problem;
        log.error("{} is no policy, so {} decides on: {}", file, policy.version(), problem);
        record.accept(new PolicyEvent.Rejected(policy.version(), file.toString(), problem));
    }

    /** What decides when nobody wrote a policy. */
    static PolicyFile builtIn() {
        try (InputStream in = PolicySource.class.getResourceAsStream("/default-policy.json")) {
            if (in == null) {
                throw new IllegalStateException("the bundle lacks its own default-policy.json");
            }
            return PolicyFile.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the bundle's own default-policy.json cannot be read", e);
        }
    }

    /** Denies everything. */
    private static PolicyFile nothing() {
        return new PolicyFile(
                PolicyFile.FORMAT, new PolicyFile.Roles(List.of(), List.of(), List.of()), List.of(), List.of(), null);
    }
}

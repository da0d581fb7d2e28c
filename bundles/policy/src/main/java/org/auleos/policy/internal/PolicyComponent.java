package org.auleos.policy.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.auleos.api.identity.User;
import org.auleos.api.identity.Users;
import org.auleos.api.policy.Decision;
import org.auleos.api.policy.Guard;
import org.auleos.api.policy.Question;
import org.auleos.json.JsonException;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes the guard over {@code etc/org.auleos.policy.json}; without that file the built-in policy holds. */
@Component(immediate = true)
public final class PolicyComponent implements Guard {

    private static final Logger log = LoggerFactory.getLogger(PolicyComponent.class);
    private static final String FILE = "org.auleos.policy.json";

    private final RoleGuard guard;

    /** Reads the policy; a broken file stops the guard, and with it every call, and says why. */
    @Activate
    public PolicyComponent(BundleContext context, @Reference Users users) {
        Path file =
                Path.of(Optional.ofNullable(context.getProperty("karaf.etc")).orElse("etc"), FILE);
        this.guard = new RoleGuard(rules(file), name -> users.byName(name).map(User::role));
        log.info("policy {} from {}", guard.rules().version(), Files.exists(file) ? file : "the bundle");
    }

    private static Rules rules(Path file) {
        try {
            return Rules.read(Files.exists(file) ? Files.readAllBytes(file) : builtIn());
        } catch (IOException e) {
            throw new UncheckedIOException("the policy " + file + " cannot be read; nothing is permitted", e);
        } catch (JsonException e) {
            throw new IllegalStateException(
                    "the policy " + file + " is wrong, nothing is permitted: " + e.getMessage(), e);
        }
    }

    static byte[] builtIn() throws IOException {
        try (InputStream text = PolicyComponent.class.getResourceAsStream("/policy.json")) {
            if (text == null) {
                throw new IOException("policy.json is missing in the bundle");
            }
            return text.readAllBytes();
        }
    }

    @Override
    public Decision decide(Question question) {
        return guard.decide(question);
    }
}

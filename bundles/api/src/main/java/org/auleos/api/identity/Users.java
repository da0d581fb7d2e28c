package org.auleos.api.identity;

import java.util.List;
import java.util.Optional;
import org.auleos.api.ledger.Provenance;
import org.osgi.annotation.versioning.ProviderType;

/** The people known here. A fresh installation knows its owner alone. Thread-safe. */
@ProviderType
public interface Users {

    /** The person a token belongs to; empty for an unknown one. Compares in constant time. */
    Optional<User> byToken(String token);

    /** The person of that name. */
    Optional<User> byName(String name);

    /** Everybody, by name. */
    List<User> list();

    /**
     * Makes a person, recorded in the ledger.
     *
     * @throws IllegalArgumentException when the name is taken or not well-formed
     */
    Credentials add(String name, Role role, Provenance by);

    /** Takes a person's access away, recorded in the ledger; false when there was nobody of that name. */
    boolean remove(String name, Provenance by);

    /**
     * Shown once and not kept in clear.
     *
     * @param user whose they are
     * @param token for REST, as {@code Authorization: Bearer}
     * @param sshPrivateKey PEM, for the shell
     */
    record Credentials(User user, String token, String sshPrivateKey) {

        @Override
        public String toString() {
            return "Credentials[" + user + ", secrets withheld]";
        }
    }
}

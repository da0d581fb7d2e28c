package org.auleos.policy.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.auleos.api.identity.Role;
import org.auleos.api.identity.User;
import org.auleos.api.identity.Users;
import org.auleos.api.ledger.Provenance;

/** People in memory, without credentials. */
final class People implements Users {

    final Map<String, User> byName = new ConcurrentHashMap<>();

    People with(String name, Role role) {
        byName.put(name, new User(name, role));
        return this;
    }

    @Override
    public Optional<User> byToken(String token) {
        return Optional.empty();
    }

    @Override
    public Optional<User> byName(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    @Override
    public List<User> list() {
        return List.copyOf(byName.values());
    }

    @Override
    public Credentials add(String name, Role role, Provenance by) {
        throw new UnsupportedOperationException("nobody here has credentials");
    }

    @Override
    public boolean remove(String name, Provenance by) {
        return byName.remove(name) != null;
    }
}

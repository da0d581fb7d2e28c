package org.auleos.itests.recovery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.auleos.api.identity.Role;
import org.auleos.api.identity.User;
import org.auleos.api.identity.Users;
import org.auleos.api.ledger.Provenance;

/** Users of whom there is one. */
final class OnePerson implements Users {

    private final Map<String, User> people;

    OnePerson(String name, Role role) {
        this.people = Map.of(name, new User(name, role));
    }

    @Override
    public Optional<User> byToken(String token) {
        return Optional.empty();
    }

    @Override
    public Optional<User> byName(String name) {
        return Optional.ofNullable(people.get(name));
    }

    @Override
    public List<User> list() {
        return List.copyOf(people.values());
    }

    @Override
    public Credentials add(String name, Role role, Provenance by) {
        throw new UnsupportedOperationException("there is one person here");
    }

    @Override
    public boolean remove(String name, Provenance by) {
        return false;
    }
}

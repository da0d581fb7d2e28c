package org.auleos.identity.internal;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.auleos.api.identity.Role;
import org.auleos.api.identity.User;
import org.auleos.api.identity.Users;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.Provenance;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Publishes the people of this node. */
@Component(immediate = true)
public final class IdentityComponent implements Users {

    private final FileUsers users;

    /** Opens the users file below {@code karaf.base}; the first start makes the owner, their token and their key. */
    @Activate
    public IdentityComponent(BundleContext context, @Reference Ledger ledger) {
        Home home = new Home(Path.of(property(context, "karaf.base")), property(context, "user.name"));
        this.users = new FileUsers(home, new Secrets(new SecureRandom()), ledger);
    }

    private static String property(BundleContext context, String name) {
        String value = context.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("property " + name + " is not set; start through bin/aule");
        }
        return value;
    }

    @Override
    public Optional<User> byToken(String token) {
        return users.byToken(token);
    }

    @Override
    public Optional<User> byName(String name) {
        return users.byName(name);
    }

    @Override
    public List<User> list() {
        return users.list();
    }

    @Override
    public Credentials add(String name, Role role, Provenance by) {
        return users.add(name, role, by);
    }

    @Override
    public boolean remove(String name, Provenance by) {
        return users.remove(name, by);
    }
}

package org.auleos.http.internal;

import org.auleos.api.identity.Role;
import org.auleos.api.identity.User;

/** Who may use a route. */
enum Access {
    /** Anybody who reaches this machine's loopback; says nothing about the node but that it is there. */
    OPEN,
    VIEWER,
    OPERATOR,
    ADMIN;

    boolean allows(Role role) {
        return this == OPEN || role.compareTo(Role.valueOf(name())) >= 0;
    }

    void require(User user) {
        if (!allows(user.role())) {
            throw new Refusal(
                    Refusal.Code.FORBIDDEN,
                    "\"" + user.name() + "\" is " + lower(user.role().name()) + "; this needs " + lower(name()),
                    "ask an admin for a user with that role (aule user add NAME --role ROLE)");
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(java.util.Locale.ROOT);
    }
}

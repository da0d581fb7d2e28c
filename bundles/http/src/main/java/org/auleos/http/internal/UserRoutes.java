package org.auleos.http.internal;

import java.util.List;
import org.auleos.api.identity.Role;
import org.auleos.api.identity.User;
import org.auleos.api.identity.Users;
import org.auleos.json.Codec;
import org.auleos.json.Json;

/** People; for admins only. */
final class UserRoutes {

    private static final Codec<User> USER = Codec.of(User.class);
    private static final Codec<Request> REQUEST = Codec.of(Request.class);

    private final Users users;

    UserRoutes(Users users) {
        this.users = users;
    }

    /** A person to be added. */
    record Request(String name, Role role) {}

    List<Route> routes() {
        return List.of(
                new Route("GET", "/users", Access.ADMIN, call -> Page.of(call).answer(users.list(), USER::write)),
                Route.post("/users", Access.ADMIN, this::add),
                new Route("DELETE", "/users/{name}", Access.ADMIN, this::remove));
    }

    private Answer add(Call call) {
        Request request = call.body(REQUEST);
        try {
            Users.Credentials made = users.add(request.name(), request.role(), call.provenance());
            return Answer.json(
                    201,
                    Json.empty()
                            .with("user", USER.write(made.user()))
                            .with("token", Json.of(made.token()))
                            .with("sshPrivateKey", Json.of(made.sshPrivateKey())));
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Code.CONFLICT, String.valueOf(e.getMessage()), "nothing was changed");
        }
    }

    private Answer remove(Call call) {
        String name = call.path("name");
        try {
            if (users.remove(name, call.provenance())) {
                return Answer.ok(Json.empty().with("removed", Json.of(name)));
            }
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Code.CONFLICT, String.valueOf(e.getMessage()), "nothing was changed");
        }
        throw Refusal.notFound("no user \"" + name + "\"", "GET /api/v1/users lists everybody");
    }
}

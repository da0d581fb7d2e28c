package org.auleos.identity.internal;

import org.auleos.api.identity.Role;
import org.auleos.json.Named;

/** What the ledger knows about people; secrets and their hashes stay out of it. */
sealed interface IdentityEvent {

    /** A person was given access. */
    @Named("user.added")
    record Added(String name, Role role) implements IdentityEvent {}

    /** The owner's lost token or key was replaced by a new one. */
    @Named("user.renewed")
    record Renewed(String name) implements IdentityEvent {}

    /** A person's access was taken away. */
    @Named("user.removed")
    record Removed(String name) implements IdentityEvent {}
}

package org.auleos.api.ledger;

import java.util.Set;

/**
 * Where a fact comes from; carried by every record that crosses a bundle.
 *
 * @param tenant whose data it is, {@code default} on a node with one tenant
 * @param actor who does it: {@code user:NAME}, {@code agent:ROLE}, {@code kernel}
 * @param onBehalfOf the person for whom the actor acts; equals the actor for a person
 * @param origin the door it came through
 * @param run the run it belongs to, or empty
 * @param unit the work unit it belongs to, or empty
 * @param cause sequence of the event that led to it, 0 for none
 * @param taint labels of untrusted sources that had influence on it
 * @param account the budget it is charged to, or empty
 */
public record Provenance(
        String tenant,
        String actor,
        String onBehalfOf,
        Origin origin,
        String run,
        String unit,
        long cause,
        Set<String> taint,
        String account) {

    /** The platform acting for nobody in particular. */
    public static final Provenance KERNEL =
            new Provenance("default", "kernel", "kernel", Origin.KERNEL, "", "", 0, Set.of(), "");

    public Provenance {
        taint = Set.copyOf(taint);
    }

    /** A person who came through a door. */
    public static Provenance person(String user, Origin origin) {
        String actor = "user:" + user;
        return new Provenance("default", actor, actor, origin, "", "", 0, Set.of(), "");
    }

    /** The same for another run. */
    public Provenance withRun(String newRun) {
        return new Provenance(tenant, actor, onBehalfOf, origin, newRun, unit, cause, taint, account);
    }

    /** The same for another unit. */
    public Provenance withUnit(String newUnit) {
        return new Provenance(tenant, actor, onBehalfOf, origin, run, newUnit, cause, taint, account);
    }

    /** Another actor, for the same person. */
    public Provenance withActor(String newActor) {
        return new Provenance(tenant, newActor, onBehalfOf, origin, run, unit, cause, taint, account);
    }

    /** The same with another cause. */
    public Provenance withCause(long newCause) {
        return new Provenance(tenant, actor, onBehalfOf, origin, run, unit, newCause, taint, account);
    }
}

package org.auleos.api.ledger;

/**
 * Through which door a request came.
 *
 * @param door {@code cli}, {@code rest}, {@code ssh}, {@code kernel}, {@code boot}, {@code replay} …
 * @param address the caller's address, or empty for one inside this process
 */
public record Origin(String door, String address) {

    /** The platform itself. */
    public static final Origin KERNEL = new Origin("kernel", "");
}

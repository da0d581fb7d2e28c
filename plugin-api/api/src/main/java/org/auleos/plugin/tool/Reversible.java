package org.auleos.plugin.tool;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Mixed into a {@link Tool} whose effect can be taken back. OSGi publishes only directly implemented interfaces, hence a
 * mix-in and not a subtype of {@code Tool}.
 *
 * <p>The platform calls {@link #before}, makes its answer durable in the ledger, and only then calls the tool. An undo
 * needs nothing but that memento: no memory of the process that made the change, which may have crashed half-way.
 *
 * @param <I> the tool's input, a record
 * @param <M> the memento, a record: what must be known to restore the state before the call
 */
@ConsumerType
public interface Reversible<I extends Record, M extends Record> {

    /** Looks at what the call is about to change; changes nothing itself. */
    M before(I input, ToolContext context) throws Exception;

    /**
     * Restores the state before the call. Idempotent: a second undo, or an undo of a call that never took place, leaves
     * everything as it is and answers {@link Undone.Restored}.
     *
     * @param output what the call answered, empty when it crashed or failed before it could
     * @return {@link Undone.Changed} when somebody else changed the thing meanwhile; then nothing was overwritten
     */
    Undone undo(I input, M before, Optional<? extends Record> output, ToolContext context) throws Exception;
}

/** The ledger: chains facts by hash, makes them durable in groups, and delivers them to whoever follows. */
@NullMarked
package org.auleos.ledger.internal;

import org.jspecify.annotations.NullMarked;

/** The append-only, hash-chained journal of everything that happened. */
@NullMarked
package org.auleos.ledger.internal;

import org.jspecify.annotations.NullMarked;

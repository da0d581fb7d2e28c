/** What proves the ledger to others: the Merkle tree over its records, signed checkpoints, witnesses, exports. */
@NullMarked
package org.auleos.ledger.internal.proof;

import org.jspecify.annotations.NullMarked;

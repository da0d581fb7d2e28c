/** The ledger's disk: segment files of opaque records, their checksums, the high-water mark and the recovery. */
@NullMarked
package org.auleos.ledger.internal.journal;

import org.jspecify.annotations.NullMarked;

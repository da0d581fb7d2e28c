/** The store over Xodus, an embedded B-tree database; everything in it can be rebuilt from the ledger. */
@NullMarked
package org.auleos.store.xodus.internal;

import org.jspecify.annotations.NullMarked;

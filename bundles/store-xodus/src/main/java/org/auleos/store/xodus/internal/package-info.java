/** Keeps rebuildable indexes and projections in an embedded database. */
@NullMarked
package org.auleos.store.xodus.internal;

import org.jspecify.annotations.NullMarked;

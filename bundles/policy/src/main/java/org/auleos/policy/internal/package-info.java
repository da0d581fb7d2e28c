/** Decides what an actor may do, and what a person must approve. */
@NullMarked
package org.auleos.policy.internal;

import org.jspecify.annotations.NullMarked;

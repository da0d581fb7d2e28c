/** Turns a goal into a plan of work units. */
@NullMarked
package org.auleos.planner.internal;

import org.jspecify.annotations.NullMarked;

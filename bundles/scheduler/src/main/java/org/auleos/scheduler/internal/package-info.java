/** Decides which work unit runs when, and retries what may be retried. */
@NullMarked
package org.auleos.scheduler.internal;

import org.jspecify.annotations.NullMarked;

/** Durable steps: whole runs through the kernel against a bare file that group-commits the same bytes. */
@NullMarked
package org.auleos.bench.steps;

import org.jspecify.annotations.NullMarked;

/** Lists, starts and signals processes, never through a shell. */
@NullMarked
package org.auleos.tools.process.internal;

import org.jspecify.annotations.NullMarked;

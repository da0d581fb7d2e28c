/** Registers tool versions and is the one path every effect takes. */
@NullMarked
package org.auleos.toolbox.internal;

import org.jspecify.annotations.NullMarked;

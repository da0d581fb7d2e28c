/** Reads the state of the hardware. */
@NullMarked
package org.auleos.tools.hw.internal;

import org.jspecify.annotations.NullMarked;

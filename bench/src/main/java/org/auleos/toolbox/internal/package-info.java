/** Reaches into the toolbox to wire it without a container. */
@NullMarked
package org.auleos.toolbox.internal;

import org.jspecify.annotations.NullMarked;

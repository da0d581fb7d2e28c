/** Boots the system and drives runs from goal to outcome. */
@NullMarked
package org.auleos.kernel.internal;

import org.jspecify.annotations.NullMarked;

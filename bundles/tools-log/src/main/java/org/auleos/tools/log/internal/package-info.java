/** Reads logs of any system and says what is wrong. */
@NullMarked
package org.auleos.tools.log.internal;

import org.jspecify.annotations.NullMarked;

/** Mines the templates of messages in one pass and bounded memory. */
@NullMarked
package org.auleos.tools.log.internal.mine;

import org.jspecify.annotations.NullMarked;

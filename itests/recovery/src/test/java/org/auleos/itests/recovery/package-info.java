/** The kernel, its toolbox and its tools over a ledger whose disk dies on command, in one process. */
@NullMarked
package org.auleos.itests.recovery;

import org.jspecify.annotations.NullMarked;

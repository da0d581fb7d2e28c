/** The command line: states goals to a running node and shows what became of them, through REST alone. */
@NullMarked
package org.auleos.cli;

import org.jspecify.annotations.NullMarked;

/** The commands of the terminal and the live monitor, over the same services as every other door. */
@NullMarked
package org.auleos.shell.internal;

import org.jspecify.annotations.NullMarked;

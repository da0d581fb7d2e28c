/** The commands of the terminal and the live monitor. */
@NullMarked
package org.auleos.shell.internal;

import org.jspecify.annotations.NullMarked;

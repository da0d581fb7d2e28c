/** The command line: talks REST to a running instance. */
@NullMarked
package org.auleos.cli;

import org.jspecify.annotations.NullMarked;

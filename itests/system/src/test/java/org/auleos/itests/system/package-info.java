/** The assembled distribution, started as a process and driven as its users drive it: command line, REST, SSH. */
@NullMarked
package org.auleos.itests.system;

import org.jspecify.annotations.NullMarked;

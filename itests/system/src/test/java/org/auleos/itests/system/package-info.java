/** Drives the assembled distribution as a process. */
@NullMarked
package org.auleos.itests.system;

import org.jspecify.annotations.NullMarked;

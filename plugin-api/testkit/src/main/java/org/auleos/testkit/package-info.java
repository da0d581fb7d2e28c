/** Runs a tool the way the platform does, in a unit test. */
@NullMarked
package org.auleos.testkit;

import org.jspecify.annotations.NullMarked;

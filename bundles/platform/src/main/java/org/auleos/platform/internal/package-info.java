/** The services that give threads, time and randomness to all bundles of one JVM. */
@NullMarked
package org.auleos.platform.internal;

import org.jspecify.annotations.NullMarked;

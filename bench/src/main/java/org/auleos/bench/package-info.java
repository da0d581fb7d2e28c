/** Measures the paths whose speed is promised. */
@NullMarked
package org.auleos.bench;

import org.jspecify.annotations.NullMarked;

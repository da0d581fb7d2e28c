/** A small real service that the demonstration breaks and repairs. */
@NullMarked
package org.auleos.cli.demo;

import org.jspecify.annotations.NullMarked;

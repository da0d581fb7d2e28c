/** Recognises what the head of a line says: learned per file from a sample, applied line by line. */
@NullMarked
package org.auleos.tools.log.internal.format;

import org.jspecify.annotations.NullMarked;

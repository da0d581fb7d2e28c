/** Reads and changes files, never outside what was granted. */
@NullMarked
package org.auleos.tools.fs.internal;

import org.jspecify.annotations.NullMarked;

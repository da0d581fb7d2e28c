/** Opens logs of any encoding and packing as a flat stream of records, and says what could not be read. */
@NullMarked
package org.auleos.tools.log.internal.read;

import org.jspecify.annotations.NullMarked;

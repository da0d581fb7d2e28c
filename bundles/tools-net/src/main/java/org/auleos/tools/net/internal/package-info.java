/** Looks at interfaces, ports and names, and makes capped HTTP requests. */
@NullMarked
package org.auleos.tools.net.internal;

import org.jspecify.annotations.NullMarked;

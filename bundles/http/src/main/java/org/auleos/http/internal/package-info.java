/** Serves the REST contract and its event streams. */
@NullMarked
package org.auleos.http.internal;

import org.jspecify.annotations.NullMarked;

/** What a plugin author implements. */
@NullMarked
package org.auleos.plugin.internal;

import org.jspecify.annotations.NullMarked;

/** Rate and novelty of templates over time, for systems no rule knows. */
@NullMarked
package org.auleos.tools.log.internal.stats;

import org.jspecify.annotations.NullMarked;

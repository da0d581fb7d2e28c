/** One triage of logs: which files, in which order, read once, judged by rules and statistics, put together. */
@NullMarked
package org.auleos.tools.log.internal.scan;

import org.jspecify.annotations.NullMarked;

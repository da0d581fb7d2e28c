/** What a tool call through the whole path costs beside the tool itself. */
@NullMarked
package org.auleos.bench.calls;

import org.jspecify.annotations.NullMarked;

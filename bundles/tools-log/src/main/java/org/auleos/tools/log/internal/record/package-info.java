/** What a line of a log says once its format is recognised: the one value every analysis reads. */
@NullMarked
package org.auleos.tools.log.internal.record;

import org.jspecify.annotations.NullMarked;

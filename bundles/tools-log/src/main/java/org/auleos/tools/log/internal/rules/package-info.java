/** Rule packs as versioned data, and the one-pass engine that matches every record against all of them. */
@NullMarked
package org.auleos.tools.log.internal.rules;

import org.jspecify.annotations.NullMarked;

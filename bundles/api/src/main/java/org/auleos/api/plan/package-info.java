/** How a goal is reached: a graph of work units, and the reason for it. */
@Export
@Version("1.0.0")
@NullMarked
package org.auleos.api.plan;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

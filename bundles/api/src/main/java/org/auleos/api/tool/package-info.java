/** Calling a tool: the one path for every effect. */
@Export
@Version("1.0.0")
@NullMarked
package org.auleos.api.tool;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

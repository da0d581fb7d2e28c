/** Who does a unit of work: roles, and the loop that proposes, checks, acts and records. */
@Export
@Version("1.0.0")
@NullMarked
package org.auleos.api.agent;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

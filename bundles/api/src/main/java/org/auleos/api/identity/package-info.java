/** Who acts: users, their roles and how they prove who they are. */
@Export
@Version("1.0.0")
@NullMarked
package org.auleos.api.identity;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

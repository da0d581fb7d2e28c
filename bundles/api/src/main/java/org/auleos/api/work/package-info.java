/** When and with what a unit of work runs. */
@Export
@Version("1.0.0")
@NullMarked
package org.auleos.api.work;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

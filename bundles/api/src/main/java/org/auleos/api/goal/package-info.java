/** What a person or another system wants. */
@Export
@Version("1.0.0")
@NullMarked
package org.auleos.api.goal;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

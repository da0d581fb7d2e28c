/** Records as JSON and JSON as records: the only reflection in the system. */
@Export
@Version("1.0.0")
@NullMarked
package org.auleos.json;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

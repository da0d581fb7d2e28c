/** Directory handles: file access that stays inside what was granted, whatever links somebody plants. */
@Export
@Version("1.0.0")
@NullMarked
package org.auleos.plugin.files;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

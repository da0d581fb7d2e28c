/** What the author of a tool implements, and what the platform hands to it: the promise auleOS makes to third parties. */
@Export
@Version("1.0.0")
@NullMarked
package org.auleos.plugin.tool;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

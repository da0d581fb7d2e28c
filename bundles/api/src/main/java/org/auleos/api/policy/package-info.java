/** What may be done: capabilities, and the guard that decides. */
@Export
@Version("1.0.0")
@NullMarked
package org.auleos.api.policy;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

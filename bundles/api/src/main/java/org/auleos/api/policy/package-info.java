/** What may be done: capabilities, the guard that decides, and the people it asks. */
@Export
@Version("1.0.0")
@NullMarked
package org.auleos.api.policy;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/** The embedded database for everything that is looked up and can be rebuilt from the ledger. */
@Export
@Version("1.0.0")
@NullMarked
package org.auleos.api.store;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

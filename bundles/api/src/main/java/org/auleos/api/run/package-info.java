/** The execution of one goal, folded from the ledger. */
@Export
@Version("1.0.0")
@NullMarked
package org.auleos.api.run;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

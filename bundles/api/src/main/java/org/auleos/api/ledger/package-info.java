/** The one truth: what an event is, how it becomes durable, how it is read and followed. */
@Export
@Version("1.1.0")
@NullMarked
package org.auleos.api.ledger;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

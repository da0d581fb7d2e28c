/** What one JVM gives to all bundles: threads, and through the JDK's own types time and randomness. */
@Export
@Version("1.0.0")
@NullMarked
package org.auleos.api.platform;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/** Keeps content-addressed blobs and the workspaces of runs. */
@NullMarked
package org.auleos.artifact.internal;

import org.jspecify.annotations.NullMarked;

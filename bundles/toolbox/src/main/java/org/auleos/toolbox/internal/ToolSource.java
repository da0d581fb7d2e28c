package org.auleos.toolbox.internal;

import org.auleos.plugin.tool.Tool;

/** Where a version of a tool comes from: its bundle, as far as the call path needs to know. */
public interface ToolSource {

    /** Version of the bundle. */
    String version();

    /** SHA-256 of the bundle's installed bytes, lower-case hex. Reads them. */
    String sha256();

    /** The tool itself; the first call may start it. */
    Tool<?, ?> tool();
}

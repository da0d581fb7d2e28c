package org.auleos.itests.system;

import org.auleos.json.Json;

/** A command that ended. */
record Ran(int exit, String out, String err) {

    Json.Obj json() {
        return Json.object(out.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}

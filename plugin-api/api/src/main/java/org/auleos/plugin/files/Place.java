package org.auleos.plugin.files;

/**
 * Where a path lies inside what is granted.
 *
 * @param directory handle to the outermost granted directory that holds it; closed by the platform after the call
 * @param path relative to that handle, {@code ""} for the directory itself
 */
public record Place(Directory directory, String path) {}

package org.auleos.http.internal;

/** The version of this bundle, which is the product's. */
final class Version {

    static final String TEXT = text();

    private Version() {}

    private static String text() {
        org.osgi.framework.Bundle bundle = org.osgi.framework.FrameworkUtil.getBundle(Version.class);
        return bundle == null ? "unbundled" : bundle.getVersion().toString();
    }
}

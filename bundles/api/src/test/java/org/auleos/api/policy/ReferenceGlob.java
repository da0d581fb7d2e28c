package org.auleos.api.policy;

/** The rules of patterns as plainly as they can be said, slow; what {@link Glob} is compared with. */
final class ReferenceGlob {

    private ReferenceGlob() {}

    static boolean covers(String pattern, String request) {
        boolean itself = one(pattern, request);
        String directory = directory(request);
        return itself && (directory == null || covers(pattern, directory));
    }

    private static boolean one(String pattern, String request) {
        String directory = directory(pattern);
        return consumes(pattern, request) || (directory != null && one(directory, request));
    }

    /** What stands before the final slash and two stars; null when the text does not end so. */
    @org.jspecify.annotations.Nullable
    private static String directory(String text) {
        if (!text.endsWith("/**")) {
            return null;
        }
        return text.length() == 3 ? "/" : text.substring(0, text.length() - 3);
    }

    private static boolean consumes(String pattern, String request) {
        if (pattern.startsWith("**")) {
            return consumes(pattern.substring(2), request)
                    || (!request.isEmpty() && consumes(pattern, request.substring(symbol(request))));
        } else if (pattern.startsWith("*")) {
            return consumes(pattern.substring(1), request)
                    || (!request.isEmpty()
                            && !request.startsWith("/")
                            && !request.startsWith("**")
                            && consumes(pattern, request.substring(symbol(request))));
        } else if (pattern.isEmpty() || request.isEmpty()) {
            return pattern.isEmpty() && request.isEmpty();
        }
        String wanted = pattern.substring(0, symbol(pattern));
        return request.substring(0, symbol(request)).equals(wanted)
                && consumes(pattern.substring(wanted.length()), request.substring(wanted.length()));
    }

    /** Length of the first symbol: an escaped character, two stars, or one character. */
    private static int symbol(String text) {
        return text.startsWith("\\") || text.startsWith("**") ? 2 : 1;
    }
}

package io.opintosandbox.world;

/**
 * Which paths are meant: a prefix, or with {@code *} (any text) and {@code ?} (one character) in it a glob of the whole
 * path. Faults and the journal mean the same. Contract: control-api.md, "faults".
 */
public record PathPattern(String text, boolean isGlob) {

    public static PathPattern of(String text) {
        return new PathPattern(text, text.indexOf('*') >= 0 || text.indexOf('?') >= 0);
    }

    /** Whether a path is meant. Takes at most the product of both lengths, whatever stars there are. */
    public boolean matches(String path) {
        return isGlob ? globMatches(path) : path.startsWith(text);
    }

    private boolean globMatches(String path) {
        int at = 0;
        int in = 0;
        int star = -1;
        int resume = 0;
        while (in < path.length()) {
            if (at < text.length() && text.charAt(at) == '*') {
                star = at++;
                resume = in;
            } else if (at < text.length() && (text.charAt(at) == '?' || text.charAt(at) == path.charAt(in))) {
                at++;
                in++;
            } else if (star >= 0) {
                // The last star takes one character more.
                at = star + 1;
                in = ++resume;
            } else {
                return false;
            }
        }
        while (at < text.length() && text.charAt(at) == '*') {
            at++;
        }
        return at == text.length();
    }
}

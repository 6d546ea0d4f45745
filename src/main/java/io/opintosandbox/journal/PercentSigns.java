package io.opintosandbox.journal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What stands behind percent signs; those that stand for nothing stay as they are. */
public final class PercentSigns {
    private static final Pattern STRAY = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private PercentSigns() {}

    /** The text as a form means it: a plus is a space. */
    public static String decoded(String text) {
        return URLDecoder.decode(STRAY.matcher(text).replaceAll("%25"), StandardCharsets.UTF_8);
    }
}

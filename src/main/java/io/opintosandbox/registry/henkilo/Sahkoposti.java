package io.opintosandbox.registry.henkilo;

import java.util.regex.Pattern;

/** The two ways in which the registry looks at e-mail addresses. Contract: registry-api.md 5.1 and 5.3. */
public final class Sahkoposti {
    private static final int LONGEST = 320;
    private static final Pattern WELL_FORMED =
            Pattern.compile("(?=[^@]{1,64}@)[^\\s@.]+(\\.[^\\s@.]+)*@[^\\s@.]+(\\.[^\\s@.]+)*");
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern STRICT =
            Pattern.compile("(?=[^@]{1,64}@)" + ATOM + "(\\." + ATOM + ")*@(" + LABEL + "\\.)+[A-Za-z]{2,63}");

    private Sahkoposti() {}

    /** As bean validation sees it: a local part and a domain, which may be one word. */
    public static boolean isWellFormed(String text) {
        return text.length() <= LONGEST && WELL_FORMED.matcher(text).matches();
    }

    /** An address with a top-level domain, without quoted parts or routes. */
    public static boolean isStrict(String text) {
        return text.length() <= LONGEST && STRICT.matcher(text).matches();
    }
}

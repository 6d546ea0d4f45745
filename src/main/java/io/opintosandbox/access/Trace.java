package io.opintosandbox.access;

import java.util.ArrayList;
import java.util.List;

/** What was decided while one call was answered, and why: data for the log, and for whoever asks later. */
public final class Trace {
    private final List<String> reasons = new ArrayList<>();
    private boolean audited;

    /** A rule decided; one short sentence. */
    public void because(String reason) {
        reasons.add(reason);
    }

    /** The published service writes an audit event here, which is visible on the wire: it opens a session. */
    public void audited() {
        audited = true;
    }

    public boolean isAudited() {
        return audited;
    }

    /** The reasons in the order in which they decided. */
    public List<String> reasons() {
        return List.copyOf(reasons);
    }
}

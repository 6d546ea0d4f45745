package io.opintosandbox.world;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many worlds of a name there have been, so that what is issued in one of them is never issued in the next.
 * Bounded, because a server that serves builds sees a new name with every build; whoever is forgotten has long expired.
 */
final class Generations {
    private static final int MOST = 10_000;

    private final Map<String, Integer> seen = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > MOST;
        }
    };

    /** How many there were before the one that is made now. */
    synchronized int next(String name) {
        return seen.merge(name, 1, Integer::sum) - 1;
    }
}

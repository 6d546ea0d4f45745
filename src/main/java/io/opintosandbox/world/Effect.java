package io.opintosandbox.world;

import java.time.Duration;

/** What a fault does. Contract: control-api.md, "faults". */
public sealed interface Effect {

    /** The longest that anything may be late. */
    Duration LONGEST = Duration.ofMinutes(10);

    /** Happens to a call when it has come in, before it is carried out. */
    sealed interface OnCall extends Effect {}

    /** Stands for the whole world, whoever calls: there is nothing to match. */
    sealed interface OnWorld extends Effect {}

    /** The call is answered with this status, in the error form of the service that it was for. */
    record Status(int status) implements OnCall {}

    /** The call waits that long in real time, and is carried out then. */
    record Delay(Duration delay) implements OnCall {}

    /**
     * The connection is closed without an answer.
     *
     * @param after whether the call has been carried out by then; its caller cannot know
     */
    record Drop(boolean after) implements OnCall {}

    /** The session that the call carries counts as expired from then on. */
    record SessionExpires() implements OnCall {}

    /** The bearer token that the call carries counts as expired from then on. */
    record TokenExpires() implements OnCall {}

    /** VTJ cannot be reached. */
    record VtjDown() implements OnWorld {}

    /** VTJ takes that long for a query, in real time. */
    record VtjSlow(Duration delay) implements OnWorld {}

    /** Whatever is below {@code /cas} answers 503. */
    record CasDown() implements OnWorld {
        static boolean concerns(String path) {
            return path.equals("/cas") || path.startsWith("/cas/");
        }
    }

    /**
     * No import goes on after so many rows, all imports counted together.
     *
     * @param rows how many of them have been processed since the fault began
     */
    record ImportStall(int afterRows, int rows) implements OnWorld {
        public ImportStall(int afterRows) {
            this(afterRows, 0);
        }

        int left() {
            return Math.max(0, afterRows - rows);
        }
    }
}

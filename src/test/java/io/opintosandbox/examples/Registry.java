package io.opintosandbox.examples;

import java.net.http.HttpResponse;

/** Calls to the registry by somebody who is logged in. The adapters work over either way to log in. */
interface Registry {
    /** The registry's path on every host. */
    String PATH = "/oppijanumerorekisteri-service";

    /**
     * Makes a call; a login that has ended is renewed once.
     *
     * @param path below {@link #PATH}
     * @param json the body, or null
     */
    HttpResponse<String> call(String method, String path, String json);
}

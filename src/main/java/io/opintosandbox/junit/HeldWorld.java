package io.opintosandbox.junit;

import io.opintosandbox.Sandbox;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A world in the store of a class or a method, with which it ends. */
@SuppressWarnings("deprecation") // JUnit before 5.13 closes nothing but a CloseableResource
record HeldWorld(Sandbox sandbox) implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    @Override
    public void close() {
        sandbox.close();
    }
}

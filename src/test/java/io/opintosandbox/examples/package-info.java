/**
 * Small adapters that do the things right which adapters get wrong: a token or session is kept and renewed when it has
 * ended, an import is polled with patience, and answers are told apart. Copy from them. Each has a test that runs it
 * against the sandbox the way the tests of a real adapter would.
 */
package io.opintosandbox.examples;

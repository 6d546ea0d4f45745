/**
 * Client programs in small, as the public ones are written that call the registry: how they log in, what they send
 * and how strictly they read. They share no code with the server. Facts: clients.md.
 */
package io.opintosandbox.clients;

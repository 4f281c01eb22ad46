/**
 * The ways into a cluster from outside, what the policies leave of them, and what leads nowhere.
 *
 * <pre>{@code
 * Entrypoints entrypoints = Entrypoints.of(Connectivity.of(cluster));
 * entrypoints.all().forEach(System.out::println);
 * entrypoints.findings();                                         // Ingresses that a policy closes, Services that lead nowhere
 * }</pre>
 */
@NullMarked
package io.plimsoll.netpol.entry;

import org.jspecify.annotations.NullMarked;

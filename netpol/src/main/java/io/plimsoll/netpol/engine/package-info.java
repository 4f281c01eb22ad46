/**
 * The policies of a cluster, worked out: which connections they allow between classes of pods that no rule tells apart.
 *
 * <p>Pods with the same labels (of those that selectors mention) are one class, addresses with the same CIDRs one atom. For every class
 * and direction there is one row: which connections its policies allow with each other class and atom.
 *
 * <pre>{@code
 * Engine engine = new Engine(inventory, reading);
 * engine.set(engine.row(Direction.EGRESS, podClass).get(peer));   // what the policies on its own side allow it with a peer
 * engine.between(from, to);                                       // what both sides allow
 * }</pre>
 */
@NullMarked
package io.plimsoll.netpol.engine;

import org.jspecify.annotations.NullMarked;

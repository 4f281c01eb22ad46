/**
 * Connections and ways into a cluster as trees, for programs.
 *
 * <pre>{@code
 * Connectivity.of(cluster).lines().map(ConnectionTree::of).toList();
 * Entrypoints.of(Connectivity.of(cluster)).all().stream().map(ConnectionTree::of).toList();
 * }</pre>
 */
@NullMarked
package io.plimsoll.netpol.tree;

import org.jspecify.annotations.NullMarked;

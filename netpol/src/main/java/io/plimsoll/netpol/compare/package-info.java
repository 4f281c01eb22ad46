/**
 * In what the connections of two clusters differ, and why.
 *
 * <pre>{@code
 * ConnectivityDiff diff = ConnectivityDiff.between(Connectivity.of(before), Connectivity.of(after));
 * diff.changes().forEach(System.out::println);
 * diff.policies();
 * }</pre>
 */
@NullMarked
package io.plimsoll.netpol.compare;

import org.jspecify.annotations.NullMarked;

/**
 * Sets of small numbers, and hashes that mix well.
 *
 * <pre>{@code
 * PeerSet open = PeerSet.ofRange(0, 100).minus(PeerSet.ofSorted(new int[] {7}));
 * open.contains(7);                                               // false
 * }</pre>
 */
@NullMarked
package io.plimsoll.netpol.set;

import org.jspecify.annotations.NullMarked;

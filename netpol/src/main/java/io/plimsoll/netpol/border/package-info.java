/**
 * What policies make of namespaces as borders: which pods they close, and which connections cross.
 *
 * <pre>{@code
 * NamespaceBorders borders = NamespaceBorders.of(Connectivity.of(cluster));
 * borders.isolation("shop", Direction.INGRESS).coverage();        // DEFAULT_DENY
 * borders.crossings("shop", Direction.EGRESS);
 * }</pre>
 */
@NullMarked
package io.plimsoll.netpol.border;

import org.jspecify.annotations.NullMarked;

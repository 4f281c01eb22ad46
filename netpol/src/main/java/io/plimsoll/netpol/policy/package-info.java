/**
 * Policies of all kinds in one form, as they are read from their objects, and the objects behind them.
 *
 * <pre>{@code
 * Policy policy = new NetworkPolicyReader(true).read(object.as(NetworkPolicy.KIND));
 * policy.rules(Direction.INGRESS).get(0).peers();
 * }</pre>
 */
@NullMarked
package io.plimsoll.netpol.policy;

import org.jspecify.annotations.NullMarked;

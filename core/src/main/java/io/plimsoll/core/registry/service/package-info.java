/**
 * Strategies of the ways to pods: Service and Ingress; and what gives Services their addresses and ports of nodes.
 *
 * <pre>{@code
 * List<Strategy> strategies = ServiceKinds.strategies();
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.registry.service;

import org.jspecify.annotations.NullMarked;

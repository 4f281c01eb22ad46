/**
 * Strategies of the ways to pods: Service and Ingress.
 *
 * <pre>{@code
 * List<Strategy> strategies = ServiceKinds.strategies();
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.registry.service;

import org.jspecify.annotations.NullMarked;

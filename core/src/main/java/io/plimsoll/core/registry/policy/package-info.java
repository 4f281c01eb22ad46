/**
 * Strategies of what limits and ranks pods: LimitRange, ResourceQuota, PriorityClass and RuntimeClass.
 *
 * <pre>{@code
 * List<Strategy> strategies = Policies.strategies();
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.registry.policy;

import org.jspecify.annotations.NullMarked;

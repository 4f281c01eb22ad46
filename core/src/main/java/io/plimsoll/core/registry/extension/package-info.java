/**
 * Strategies of what extends and guards the API: APIService, CustomResourceDefinition, FlowSchema and
 * PriorityLevelConfiguration.
 *
 * <pre>{@code
 * List<Strategy> strategies = Extensions.strategies();
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.registry.extension;

import org.jspecify.annotations.NullMarked;

/**
 * Strategies of what holds settings: ConfigMap, Secret, ServiceAccount and Namespace.
 *
 * <pre>{@code
 * List<Strategy> strategies = Config.strategies();
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.registry.config;

import org.jspecify.annotations.NullMarked;

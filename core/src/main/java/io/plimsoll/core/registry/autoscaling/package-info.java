/**
 * How the number of pods follows the load: the strategies of autoscalers.
 *
 * <pre>{@code
 * MappingValue autoscaler = strategy.withDefaults(tree);  // spec.metrics: 80 % of the CPU
 * strategy.validate(autoscaler);  // spec.maxReplicas: Required value
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.registry.autoscaling;

import org.jspecify.annotations.NullMarked;

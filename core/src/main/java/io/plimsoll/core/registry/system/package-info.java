/**
 * What the parts of a cluster tell each other: the strategies of nodes, leases, events and requests for certificates.
 *
 * <pre>{@code
 * MappingValue node = strategy.withDefaults(tree);  // status.allocatable: what status.capacity says
 * strategy.validate(node);  // metadata.taints[0].effect: Required value
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.registry.system;

import org.jspecify.annotations.NullMarked;

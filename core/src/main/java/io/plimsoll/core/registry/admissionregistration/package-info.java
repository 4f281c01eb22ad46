/**
 * What decides about requests by configuration: the strategies of webhooks and of policies in CEL, whose expressions are not
 * compiled.
 *
 * <pre>{@code
 * MappingValue configuration = strategy.withDefaults(tree);  // webhooks[0].timeoutSeconds: 10
 * strategy.validate(configuration);  // webhooks[0].sideEffects: Required value: must specify one of None, NoneOnDryRun
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.registry.admissionregistration;

import org.jspecify.annotations.NullMarked;

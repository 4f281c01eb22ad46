/**
 * What an API server knows of each kind that it stores: defaults, preparation, validation and warnings.
 *
 * <p>Each kind has a {@link io.plimsoll.core.validation.Strategy}; pods and their templates are in {@code registry.pod}.
 *
 * <pre>{@code
 * Strategies strategies = Strategies.of(List.of(new PodStrategy()));
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.registry;

import org.jspecify.annotations.NullMarked;

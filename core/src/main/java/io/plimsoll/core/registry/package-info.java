/**
 * What an API server knows of each kind that it stores: defaults, preparation, validation and warnings.
 *
 * <p>Each kind has a {@link io.plimsoll.core.validation.Strategy}; pods and their templates are in {@code registry.pod}, other
 * kinds in packages by what they are for. Here is what they share: a {@link io.plimsoll.core.registry.Part} is an object within
 * an object with its place, and collects what is wrong with it; a {@link io.plimsoll.core.registry.KindStrategy} is what kinds
 * start from.
 *
 * <pre>{@code
 * Part spec = Part.of(deployment, type).object("spec");
 * spec.nonNegative("replicas");
 * spec.errors();  // spec.replicas: Invalid value: -1: must be greater than or equal to 0
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.registry;

import org.jspecify.annotations.NullMarked;

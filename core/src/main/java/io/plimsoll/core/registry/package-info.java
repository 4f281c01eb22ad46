/**
 * What the strategies of kinds have in common: how they read and change trees, and rules that several kinds have.
 *
 * <p>A {@link io.plimsoll.core.registry.Part} is an object within an object with its place, and collects what is wrong with it; a
 * {@link io.plimsoll.core.registry.KindStrategy} is what kinds start from.
 *
 * <pre>{@code
 * Part spec = Part.of(deployment, type).object("spec");
 * spec.nonNegative("replicas");
 * spec.errors().all();  // spec.replicas: Invalid value: -1: must be greater than or equal to 0
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.registry;

import org.jspecify.annotations.NullMarked;

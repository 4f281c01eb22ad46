/**
 * What an API server accepts of an object: the shape of an error, the rules for all objects, and the interface by which kinds
 * bring their own.
 *
 * <p>A {@link io.plimsoll.core.validation.Strategy} knows one kind; a {@link io.plimsoll.core.validation.FieldError} is what it
 * complains about; {@link io.plimsoll.core.validation.Writes} has the order of the steps.
 *
 * <pre>{@code
 * for (FieldError error : strategy.validate(object)) {
 *   System.out.println(error);  // spec.replicas: Invalid value: -1: must be greater than or equal to 0
 * }
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.validation;

import org.jspecify.annotations.NullMarked;

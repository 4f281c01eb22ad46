/**
 * Functions in the place of the servers that an API server asks, such as webhooks: how they are called, and what is said where they
 * fail.
 *
 * <pre>{@code
 * Answer answer = BackendCall.ask(() -> reviewer.review(spec), Answer.Failed::new);
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.backend;

import org.jspecify.annotations.NullMarked;

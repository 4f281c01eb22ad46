/**
 * The bodies of requests as an API server decodes them: what it keeps, what it warns of, and what it says where it does not go on.
 *
 * <pre>{@code
 * Decoded decoded = BodyDecoder.of("v1", "Pod").decode("application/yaml", body, FieldValidation.WARN);
 * decoded.warnings(FieldValidation.WARN);          // unknown field "spec.hostnetwork"
 * if (decoded instanceof Decoded.Accepted accepted) {
 *   accepted.object();                             // the tree without it
 * }
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.decode;

import org.jspecify.annotations.NullMarked;

/**
 * The objects that say who may connect to whom, as plain records, and the rules by which the API server accepts them.
 *
 * <p>Records mirror the API: a component is {@code null} where the API field is absent, a list or map that is absent is empty.
 * They read what is written, without judging it; {@code validate} methods judge.
 *
 * <pre>{@code
 * NetworkPolicy policy = object.as(NetworkPolicy.KIND);
 * policy.spec().types();                             // with the API server's default
 * NetworkPolicyValidation.validate(policy);          // errors by field
 * }</pre>
 */
@NullMarked
package io.plimsoll.netpol.api;

import org.jspecify.annotations.NullMarked;

/**
 * The plug-in {@code ResourceQuota}: what the objects of a namespace may take together.
 *
 * <p>An {@code Evaluator} knows what the objects of one resource take; {@code QuotaCheck} holds one request against the quotas.
 *
 * <pre>{@code
 * AdmissionPlugin quota = new ResourceQuota(List.of());
 * Admission answer = quota.validate(call);
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.admission.quota;

import org.jspecify.annotations.NullMarked;

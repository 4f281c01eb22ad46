/**
 * Admission webhooks: which are called for a request, what they are sent, and what becomes of their answers. A plain function
 * stands in the place of their servers.
 *
 * <pre>{@code
 * WebhookBackend backend = call -> call.webhook().equals("no-latest.example.com")
 *     ? WebhookBackend.Answer.ofHttp(200, noLatest(call.review()))
 *     : call.timedOut();
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.admission.webhook;

import org.jspecify.annotations.NullMarked;

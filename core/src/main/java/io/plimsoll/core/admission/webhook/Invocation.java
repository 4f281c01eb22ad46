package io.plimsoll.core.admission.webhook;

import io.plimsoll.core.schema.ApiResource;

/**
 * A webhook that is to be called, with the resource that it takes the request to be about.
 *
 * @param webhook the webhook
 * @param resource the resource in the version of its rules
 * @param apiVersion the API version of the object that it gets
 */
record Invocation(Webhook webhook, ApiResource resource, String apiVersion) {}

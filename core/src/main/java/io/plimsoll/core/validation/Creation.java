package io.plimsoll.core.validation;

import java.time.Instant;
import java.util.function.Supplier;

/**
 * What an API server adds to a new object.
 *
 * @param namespace the namespace of the request, empty if it is for none
 * @param uid the UID of the object
 * @param time the time of its creation
 * @param suffix makes the five characters that a name from {@code generateName} ends with
 */
public record Creation(String namespace, String uid, Instant time, Supplier<String> suffix) {}

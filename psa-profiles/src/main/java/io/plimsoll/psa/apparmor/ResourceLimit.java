package io.plimsoll.psa.apparmor;

/**
 * A limit that a profile sets.
 *
 * @param resource {@code nofile}, {@code cpu}, …
 * @param value the value in the kernel's unit: bytes, seconds, microseconds or a count; -1 for infinity; a nice value has 20 added
 * @param rule the rule
 */
public record ResourceLimit(String resource, long value, PolicyRule rule) {}

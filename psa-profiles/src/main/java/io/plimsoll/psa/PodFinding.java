package io.plimsoll.psa;

import io.plimsoll.core.finding.Finding;
import java.util.Optional;

/**
 * One field of a pod that a check does not accept.
 *
 * @param finding the field with its absolute path, what it is, what it may be, and the change that mends it
 * @param container the container the field belongs to; empty if it is the pod's own
 */
public record PodFinding(Finding finding, Optional<ContainerRef> container) {}

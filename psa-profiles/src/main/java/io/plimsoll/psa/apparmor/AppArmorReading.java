package io.plimsoll.psa.apparmor;

import io.plimsoll.core.manifest.Problem;
import java.util.Optional;

/**
 * What came of reading the text of profiles: the policy, or the first error, at which the parser stops.
 *
 * @param policy the policy, if there is no error
 * @param problem the error, if there is one
 */
public record AppArmorReading(Optional<AppArmorPolicy> policy, Optional<Problem> problem) {}

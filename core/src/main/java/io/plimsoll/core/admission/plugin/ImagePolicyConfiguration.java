package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.GoDuration;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import java.time.Duration;
import java.util.Optional;

/** The configuration of the plug-in {@code ImagePolicyWebhook}. Mirrors {@code plugin/pkg/admission/imagepolicy/config.go}. */
final class ImagePolicyConfiguration {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private ImagePolicyConfiguration() {}

  /** Returns whether images may be used if nobody says whether they may, once it is clear that the rest makes sense. */
  static boolean defaultAllow(Optional<Value> configuration) throws StartFailure {
    if (configuration.isEmpty()) {
      throw StartFailure.ofMaking("no config specified");
    }
    Fields policy = Trees.object(Fields.of(configuration.get()), "imagePolicy");
    check(
        policy, "retryBackoff", Duration.ofMillis(1), Duration.ofNanos(1), MINUTE.multipliedBy(5));
    check(
        policy, "allowTTL", Duration.ofSeconds(1), Duration.ofSeconds(1), MINUTE.multipliedBy(30));
    check(policy, "denyTTL", Duration.ofSeconds(1), Duration.ofSeconds(1), MINUTE.multipliedBy(30));
    return Boolean.TRUE.equals(policy.bool("defaultAllow"));
  }

  /** A time of 0 stands for the default, and one of -1 for none. */
  private static void check(
      Fields policy, String field, Duration unit, Duration least, Duration most)
      throws StartFailure {
    Long number = policy.int64(field);
    if (number == null || number == 0 || number == -1) {
      return;
    }
    Duration time = unit.multipliedBy(number);
    if (time.compareTo(least) < 0 || time.compareTo(most) > 0) {
      throw StartFailure.ofMaking("valid value is between " + GoDuration.toString(least) + " and "
          + GoDuration.toString(most) + ", got " + GoDuration.toString(time));
    }
  }
}

package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.decode.PlainDecoder;
import io.plimsoll.core.manifest.GoDuration;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.schema.Field;
import io.plimsoll.core.schema.FieldType;
import io.plimsoll.core.schema.GoField;
import io.plimsoll.core.schema.Merge;
import io.plimsoll.core.schema.ObjectType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The configuration of the plug-in {@code ImagePolicyWebhook}. Mirrors {@code plugin/pkg/admission/imagepolicy/config.go}. */
final class ImagePolicyConfiguration {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static final ObjectType TYPE = ObjectType.of(
      "imagepolicy.AdmissionConfig",
      List.of(Field.of(
          "imagePolicy",
          ObjectType.of(
              "imagepolicy.imagePolicyWebhookConfig",
              List.of(
                  Field.of("kubeConfigFile", FieldType.Scalar.STRING),
                  duration("allowTTL"),
                  duration("denyTTL"),
                  duration("retryBackoff"),
                  Field.of("defaultAllow", FieldType.Scalar.BOOLEAN))))));

  private ImagePolicyConfiguration() {}

  private static Field duration(String name) {
    return new Field(
        name,
        FieldType.Scalar.INT64,
        false,
        Merge.ATOMIC,
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        List.of(),
        new GoField("time.Duration", "", false));
  }

  /** Returns whether images may be used if nobody says whether they may, once it is clear that the rest makes sense. */
  static boolean defaultAllow(Optional<Value> configuration) throws StartFailure {
    if (configuration.isEmpty()) {
      throw StartFailure.ofMaking("no config specified");
    }
    Fields policy = Trees.object(decode(configuration.get()), "imagePolicy");
    check(
        policy, "retryBackoff", Duration.ofMillis(1), Duration.ofNanos(1), MINUTE.multipliedBy(5));
    check(
        policy, "allowTTL", Duration.ofSeconds(1), Duration.ofSeconds(1), MINUTE.multipliedBy(30));
    check(policy, "denyTTL", Duration.ofSeconds(1), Duration.ofSeconds(1), MINUTE.multipliedBy(30));
    return Boolean.TRUE.equals(policy.bool("defaultAllow"));
  }

  private static Fields decode(Value configuration) throws StartFailure {
    try {
      return Fields.of(PlainDecoder.decode(configuration, TYPE));
    } catch (IllegalArgumentException wrongType) {
      throw StartFailure.ofMaking(String.valueOf(wrongType.getMessage()));
    }
  }

  /** A time of 0 stands for the default, and one of -1 for none. Like upstream, this counts nanoseconds in 64 bits. */
  private static void check(
      Fields policy, String field, Duration unit, Duration least, Duration most)
      throws StartFailure {
    Long number = policy.int64(field);
    if (number == null || number == 0 || number == -1) {
      return;
    }
    Duration time = Duration.ofNanos(number * unit.toNanos());
    if (time.compareTo(least) < 0 || time.compareTo(most) > 0) {
      throw StartFailure.ofMaking("valid value is between " + GoDuration.toString(least) + " and "
          + GoDuration.toString(most) + ", got " + GoDuration.toString(time));
    }
  }
}

package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.ObjectMeta;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of the classes that are marked as default counts: the newest, of those made in the same second the first by name. */
final class DefaultClass {

  private DefaultClass() {}

  /** Returns the name of the newest object that has one of these annotations with the word {@code true}. */
  static Optional<String> newest(List<? extends ApiObject> classes, String... annotations) {
    return classes.stream()
        .map(ApiObject::metadata)
        .filter(metadata -> Stream.of(annotations)
            .anyMatch(annotation -> "true".equals(metadata.annotations().get(annotation))))
        .min(Comparator.comparing(DefaultClass::made)
            .reversed()
            .thenComparing(ObjectMeta::nameOrEmpty, GoText::compare))
        .map(ObjectMeta::nameOrEmpty);
  }

  private static Instant made(ObjectMeta metadata) {
    Instant time = metadata.creationTimestamp();
    return time == null ? Instant.MIN : time;
  }
}

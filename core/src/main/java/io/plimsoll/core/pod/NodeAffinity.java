package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which nodes a pod prefers or needs. Mirrors {@code core/v1 NodeAffinity}. */
public record NodeAffinity(
    List<PreferredSchedulingTerm> preferredDuringSchedulingIgnoredDuringExecution,
    @Nullable NodeSelector requiredDuringSchedulingIgnoredDuringExecution) {

  public NodeAffinity {
    preferredDuringSchedulingIgnoredDuringExecution =
        List.copyOf(preferredDuringSchedulingIgnoredDuringExecution);
  }

  /** Reads the record from a tree. */
  public static NodeAffinity from(Fields fields) {
    return new NodeAffinity(
        fields.list(
            "preferredDuringSchedulingIgnoredDuringExecution", PreferredSchedulingTerm::from),
        fields.object("requiredDuringSchedulingIgnoredDuringExecution", NodeSelector::from));
  }
}

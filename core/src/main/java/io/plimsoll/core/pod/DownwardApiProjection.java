package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import java.util.List;

/** Facts about the pod in a projected volume. Mirrors {@code core/v1 DownwardAPIProjection}. */
public record DownwardApiProjection(List<DownwardApiVolumeFile> items) {

  public DownwardApiProjection {
    items = List.copyOf(items);
  }

  /** Reads the record from a tree. */
  public static DownwardApiProjection from(Fields fields) {
    return new DownwardApiProjection(fields.list("items", DownwardApiVolumeFile::from));
  }
}

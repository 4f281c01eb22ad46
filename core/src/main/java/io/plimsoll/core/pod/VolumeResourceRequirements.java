package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Maps;
import io.plimsoll.core.model.Quantity;
import java.util.Map;

/** What a volume requests, and its limits. Mirrors {@code core/v1 VolumeResourceRequirements}. */
public record VolumeResourceRequirements(
    Map<String, Quantity> limits, Map<String, Quantity> requests) {

  public VolumeResourceRequirements {
    limits = Maps.copy(limits);
    requests = Maps.copy(requests);
  }

  /** Reads the record from a tree. */
  public static VolumeResourceRequirements from(Fields fields) {
    return new VolumeResourceRequirements(
        fields.quantityMap("limits"), fields.quantityMap("requests"));
  }
}

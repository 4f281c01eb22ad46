package io.plimsoll.posture.tenant;

import io.plimsoll.core.model.Maps;
import io.plimsoll.core.model.Quantity;
import java.util.List;
import java.util.Map;

/**
 * A LimitRange: what it limits, as it is written.
 *
 * @param place the object
 * @param items its limits
 */
public record LimitRangeFacts(Placed place, List<Item> items) {

  public LimitRangeFacts {
    items = List.copyOf(items);
  }

  /**
   * Limits of one type of thing.
   *
   * @param type {@code Container}, {@code Pod} or {@code PersistentVolumeClaim}
   * @param limits by the name of the field, {@code max}, {@code min}, {@code default}, {@code defaultRequest} or {@code
   *     maxLimitRequestRatio}, the quantities by resource; fields that say nothing are left out
   */
  public record Item(String type, Map<String, Map<String, Quantity>> limits) {

    public Item {
      limits = Maps.copy(limits);
    }
  }
}

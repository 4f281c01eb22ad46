package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.Maps;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.model.Quantity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the containers, pods and claims of a namespace may ask for. Mirrors {@code core/v1 LimitRange}.
 *
 * @param metadata its name and namespace
 * @param limits the limits
 * @param defaults what containers get from them
 */
record LimitRange(ObjectMeta metadata, List<Item> limits, LimitDefaults defaults)
    implements ApiObject {

  static final Kind<LimitRange> KIND = new Kind<>("v1", "LimitRange", LimitRange::from);

  LimitRange {
    limits = List.copyOf(limits);
  }

  /**
   * Limits of one type of thing. Mirrors {@code core/v1 LimitRangeItem}.
   *
   * @param type {@code Container}, {@code Pod} or {@code PersistentVolumeClaim}
   * @param max the most of each resource
   * @param min the least of each resource
   * @param defaults the limits of containers that have none
   * @param defaultRequest the requests of containers that have none
   * @param maxLimitRequestRatio how many times its request a limit may be
   */
  record Item(
      String type,
      Map<String, Quantity> max,
      Map<String, Quantity> min,
      Map<String, Quantity> defaults,
      Map<String, Quantity> defaultRequest,
      Map<String, Quantity> maxLimitRequestRatio) {

    static final String CONTAINER = "Container";

    Item {
      max = Maps.copy(max);
      min = Maps.copy(min);
      defaults = Maps.copy(defaults);
      defaultRequest = Maps.copy(defaultRequest);
      maxLimitRequestRatio = Maps.copy(maxLimitRequestRatio);
    }

    /** Reads an item with the defaults that upstream sets when it is written: {@code SetDefaults_LimitRangeItem}. */
    static Item from(Fields fields) {
      Map<String, Quantity> max = fields.quantityMap("max");
      Map<String, Quantity> min = fields.quantityMap("min");
      Map<String, Quantity> defaults = new LinkedHashMap<>(fields.quantityMap("default"));
      Map<String, Quantity> requests = new LinkedHashMap<>(fields.quantityMap("defaultRequest"));
      if (fields.text("type").equals(CONTAINER)) {
        max.forEach(defaults::putIfAbsent);
        defaults.forEach(requests::putIfAbsent);
        min.forEach(requests::putIfAbsent);
      }
      return new Item(
          fields.text("type"),
          max,
          min,
          defaults,
          requests,
          fields.quantityMap("maxLimitRequestRatio"));
    }
  }

  static LimitRange from(Fields fields) {
    List<Item> limits = Trees.object(fields, "spec").list("limits", Item::from);
    return new LimitRange(
        fields.object("metadata", ObjectMeta::from, ObjectMeta.EMPTY),
        limits,
        LimitDefaults.of(limits));
  }

  @Override
  public Kind<LimitRange> objectKind() {
    return KIND;
  }
}

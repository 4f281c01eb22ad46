package io.plimsoll.core.registry.system;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Events in their two groups, which are the same objects. Mirrors {@code pkg/apis/events/v1/conversion.go}. */
public final class EventVersions {

  /** The kind. */
  public static final String KIND = "Event";

  private EventVersions() {}

  /** Returns whether this is a version of events. */
  public static boolean isVersion(String apiVersion) {
    return apiVersion.equals(EventFields.CORE.apiVersion())
        || apiVersion.equals(EventFields.EVENTS.apiVersion());
  }

  /** Returns an event of one of the versions in another. */
  public static MappingValue convert(MappingValue event, String apiVersion) {
    EventFields from =
        fields(event.get("apiVersion") instanceof ScalarValue version ? version.text() : "");
    EventFields to = fields(apiVersion);
    if (from.equals(to)) {
      return event;
    }
    List<String> names = names(from);
    Map<String, Value> converted = new LinkedHashMap<>();
    for (String name : event.keys()) {
      int renamed = names.indexOf(name);
      Value value = event.get(name);
      if (value != null) {
        converted.put(renamed < 0 ? name : names(to).get(renamed), value);
      }
    }
    return MappingValue.of(converted).with("apiVersion", ScalarValue.of(apiVersion));
  }

  private static EventFields fields(String apiVersion) {
    return apiVersion.equals(EventFields.EVENTS.apiVersion())
        ? EventFields.EVENTS
        : EventFields.CORE;
  }

  private static List<String> names(EventFields fields) {
    return List.of(
        fields.involvedObject(),
        fields.message(),
        fields.reportingController(),
        fields.source(),
        fields.firstTimestamp(),
        fields.lastTimestamp(),
        fields.count());
  }
}

package io.plimsoll.posture.tenant;

import io.plimsoll.core.model.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts quotas and limits into text. */
final class LimitText {

  private LimitText() {}

  static List<String> lines(Tenant tenant) {
    List<String> lines = new ArrayList<>();
    for (QuotaFacts quota : tenant.quotas()) {
      lines.add("quota: " + quota.place() + ": "
          + (quota.hard().isEmpty() ? "limits nothing" : quantities(quota.hard()))
          + (quota.scopes().isEmpty() ? "" : "; of " + String.join(", ", quota.scopes())));
    }
    if (tenant.quotas().isEmpty()) {
      lines.add("quota: none");
    }
    for (LimitRangeFacts limits : tenant.limitRanges()) {
      lines.add("limits: " + limits.place() + ": "
          + (limits.items().isEmpty()
              ? "limits nothing"
              : limits.items().stream().map(LimitText::item).collect(Collectors.joining("; "))));
    }
    if (tenant.limitRanges().isEmpty()) {
      lines.add("limits: none");
    }
    return lines;
  }

  private static String item(LimitRangeFacts.Item item) {
    return item.type() + " "
        + item.limits().entrySet().stream()
            .map(entry -> entry.getKey() + " " + quantities(entry.getValue()))
            .collect(Collectors.joining(", "));
  }

  private static String quantities(Map<String, Quantity> quantities) {
    return quantities.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(" "));
  }
}

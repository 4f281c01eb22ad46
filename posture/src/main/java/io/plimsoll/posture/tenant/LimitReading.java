package io.plimsoll.posture.tenant;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the LimitRanges and ResourceQuotas of namespaces, as they are written. */
final class LimitReading {

  private static final List<String> LIMITS =
      List.of("max", "min", "default", "defaultRequest", "maxLimitRequestRatio");

  private final Cluster cluster;

  LimitReading(Cluster cluster) {
    this.cluster = cluster;
  }

  List<LimitRangeFacts> limitRanges(String namespace) {
    return cluster.objects("", "LimitRange", namespace).stream()
        .map(object -> new LimitRangeFacts(
            Placed.in(cluster, object.ref()), spec(object).list("limits", LimitReading::item)))
        .toList();
  }

  private static LimitRangeFacts.Item item(Fields fields) {
    Map<String, Map<String, Quantity>> limits = new LinkedHashMap<>();
    for (String name : LIMITS) {
      Map<String, Quantity> quantities = fields.quantityMap(name);
      if (!quantities.isEmpty()) {
        limits.put(name, quantities);
      }
    }
    return new LimitRangeFacts.Item(fields.text("type"), limits);
  }

  List<QuotaFacts> quotas(String namespace) {
    return cluster.objects("", "ResourceQuota", namespace).stream()
        .map(object -> new QuotaFacts(
            Placed.in(cluster, object.ref()),
            spec(object).quantityMap("hard"),
            scopes(spec(object))))
        .toList();
  }

  private static Fields spec(KubeObject object) {
    return Fields.of(Fields.of(object.tree()).value("spec"));
  }

  private static List<String> scopes(Fields spec) {
    List<String> scopes = new ArrayList<>(spec.strings("scopes"));
    Fields selector = Fields.of(spec.value("scopeSelector"));
    scopes.addAll(selector.list("matchExpressions", LimitReading::scope));
    return scopes;
  }

  private static String scope(Fields expression) {
    List<String> values = expression.strings("values");
    return expression.text("scopeName") + " " + expression.text("operator")
        + (values.isEmpty() ? "" : " " + String.join("|", values));
  }
}

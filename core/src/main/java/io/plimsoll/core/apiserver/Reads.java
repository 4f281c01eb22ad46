package io.plimsoll.core.apiserver;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.FieldSelector;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.Selector;
import io.plimsoll.core.request.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reading objects. Mirrors {@code k8s.io/apiserver/pkg/endpoints/handlers/get.go}. */
final class Reads {

  private Reads() {}

  static Response get(Exchange exchange, Scope scope) throws Refusal {
    MappingValue object = Store.get(exchange, scope);
    return exchange.answer(200, new Response.Body.OfObject(object));
  }

  static Response list(Exchange exchange, Scope scope) throws Refusal {
    List<MappingValue> found = select(exchange, scope);
    return exchange.answer(200, new Response.Body.OfObject(listOf(exchange, scope, found)));
  }

  /** Answers with what a watch begins with: an event for each object there is, a line each. */
  static Response watch(Exchange exchange, Scope scope) throws Refusal {
    StringBuilder events = new StringBuilder();
    for (MappingValue object : select(exchange, scope)) {
      Map<String, Value> event = new LinkedHashMap<>();
      event.put("type", ScalarValue.of("ADDED"));
      event.put("object", object);
      events.append(MappingValue.of(event)).append('\n');
    }
    return exchange.answer(200, new Response.Body.OfText(events.toString()));
  }

  /** Returns the objects that the request selects, as etcd orders them: by namespace and name. */
  static List<MappingValue> select(Exchange exchange, Scope scope) throws Refusal {
    FieldSelector fields =
        SelectableFields.parse(scope, exchange.request().parameter("fieldSelector"));
    Selector labels = labels(exchange.request().parameter("labelSelector"));
    String name = scope.name();
    List<KubeObject> found = new ArrayList<>();
    for (KubeObject object : candidates(exchange.state().cluster(), scope)) {
      if ((name.isEmpty() || object.ref().name().equals(name))
          && labels.matches(object.metadata().labels())
          && (fields.terms().isEmpty()
              || fields.matches(SelectableFields.of(scope, object.tree())))) {
        found.add(object);
      }
    }
    found.sort(Comparator.comparing((KubeObject object) -> object.ref().namespace())
        .thenComparing(object -> object.ref().name()));
    return found.stream().map(KubeObject::tree).toList();
  }

  private static List<KubeObject> candidates(Cluster cluster, Scope scope) {
    String group = scope.resource().group();
    String kind = scope.resource().kind();
    return scope.objectNamespace().isEmpty()
        ? cluster.objects(group, kind)
        : cluster.objects(group, kind, scope.objectNamespace());
  }

  private static Selector labels(String query) throws Refusal {
    try {
      return query.isEmpty() ? Selector.EVERYTHING : Selector.parse(query);
    } catch (IllegalArgumentException invalid) {
      throw Refusal.of(Status.badRequest(
          "unable to parse requirement: " + String.valueOf(invalid.getMessage())));
    }
  }

  /** Returns objects as a list of their kind; its items say neither their kind nor their version. */
  static MappingValue listOf(Exchange exchange, Scope scope, List<MappingValue> objects) {
    Map<String, Value> list = new LinkedHashMap<>();
    list.put("kind", ScalarValue.of(scope.resource().kind() + "List"));
    list.put("apiVersion", ScalarValue.of(scope.resource().apiVersion()));
    list.put(
        "metadata",
        MappingValue.of(Map.of(
            "resourceVersion", ScalarValue.of(Long.toString(exchange.state().revision())))));
    list.put(
        "items",
        SequenceValue.of(objects.stream()
            .map(object -> object.without("kind").without("apiVersion"))
            .toList()));
    return MappingValue.of(list);
  }
}

package io.plimsoll.core.apiserver;

import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.request.ApiRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Opening a connection to a pod, service or node: what admission says of it. What is at the other end is not part of a cluster's
 * objects, so where upstream would connect, the answer is that this is not supported. Mirrors {@code ConnectResource} of {@code
 * k8s.io/apiserver/pkg/endpoints/handlers/rest.go}.
 */
final class Connections {

  static final Set<String> SUBRESOURCES = Set.of("exec", "attach", "portforward", "proxy");

  private static final Set<String> FLAGS = Set.of("stdin", "stdout", "stderr", "tty");

  private final AdmissionChain admission;

  Connections(AdmissionChain admission) {
    this.admission = admission;
  }

  Response connect(Exchange exchange, Scope scope) throws Refusal {
    String kind = kind(scope);
    AdmissionAttributes attributes = new AdmissionAttributes(
        Operation.CONNECT,
        scope.resource(),
        scope.subresource(),
        "v1",
        kind,
        scope.namespace(),
        scope.name(),
        Optional.of(options(exchange.request(), kind)),
        Optional.empty(),
        MappingValue.empty(),
        false,
        exchange.user());
    admission.admit(exchange, attributes);
    admission.validate(exchange, attributes);
    Store.get(exchange, scope);
    throw Refusal.unsupported("connecting to " + scope.ref());
  }

  private static String kind(Scope scope) {
    return switch (scope.subresource()) {
      case "exec" -> "PodExecOptions";
      case "attach" -> "PodAttachOptions";
      case "portforward" -> "PodPortForwardOptions";
      default -> scope.resource().kind() + "ProxyOptions";
    };
  }

  private static MappingValue options(ApiRequest request, String kind) {
    Map<String, Value> tree = new LinkedHashMap<>();
    tree.put("kind", ScalarValue.of(kind));
    tree.put("apiVersion", ScalarValue.of("v1"));
    for (ApiRequest.Parameter parameter : request.query()) {
      String name = parameter.name();
      if (FLAGS.contains(name)) {
        tree.put(name, ScalarValue.of(parameter.value().equals("true")));
      } else if (name.equals("container") || name.equals("path")) {
        tree.put(name, ScalarValue.of(parameter.value()));
      }
    }
    List<String> command = request.parameterValues("command");
    if (!command.isEmpty()) {
      tree.put("command", SequenceValue.of(command.stream().map(ScalarValue::of).toList()));
    }
    return MappingValue.of(tree);
  }
}

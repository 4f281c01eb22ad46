package io.plimsoll.core.apiserver;

import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Status;
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

  private static final Set<String> SCHEMES = Set.of("", "http", "https");

  private final AdmissionChain admission;
  private final CreateAuthorization createAuthorization;

  Connections(AdmissionChain admission, CreateAuthorization createAuthorization) {
    this.admission = admission;
    this.createAuthorization = createAuthorization;
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
    if (scope.subresource().equals("proxy")) {
      checkProxied(exchange, scope);
    } else {
      checkStreamed(exchange, scope);
    }
    throw Refusal.unsupported("connecting to " + scope.ref());
  }

  /** Opening a stream to a pod is creating something, by whatever method. Mirrors {@code streamLocation}. */
  private void checkStreamed(Exchange exchange, Scope scope) throws Refusal {
    if (!exchange.info().attributes().verb().equals("create")) {
      createAuthorization.checkStream(exchange);
    }
    MappingValue pod = Store.get(exchange, scope);
    if (!scope.subresource().equals("portforward")) {
      PodContainers.check(pod, exchange.request().parameter("container"));
    }
    if (PodContainers.node(pod).isEmpty()) {
      throw Refusal.of(Status.badRequest("pod " + scope.name() + " does not have a host assigned"));
    }
  }

  /** Mirrors the {@code ResourceLocation} of pods, services and nodes. */
  private static void checkProxied(Exchange exchange, Scope scope) throws Refusal {
    List<String> parts = List.of(scope.name().split(":", -1));
    int size = parts.size();
    boolean valid = size <= 3
        && (size < 3 || SCHEMES.contains(parts.get(0)))
        && !parts.get(size == 3 ? 1 : 0).isEmpty();
    if (!valid) {
      throw Refusal.of(Status.badRequest(
          "invalid " + scope.resource().singular() + " request " + GoText.quote(scope.name())));
    }
    MappingValue object = Store.get(exchange, scope.named(parts.get(size == 3 ? 1 : 0)));
    if (scope.is("", "pods") && podIp(object).isEmpty()) {
      throw Refusal.of(Status.badRequest("address not allowed"));
    }
  }

  private static String podIp(MappingValue pod) {
    List<String> addresses =
        Fields.of(pod.get("status")).list("podIPs", address -> address.text("ip"));
    return addresses.isEmpty() ? "" : addresses.get(0);
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
    Parameters parameters = new Parameters(request);
    for (ApiRequest.Parameter parameter : request.query()) {
      String name = parameter.name();
      Boolean flag = FLAGS.contains(name) ? parameters.bool(name) : null;
      if (flag != null) {
        tree.put(name, ScalarValue.of(flag));
      } else if (name.equals("container") || name.equals("path")) {
        tree.put(name, ScalarValue.of(request.parameter(name)));
      }
    }
    List<String> command = request.parameterValues("command");
    if (!command.isEmpty()) {
      tree.put("command", SequenceValue.of(command.stream().map(ScalarValue::of).toList()));
    }
    return MappingValue.of(tree);
  }
}

package io.plimsoll.core.admission.webhook;

import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.NotAllowed;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.model.Selector;
import io.plimsoll.core.request.Status;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the labels of a namespace and of objects are those that somebody wants. Mirrors {@code predicates/namespace} and {@code
 * predicates/object} of {@code k8s.io/apiserver/pkg/admission/plugin/webhook}.
 */
final class Selection {

  private Selection() {}

  /** Returns whether the namespace of a request matches; requests for the whole cluster always do. */
  static boolean ofNamespace(AdmissionCall call, LabelSelector selector) throws NotAllowed {
    AdmissionAttributes attributes = call.attributes();
    boolean namespaces = attributes.resource().name().equals("namespaces");
    if (attributes.namespace().isEmpty() && !namespaces) {
      return true;
    }
    Selector parsed = parse(selector);
    return parsed.isEverything() || parsed.matches(labels(call, namespaces));
  }

  private static Map<String, String> labels(AdmissionCall call, boolean namespaces)
      throws NotAllowed {
    AdmissionAttributes attributes = call.attributes();
    boolean written =
        attributes.operation() == Operation.CREATE || attributes.operation() == Operation.UPDATE;
    if (namespaces && attributes.subresource().isEmpty() && written) {
      return labels(call.object());
    }
    Optional<Namespace> namespace = call.cluster().find(Namespace.KIND, "", attributes.namespace());
    if (namespace.isEmpty()) {
      throw new NotAllowed(Status.notFound("", "namespaces", attributes.namespace()));
    }
    return namespace.get().metadata().labels();
  }

  /** Returns whether the object as it is to be or as it was matches. */
  static boolean ofObject(AdmissionCall call, LabelSelector selector) throws NotAllowed {
    Selector parsed = parse(selector);
    return parsed.isEverything()
        || matches(call.attributes().object(), parsed)
        || matches(call.attributes().oldObject(), parsed);
  }

  private static boolean matches(Optional<MappingValue> object, Selector selector) {
    return object
        .filter(tree -> tree.get("metadata") != null)
        .map(tree -> selector.matches(labels(tree)))
        .orElse(false);
  }

  private static Map<String, String> labels(MappingValue object) {
    return Trees.metadata(object).stringMap("labels");
  }

  private static Selector parse(LabelSelector selector) throws NotAllowed {
    try {
      return selector.toSelector();
    } catch (IllegalArgumentException malformed) {
      throw new NotAllowed(Status.internalError(String.valueOf(malformed.getMessage())));
    }
  }
}

package io.plimsoll.core.apiserver;

import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.validation.Strategy;
import java.util.Optional;

/**
 * What a write is about: the scope, the kind of the object that is sent, and how objects of that kind are treated.
 *
 * @param scope the resource, namespace and name
 * @param apiVersion the API version of the object that is sent
 * @param kind the kind of the object that is sent
 * @param strategy how it is treated
 */
record Target(Scope scope, String apiVersion, String kind, Strategy strategy) {

  Target named(String name) {
    return new Target(scope.named(name), apiVersion, kind, strategy);
  }

  /** Returns this for an object that says to be of another kind, as custom resources may until they are validated. */
  Target saidBy(MappingValue object) {
    String said = Fields.of(object).text("kind");
    return said.isEmpty() || said.equals(kind)
        ? this
        : new Target(scope, apiVersion, said, strategy);
  }

  AdmissionAttributes attributes(
      Exchange exchange,
      Operation operation,
      RequestOptions options,
      MappingValue object,
      Optional<MappingValue> old) {
    return new AdmissionAttributes(
        operation,
        scope.resource(),
        scope.subresource(),
        apiVersion,
        kind,
        scope.namespace(),
        scope.name(),
        Optional.of(object),
        old,
        options.tree(),
        options.isDryRun(),
        exchange.user());
  }
}

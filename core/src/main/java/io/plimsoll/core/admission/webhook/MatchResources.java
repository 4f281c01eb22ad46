package io.plimsoll.core.admission.webhook;

import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.support.NotAllowed;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.schema.ApiResource;
import java.util.List;

/**
 * What requests a policy or a binding is for. Mirrors {@code admissionregistration.k8s.io/v1 MatchResources} and {@code
 * k8s.io/apiserver/pkg/admission/plugin/policy/matching}.
 *
 * @param namespaceSelector the namespaces
 * @param objectSelector the objects
 * @param resourceRules the requests, each with the names of objects it is for, all if there are none
 * @param excludeResourceRules the requests that it is not for
 * @param matchesEquivalent whether it is for requests in other versions, too
 */
record MatchResources(
    LabelSelector namespaceSelector,
    LabelSelector objectSelector,
    List<NamedRule> resourceRules,
    List<NamedRule> excludeResourceRules,
    boolean matchesEquivalent) {

  /** A rule that may be for objects of some names only. */
  record NamedRule(Rule rule, List<String> resourceNames) {

    static NamedRule from(Fields fields) {
      return new NamedRule(Rule.from(fields), fields.strings("resourceNames"));
    }

    boolean matches(AdmissionAttributes attributes, ApiResource resource) {
      return rule.matches(attributes, resource)
          && (resourceNames.isEmpty() || resourceNames.contains(attributes.name()));
    }
  }

  static MatchResources from(Fields fields) {
    return new MatchResources(
        fields.object("namespaceSelector", LabelSelector::from, LabelSelector.EVERYTHING),
        fields.object("objectSelector", LabelSelector::from, LabelSelector.EVERYTHING),
        fields.list("resourceRules", NamedRule::from),
        fields.list("excludeResourceRules", NamedRule::from),
        !fields.text("matchPolicy").equals("Exact"));
  }

  /** Returns whether a request is one of these; where there are no rules, all are. */
  boolean matches(AdmissionCall call) throws NotAllowed {
    return !any(excludeResourceRules, call)
        && (resourceRules.isEmpty() || any(resourceRules, call))
        && Selection.ofNamespace(call, namespaceSelector)
        && Selection.ofObject(call, objectSelector);
  }

  private boolean any(List<NamedRule> rules, AdmissionCall call) {
    AdmissionAttributes attributes = call.attributes();
    return rules.stream()
        .anyMatch(rule -> rule.matches(attributes, attributes.resource())
            || (matchesEquivalent
                && Equivalents.in(call.cluster()).of(attributes.resource()).stream()
                    .anyMatch(other -> rule.matches(attributes, other))));
  }
}

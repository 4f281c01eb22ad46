package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.LabelSyntax;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.registry.AddressRules;
import io.plimsoll.core.registry.MapOrder;
import io.plimsoll.core.registry.NodeLabels;
import io.plimsoll.core.registry.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the server remarks of a pod or a template, in upstream's order. Mirrors {@code pkg/api/pod/warnings.go}. */
final class PodWarnings {

  private static final String NO_SELECTOR = ": a null labelSelector results in matching no pod";
  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
  private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";
  private static final String SYSCTLS =
      "non-functional in v1.11+; use the \"sysctls\" field instead";

  private static final Map<String, String> ANNOTATIONS = Map.of(
      "scheduler.alpha.kubernetes.io/critical-pod",
      "non-functional in v1.16+; use the \"priorityClassName\" field instead",
      "security.alpha.kubernetes.io/sysctls",
      SYSCTLS,
      "security.alpha.kubernetes.io/unsafe-sysctls",
      SYSCTLS);

  private static final int MANY_DIGITS = 6;
  private static final Set<String> MULTIPLES = Set.of("", "k", "M", "G", "Ki", "Mi", "Gi");

  private final List<String> warnings = new ArrayList<>();
  private final Part pod;
  private final Part spec;
  private final PodContext context;
  private final Map<String, String> annotations;

  private PodWarnings(Part pod, boolean isPod) {
    this.pod = pod;
    this.spec = pod.object("spec");
    this.context = new PodContext(spec, Fields.of(pod.value("metadata")), isPod, PodLeniency.NONE);
    this.annotations = context.annotations();
  }

  /** Returns what is remarked of a pod, or of a template. */
  static List<String> of(Part pod, boolean isPod) {
    PodWarnings warnings = new PodWarnings(pod, isPod);
    warnings.addAll();
    return warnings.warnings;
  }

  private void addAll() {
    boolean rare = context.hasRareFields();
    if (rare) {
      nodes();
      spread();
    }
    annotations();
    VolumeWarnings.add(warnings, spec.list("volumes"));
    if (rare) {
      repeated("hostAliases", "ip");
    }
    if (spec.has("imagePullSecrets")) {
      repeated("imagePullSecrets", "name");
      pullSecrets();
    }
    if (rare) {
      fractions(spec, "overhead");
    }
    podSeccomp();
    for (Part container : context.allContainers()) {
      container(container);
    }
    PortWarnings.add(warnings, context.allContainers());
    gracePeriod();
    if (rare) {
      affinity();
      addresses();
    }
  }

  private void add(FieldPath path, String text) {
    warnings.add(path + ": " + text);
  }

  private void nodes() {
    if (spec.has("nodeSelector")) {
      for (Map.Entry<String, String> label : MapOrder.byKey(spec.stringMap("nodeSelector"))) {
        NodeLabels.deprecated(label.getKey())
            .ifPresent(text -> add(spec.at("nodeSelector").key(label.getKey()), text));
      }
    }
    if (spec.has("affinity")) {
      Part affinity = spec.object("affinity").object("nodeAffinity");
      for (Part term : affinity.object(REQUIRED).list("nodeSelectorTerms")) {
        nodeTerm(term, false);
      }
      for (Part term : affinity.list(PREFERRED)) {
        nodeTerm(term.object("preference"), true);
      }
    }
  }

  /** Mirrors {@code GetWarningsForNodeSelectorTerm}. */
  private void nodeTerm(Part term, boolean checkValues) {
    for (Part requirement : term.list("matchExpressions")) {
      String key = requirement.text("key");
      NodeLabels.deprecated(key).ifPresent(text -> add(requirement.at("key"), key + " is " + text));
      List<String> values = checkValues ? requirement.strings("values") : List.of();
      for (int i = 0; i < values.size(); i++) {
        for (String error : LabelSyntax.valueErrors(values.get(i))) {
          add(requirement.at("values").index(i), values.get(i) + " is invalid, " + error);
        }
      }
    }
  }

  private void spread() {
    for (Part constraint : spec.list("topologySpreadConstraints")) {
      String key = constraint.text("topologyKey");
      NodeLabels.deprecated(key)
          .ifPresent(text -> add(constraint.at("topologyKey"), key + " is " + text));
      noSelector(constraint);
    }
  }

  private void noSelector(Part term) {
    if (!term.has("labelSelector")) {
      warnings.add(term.at("labelSelector") + NO_SELECTOR);
    }
  }

  private FieldPath annotation(String key) {
    return pod.at("metadata").field("annotations").key(key);
  }

  private void annotations() {
    if (!annotations.isEmpty()) {
      for (Map.Entry<String, String> deprecated : MapOrder.byKey(ANNOTATIONS)) {
        if (annotations.containsKey(deprecated.getKey())) {
          add(annotation(deprecated.getKey()), deprecated.getValue());
        }
      }
    }
  }

  /** Items of a list of which only one of each should be there. */
  private void repeated(String list, String field) {
    MetTexts seen = new MetTexts();
    for (Part item : spec.list(list)) {
      String text = item.text(field);
      if (!seen.add(text)) {
        add(item.at(field), "duplicate " + field + " " + GoText.quote(text));
      }
    }
  }

  private void pullSecrets() {
    for (Part secret : spec.list("imagePullSecrets")) {
      if (secret.text("name").isEmpty()) {
        add(secret.at("name"), "invalid empty name \"\"");
      }
    }
  }

  /** Bytes come in whole numbers. */
  private void fractions(Part part, String list) {
    MappingValue said = part.mapping(list);
    if (!mayBeFraction(said)) {
      return;
    }
    Fields amounts = Fields.of(said);
    fraction(part, list, "memory", amounts.quantity("memory"));
    fraction(part, list, "ephemeral-storage", amounts.quantity("ephemeral-storage"));
  }

  /** Returns whether there are amounts of bytes with a fraction; those that are written as whole numbers have none. */
  private static boolean mayBeFraction(MappingValue amounts) {
    for (int i = 0; i < amounts.size(); i++) {
      String name = amounts.key(i);
      boolean bytes = name.equals("memory") || name.equals("ephemeral-storage");
      if (bytes && amounts.value(i) instanceof ScalarValue amount && !isWhole(amount.text())) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a quantity is written with a few digits and no suffix or one that makes more of it. */
  private static boolean isWhole(String text) {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    return digits > 0 && digits < MANY_DIGITS && MULTIPLES.contains(text.substring(digits));
  }

  private void fraction(Part part, String list, String name, @Nullable Quantity amount) {
    if (amount != null && !amount.isWholeInMillis()) {
      add(
          part.at(list).key(name),
          "fractional byte value " + GoText.quote(amount.toString())
              + " is invalid, must be an integer");
    }
  }

  private void podSeccomp() {
    seccomp(spec, SeccompRules.POD_KEY);
  }

  private void seccomp(Part holder, String key) {
    if (annotations.containsKey(key) && !holder.object("securityContext").has("seccompProfile")) {
      add(annotation(key), "non-functional in v1.27+; use the \"seccompProfile\" field instead");
    }
  }

  private void container(Part container) {
    if (!annotations.isEmpty()) {
      String name = container.text("name");
      seccomp(container, SeccompRules.CONTAINER_PREFIX + name);
      // For pods, this is said before the annotations become fields.
      String annotation = context.isPod() ? null : annotations.get(AppArmorRules.PREFIX + name);
      if (annotation != null
          && !container.object("securityContext").has("appArmorProfile")
          && !isPodProfile(annotation)) {
        warnings.add(AppArmorAnnotations.warning(pod.at("metadata"), AppArmorRules.PREFIX + name));
      }
    }
    Part resources = container.find("resources");
    if (resources != null) {
      fractions(resources, "limits");
      fractions(resources, "requests");
    }
    List<Part> variables = container.list("env");
    if (variables.size() > 1) {
      variables(variables);
    }
  }

  private boolean isPodProfile(String annotation) {
    return AppArmorAnnotations.profile(Fields.of(spec.tree()))
        .filter(profile ->
            AppArmorRules.fieldFor(annotation).filter(profile::equals).isPresent())
        .isPresent();
  }

  /** A variable that is defined again should build on what it was. */
  private void variables(List<Part> variables) {
    MetTexts names = new MetTexts();
    for (Part variable : variables) {
      String name = variable.text("name");
      if (names.add(name)) {
        continue;
      }
      String reference = "$(" + name + ")";
      String value = variable.text("value");
      if (variable.has("valueFrom") || value.equals(reference) || !value.contains(reference)) {
        add(
            variable.path(),
            "hides previous definition of " + GoText.quote(name)
                + ", which may be dropped when using apply");
      }
    }
  }

  private void gracePeriod() {
    if (spec.number("terminationGracePeriodSeconds") < 0) {
      add(
          spec.at("terminationGracePeriodSeconds"),
          "must be >= 0; negative values are invalid and will be treated as 1");
    }
  }

  private void affinity() {
    if (!spec.has("affinity")) {
      return;
    }
    for (String field : List.of("podAffinity", "podAntiAffinity")) {
      Part pods = spec.object("affinity").object(field);
      pods.list(REQUIRED).forEach(this::noSelector);
      pods.list(PREFERRED).forEach(term -> noSelector(term.object("podAffinityTerm")));
    }
  }

  private void addresses() {
    if (spec.has("dnsConfig")) {
      Part config = spec.object("dnsConfig");
      List<String> nameservers = config.strings("nameservers");
      for (int i = 0; i < nameservers.size(); i++) {
        warnings.addAll(
            AddressRules.addressWarnings(config.at("nameservers").index(i), nameservers.get(i)));
      }
    }
    for (Part alias : spec.list("hostAliases")) {
      warnings.addAll(AddressRules.addressWarnings(alias.at("ip"), alias.text("ip")));
    }
  }
}

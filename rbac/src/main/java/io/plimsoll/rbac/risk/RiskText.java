package io.plimsoll.rbac.risk;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.rbac.Binding;
import io.plimsoll.rbac.Grant;
import io.plimsoll.rbac.RuleSource;
import java.util.List;
import java.util.stream.Collectors;

/** Paths as a person reads them: who comes to what, each step with the rule and binding behind it, and what closes the path. */
public final class RiskText {

  private final Cluster cluster;
  private final StringBuilder text = new StringBuilder();

  private RiskText(Cluster cluster) {
    this.cluster = cluster;
  }

  /**
   * Returns a path as a paragraph; lines end in {@code \n}.
   *
   * @param cluster holds the objects as they were read, so that it can be said where rules and bindings stand; of others
   *     only the names are told
   */
  public static String of(RiskPath path, Cluster cluster) {
    return new RiskText(cluster).path(path).text.toString();
  }

  /** Returns a path and what closes it as a paragraph. */
  public static String of(RiskPath path, Cuts cuts, Cluster cluster) {
    return new RiskText(cluster).path(path).cuts(cuts).text.toString();
  }

  private RiskText path(RiskPath path) {
    text.append(path.level().label()).append(": ").append(path.subject());
    text.append(path.isHeld() ? " has " : " reaches ").append(path.goal().id());
    if (!path.isHeld()) {
      text.append(" in ").append(path.steps().size());
      text.append(path.steps().size() == 1 ? " step" : " steps");
    }
    text.append('\n');
    int number = 1;
    for (RiskStep step : path.steps()) {
      text.append("  ").append(number++).append(". ").append(step).append('\n');
      step.uses().forEach(this::use);
      step.basis()
          .ifPresent(
              binding -> text.append("       on ").append(binding(binding)).append('\n'));
    }
    return this;
  }

  private void use(Use use) {
    text.append("       ").append(use.request());
    String separator = ": ";
    for (Grant grant : use.grants()) {
      text.append(separator).append(rule(grant.source()));
      text.append(", by ").append(binding(grant.binding(), grant.subjectPath()));
      separator = "; and in whose name: ";
    }
    use.source().ifPresent(source -> text.append(": ").append(rule(source)));
    text.append('\n');
  }

  private String rule(RuleSource source) {
    return source.path() + " of " + source.role() + place(source.role(), source.path());
  }

  private String binding(Binding binding) {
    return binding.ref() + place(binding.ref(), FieldPath.of("roleRef"));
  }

  private String binding(Binding binding, FieldPath path) {
    return binding.ref() + place(binding.ref(), path);
  }

  /** Returns where a field stands, after a blank and in parentheses; nothing if that is not known. */
  private String place(ObjectRef ref, FieldPath path) {
    return cluster
        .find(ref)
        .flatMap(object -> object.locate(path))
        .map(location -> " (" + location + ")")
        .orElse("");
  }

  private RiskText cuts(Cuts cuts) {
    if (cuts.isClosable()) {
      text.append("  closed by the removal of ");
      text.append(names(cuts.bindings(), cuts.bindings().size() > 1 ? "any of " : ""));
    } else if (cuts.ways().get(0).bindings().isEmpty()) {
      text.append("  no binding is behind it");
    } else {
      text.append("  the removal of no single binding closes it");
      if (cuts.ways().size() > 1) {
        text.append(": there are ").append(cuts.more() ? "at least " : "");
        text.append(cuts.ways().size()).append(" independent ways");
      }
      List<RiskPath> others = cuts.ways().subList(1, cuts.ways().size());
      others.stream()
          .findFirst()
          .ifPresent(other -> text.append(", the next by ").append(names(other.bindings(), "")));
    }
    text.append('\n');
    return this;
  }

  private static String names(List<Binding> bindings, String before) {
    return bindings.stream()
        .map(binding -> binding.ref().toString())
        .collect(Collectors.joining(", ", before, ""));
  }
}

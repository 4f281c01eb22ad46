package io.plimsoll.rbac.risk;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.Printed;
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
    int count = path.steps().size();
    line(path.level().label() + ": " + path.subject()
        + (path.isHeld() ? " has " : " reaches ") + path.goal().id()
        + (path.isHeld() ? "" : " in " + count + (count == 1 ? " step" : " steps")));
    int number = 1;
    for (RiskStep step : path.steps()) {
      line("  " + number++ + ". " + step);
      step.uses().forEach(this::use);
      step.basis().ifPresent(binding -> line("       on " + binding(binding)));
    }
    return this;
  }

  private void use(Use use) {
    StringBuilder line = new StringBuilder("       ").append(use.request());
    String separator = ": ";
    for (Grant grant : use.grants()) {
      line.append(separator).append(rule(grant.source()));
      line.append(", by ").append(binding(grant.binding(), grant.subjectPath()));
      separator = "; and in whose name: ";
    }
    use.source().ifPresent(source -> line.append(": ").append(rule(source)));
    line(line.toString());
  }

  /** Names are those of others: what a terminal would not print stands as an escape. */
  private void line(String line) {
    text.append(Printed.line(line)).append('\n');
  }

  private String rule(RuleSource source) {
    return source.path() + " of " + source.role() + place(source.role(), source.path());
  }

  private String binding(Binding binding) {
    return binding(binding, FieldPath.of("roleRef"));
  }

  private String binding(Binding binding, FieldPath path) {
    return binding.ref() + place(binding.ref(), path);
  }

  /** Returns where a field stands, after a blank and in parentheses; nothing if that is not known. */
  private String place(ObjectRef ref, FieldPath path) {
    return cluster.locate(ref, path).map(location -> " (" + location + ")").orElse("");
  }

  private RiskText cuts(Cuts cuts) {
    StringBuilder line = new StringBuilder("  ");
    if (cuts.isClosable()) {
      line.append("closed by the removal of ");
      line.append(names(cuts.bindings(), cuts.bindings().size() > 1 ? "any of " : ""));
    } else if (cuts.ways().get(0).bindings().isEmpty()) {
      line.append("no binding is behind it");
    } else {
      line.append("the removal of no single binding closes it");
      if (cuts.ways().size() > 1) {
        line.append(": there are ").append(cuts.more() ? "at least " : "");
        line.append(cuts.ways().size()).append(" independent ways");
      }
      List<RiskPath> others = cuts.ways().subList(1, cuts.ways().size());
      others.stream()
          .findFirst()
          .ifPresent(other -> line.append(", the next by ").append(names(other.bindings(), "")));
    }
    line(line.toString());
    return this;
  }

  private static String names(List<Binding> bindings, String before) {
    return bindings.stream()
        .map(binding -> binding.ref().toString())
        .collect(Collectors.joining(", ", before, ""));
  }
}

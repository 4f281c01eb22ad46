package io.plimsoll.rbac.risk;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.report.JsonReport;
import io.plimsoll.rbac.Binding;
import io.plimsoll.rbac.Grant;
import io.plimsoll.rbac.RuleSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Paths for programs.
 *
 * <p>A path has {@code level}, {@code subject}, {@code goal}, {@code steps} and, with cuts, {@code closedBy} and {@code
 * independentWays}. Each step has {@code technique}, {@code from}, {@code to}, {@code text}, {@code basis} where another binding must be there, and {@code uses}, each of which has
 * {@code request} and, where known, {@code rules} and {@code bindings}: {@code object}, {@code path}, and {@code location} as
 * {@link JsonReport} has it.
 */
public final class RiskTree {

  private final Cluster cluster;

  private RiskTree(Cluster cluster) {
    this.cluster = cluster;
  }

  /**
   * Returns the tree of a path.
   *
   * @param cluster holds the objects as they were read, so that it can be said where rules and bindings stand
   */
  public static MappingValue of(RiskPath path, Cluster cluster) {
    return (MappingValue) Value.from(new RiskTree(cluster).path(path));
  }

  /** Returns the tree of a path and what closes it. */
  public static MappingValue of(RiskPath path, Cuts cuts, Cluster cluster) {
    Map<String, Object> tree = new RiskTree(cluster).path(path);
    tree.put(
        "closedBy",
        cuts.bindings().stream().map(binding -> JsonReport.tree(binding.ref())).toList());
    tree.put("independentWays", cuts.isClosable() ? 1 : cuts.ways().size());
    return (MappingValue) Value.from(tree);
  }

  private Map<String, Object> path(RiskPath path) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("level", path.level().label());
    tree.put("subject", path.subject().toString());
    tree.put("goal", path.goal().id());
    tree.put("builtIn", path.builtIn());
    tree.put("steps", path.steps().stream().map(this::step).toList());
    return tree;
  }

  private Map<String, Object> step(RiskStep step) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("technique", step.technique().id());
    tree.put("from", step.from().toString());
    tree.put("to", step.to().toString());
    tree.put("text", step.toString());
    tree.put("uses", step.uses().stream().map(this::use).toList());
    step.basis()
        .ifPresent(binding -> tree.put("basis", field(binding.ref(), FieldPath.of("roleRef"))));
    return tree;
  }

  private Map<String, Object> use(Use use) {
    List<Object> rules = new ArrayList<>();
    List<Object> bindings = new ArrayList<>();
    for (Grant grant : use.grants()) {
      rules.add(rule(grant.source()));
      Binding binding = grant.binding();
      bindings.add(field(binding.ref(), grant.subjectPath()));
    }
    use.source().ifPresent(source -> rules.add(rule(source)));
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("request", use.request().toString());
    putUnlessEmpty(tree, "rules", rules);
    putUnlessEmpty(tree, "bindings", bindings);
    return tree;
  }

  private static void putUnlessEmpty(Map<String, Object> tree, String key, List<Object> items) {
    if (!items.isEmpty()) {
      tree.put(key, items);
    }
  }

  private Map<String, Object> rule(RuleSource source) {
    return field(source.role(), source.path());
  }

  private Map<String, Object> field(ObjectRef ref, FieldPath path) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("object", JsonReport.tree(ref));
    tree.put("path", path.toString());
    cluster
        .locate(ref, path)
        .ifPresent(location -> tree.put("location", JsonReport.tree(location)));
    return tree;
  }
}

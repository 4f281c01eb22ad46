package io.plimsoll.rbac.picture;

import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.report.Graph;
import io.plimsoll.core.report.Graph.Edge;
import io.plimsoll.core.report.Graph.Node;
import io.plimsoll.core.report.Graph.Shape;
import io.plimsoll.rbac.Binding;
import io.plimsoll.rbac.PolicyRules;
import io.plimsoll.rbac.Rbac;
import io.plimsoll.rbac.Role;
import io.plimsoll.rbac.RoleBinding;
import io.plimsoll.rbac.RoleRef;
import io.plimsoll.rbac.RuleSet;
import io.plimsoll.rbac.Subject;
import io.plimsoll.rbac.kubectl.ResourceAccess;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A picture of bindings in the making: each node and each arrow once, in the order in which they come. */
final class AccessDrawing {

  /** So many resources of a role with the same verbs are named. */
  private static final int SHOWN = 6;

  private final Rbac rbac;
  private final Optional<Subject> focus;

  /** The subject in focus and the groups that it, or each of its members, is in; empty without a focus. */
  private final Set<Subject> focused = new HashSet<>();

  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Set<Edge> edges = new LinkedHashSet<>();
  private final Map<String, GrantedRole> roles = new LinkedHashMap<>();

  AccessDrawing(Rbac rbac, Optional<Subject> focus) {
    this.rbac = rbac;
    this.focus = focus;
    focus.ifPresent(this::focus);
  }

  private void focus(Subject subject) {
    subject(subject);
    focused.add(subject);
    focused.addAll(subject.impliedGroups());
  }

  /**
   * A role that a binding grants.
   *
   * @param role the role
   * @param everywhere whether a ClusterRoleBinding grants it, so that its URLs count
   */
  private record GrantedRole(RuleSet role, boolean everywhere) {}

  /** Draws a binding with its subjects and its role, if it is for the subject in focus. */
  void add(Binding binding) {
    List<Subject> subjects = binding.subjects().stream()
        .map(subject -> subject.canonical(binding.scope()))
        .distinct()
        .filter(subject -> focus.isEmpty() || focused.contains(subject))
        .toList();
    if (focus.isPresent() && subjects.isEmpty()) {
      return;
    }
    String id = id(binding.ref());
    String name = binding.metadata().nameOrEmpty();
    node(id, binding.ref().kind() + "\n" + name, binding.scope(), Shape.BOX);
    for (Subject subject : subjects) {
      edges.add(new Edge(subject(subject), id, ""));
      if (focus.isPresent() && !subject.equals(focus.get())) {
        edges.add(new Edge(subject(focus.get()), subject(subject), "is in"));
      }
    }
    edges.add(new Edge(id, role(binding), ""));
  }

  private String subject(Subject subject) {
    String id = "subject\n" + subject.kind() + "\n" + subject.namespace() + "\n" + subject.name();
    String label = subject.kind() + "\n" + subject.name();
    return node(id, label, subject.namespace(), Shape.ROUND);
  }

  private String role(Binding binding) {
    RoleRef reference = binding.roleRef();
    boolean local = binding instanceof RoleBinding && reference.kind().equals(Role.KIND.kind());
    Optional<RuleSet> role = rbac.roleOf(binding);
    String namespace = local ? binding.scope() : "";
    String id = "role\n" + reference.kind() + "\n" + namespace + "\n" + reference.name();
    String missing = role.isPresent() ? "" : "\n(not defined here)";
    node(id, reference.kind() + "\n" + reference.name() + missing, namespace, Shape.HEXAGON);
    role.ifPresent(found -> roles.merge(
        id, new GrantedRole(found, binding.scope().isEmpty()), (a, b) -> a.everywhere() ? a : b));
    return id;
  }

  private String node(String id, String label, String namespace, Shape shape) {
    String frame = namespace.isEmpty() ? "" : "namespace " + namespace;
    nodes.putIfAbsent(id, new Node(id, label, frame, shape));
    return id;
  }

  private static String id(ObjectRef ref) {
    return ref.kind() + "\n" + ref.namespace() + "\n" + ref.name() + "\n" + ref.generateName();
  }

  /** Draws what the roles allow: one node for all resources on which a role allows the same verbs. */
  private void resources(String id, GrantedRole granted) {
    Map<String, List<ResourceAccess>> byVerbs = new LinkedHashMap<>();
    for (ResourceAccess access :
        ResourceAccess.of(PolicyRules.forDisplay(granted.role().rules()))) {
      if (!access.isUrl() || granted.everywhere()) {
        String verbs = String.join(", ", new TreeSet<>(access.verbs()));
        byVerbs.computeIfAbsent(verbs, v -> new ArrayList<>()).add(access);
      }
    }
    byVerbs.forEach((verbs, accesses) -> {
      String what = id + "\n" + verbs;
      String namespace = granted.role().metadata().namespaceOrEmpty();
      node(what, label(accesses), namespace, Shape.CYLINDER);
      edges.add(new Edge(id, what, verbs));
    });
  }

  private static String label(List<ResourceAccess> accesses) {
    List<String> lines = new ArrayList<>();
    accesses.stream().limit(SHOWN).forEach(access -> lines.add(text(access)));
    if (accesses.size() > SHOWN) {
      lines.add("and " + (accesses.size() - SHOWN) + " more");
    }
    return String.join("\n", lines);
  }

  private static String text(ResourceAccess access) {
    return access.resource()
        + (access.resourceNames().isEmpty()
            ? ""
            : " \"" + String.join("\", \"", access.resourceNames()) + "\"");
  }

  Graph graph() {
    roles.forEach(this::resources);
    return Graph.of(List.copyOf(nodes.values()), List.copyOf(edges));
  }
}

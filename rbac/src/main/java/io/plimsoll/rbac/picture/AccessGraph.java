package io.plimsoll.rbac.picture;

import io.plimsoll.core.report.DotWriter;
import io.plimsoll.core.report.Graph;
import io.plimsoll.core.report.MermaidWriter;
import io.plimsoll.rbac.Binding;
import io.plimsoll.rbac.Rbac;
import io.plimsoll.rbac.Subject;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A picture of who may do what: from subjects to the bindings that name them, to roles, to what those allow.
 *
 * <p>Frames are namespaces; what is in none counts everywhere. A role is drawn if a binding grants it, also one that is not defined.
 * Resources on which a role allows the same verbs are one node, of which the first few are named. URLs are drawn where a
 * ClusterRoleBinding grants them, as no other does. The order is that in which bindings are visited.
 */
public final class AccessGraph {

  /** What Mermaid takes, and more than anybody follows with the eye. */
  private static final int MAX_EDGES = 500;

  private final Rbac rbac;
  private final Optional<Subject> focus;
  private final Optional<String> namespace;

  private AccessGraph(Rbac rbac, Optional<Subject> focus, Optional<String> namespace) {
    this.rbac = rbac;
    this.focus = focus;
    this.namespace = namespace;
  }

  /** Returns the picture of all bindings. */
  public static AccessGraph of(Rbac rbac) {
    return new AccessGraph(rbac, Optional.empty(), Optional.empty());
  }

  /**
   * Returns the picture of what one subject, or each member of a group, may do: by itself and by the groups that Kubernetes puts
   * it into.
   *
   * @throws IllegalArgumentException if it is a service account without a namespace
   */
  public AccessGraph focus(Subject subject) {
    if (subject.kind().equals(Subject.SERVICE_ACCOUNT) && subject.namespace().isEmpty()) {
      throw new IllegalArgumentException("no namespace: \"" + subject + "\"");
    }
    return new AccessGraph(rbac, Optional.of(subject.canonical("")), namespace);
  }

  /** Returns the picture of what may be done in one namespace; with the empty one, of ClusterRoleBindings alone. */
  public AccessGraph in(String onlyNamespace) {
    return new AccessGraph(rbac, focus, Optional.of(onlyNamespace));
  }

  /** Returns the whole picture, however large. */
  public Graph graph() {
    AccessDrawing drawing = new AccessDrawing(rbac, focus);
    Stream.<Binding>concat(rbac.clusterRoleBindings().stream(), rbac.roleBindings().stream())
        .filter(binding -> namespace.isEmpty()
            || binding.scope().isEmpty()
            || binding.scope().equals(namespace.get()))
        .forEach(drawing::add);
    return drawing.graph();
  }

  /** Returns the picture as Mermaid, folded if it is large; a note says so. */
  public String mermaid() {
    return MermaidWriter.of(graph());
  }

  /** Returns the picture in the language of Graphviz, folded if it has more than 500 arrows; a note says so. */
  public String dot() {
    return DotWriter.of(graph().folded(MAX_EDGES));
  }
}

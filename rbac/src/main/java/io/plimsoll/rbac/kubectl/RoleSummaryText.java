package io.plimsoll.rbac.kubectl;

import io.plimsoll.rbac.Binding;
import io.plimsoll.rbac.ClusterRole;
import io.plimsoll.rbac.RoleBinding;
import io.plimsoll.rbac.Subject;
import io.plimsoll.rbac.kubectl.RoleSummary.BoundRole;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A summary in the layout of {@code kubectl rolesum}: a heading and a table of marks for each binding. */
final class RoleSummaryText {

  /** The verbs that have a column, and the marks of their heading: {@code G L W C U P D DC}. */
  private static final List<String> MARKED =
      List.of("get", "list", "watch", "create", "update", "patch", "delete", "deletecollection");

  private static final List<String> HEADER =
      List.of("Resource", "Name", "Exclude", "Verbs", "G L W C U P D DC");

  private static final int LAST = HEADER.size() - 1;

  private final StringBuilder text = new StringBuilder();

  private RoleSummaryText() {}

  static String of(RoleSummary summary) {
    RoleSummaryText out = new RoleSummaryText();
    out.text.append(name(summary.subject())).append("\n\nPolicies:\n");
    out.policies(inNamespaces(summary, true));
    out.text.append('\n');
    out.policies(inNamespaces(summary, false));
    return out.text.toString();
  }

  private static List<BoundRole> inNamespaces(RoleSummary summary, boolean namespaced) {
    return summary.roles().stream()
        .filter(role -> role.binding() instanceof RoleBinding == namespaced)
        .toList();
  }

  private static String name(Subject subject) {
    String name = subject.kind().equals(Subject.SERVICE_ACCOUNT)
        ? subject.namespace() + "/" + subject.name()
        : subject.name();
    return subject.kind() + ": " + name;
  }

  private void policies(List<BoundRole> roles) {
    for (int i = 0; i < roles.size(); i++) {
      text.append(i == 0 ? "" : "\n");
      policy(roles.get(i));
      text.append('\n');
    }
  }

  private void policy(BoundRole bound) {
    Binding binding = bound.binding();
    boolean clusterRole = binding.roleRef().kind().equals(ClusterRole.KIND.kind());
    text.append("• [")
        .append(binding instanceof RoleBinding ? "RB" : "CRB")
        .append("] ")
        .append(inScope(binding.scope(), binding.metadata().nameOrEmpty()))
        .append(" ⟶  [")
        .append(clusterRole ? "CR" : "R")
        .append("] ")
        .append(inScope(clusterRole ? "" : binding.scope(), binding.roleRef().name()))
        .append('\n');
    if (!bound.accesses().isEmpty()) {
      table(bound.accesses());
    }
  }

  private static String inScope(String namespace, String name) {
    return (namespace.isBlank() ? "*" : namespace) + "/" + name;
  }

  private void table(List<ResourceAccess> accesses) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    accesses.forEach(access -> rows.add(row(access)));
    int[] widths = IntStream.range(0, LAST).map(column -> width(rows, column)).toArray();
    for (List<String> row : rows) {
      text.append("  ").append(row.get(0)).append(blanks(widths[0] - length(row.get(0))));
      for (int column = 1; column < LAST; column++) {
        int gap = widths[column] - length(row.get(column));
        text.append("  ")
            .append(blanks(gap / 2))
            .append(row.get(column))
            .append(blanks(gap - gap / 2));
      }
      text.append("  ").append(row.get(LAST)).append('\n');
    }
  }

  private static List<String> row(ResourceAccess access) {
    List<String> others = access.verbs().stream()
        .filter(verb -> !verb.equals("*") && !MARKED.contains(verb))
        .toList();
    String marks = MARKED.stream()
        .map(verb -> access.allows(verb) ? "✔" : "✖")
        .collect(Collectors.joining(" "));
    return List.of(
        access.resource(), list(access.resourceNames(), "*"), "[-]", list(others, "-"), marks);
  }

  private static String list(List<String> texts, String ifNone) {
    return "[" + (texts.isEmpty() ? ifNone : String.join(", ", texts)) + "]";
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  private static String blanks(int count) {
    return " ".repeat(count);
  }
}

package io.plimsoll.rbac;

import io.plimsoll.core.manifest.GoText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rules in columns. Mirrors {@code printAccess} of {@code kubectl/pkg/cmd/auth/cani.go} and the tab writer it prints with. */
final class RuleTable {

  private static final List<String> HEADER =
      List.of("Resources", "Non-Resource URLs", "Resource Names", "Verbs");

  private static final int NARROWEST = 6;
  private static final int PADDING = 3;

  private RuleTable() {}

  static String print(List<PolicyRule> rules) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    for (PolicyRule rule : rules) {
      rows.add(List.of(
          resource(rule),
          GoText.list(rule.nonResourceURLs()),
          GoText.list(rule.resourceNames()),
          GoText.list(rule.verbs())));
    }
    int last = HEADER.size() - 1;
    int[] widths = IntStream.range(0, last).map(column -> width(rows, column)).toArray();
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      for (int column = 0; column < last; column++) {
        String cell = row.get(column);
        text.append(cell).append(" ".repeat(widths[column] - length(cell)));
      }
      text.append(row.get(last)).append('\n');
    }
    return text.toString();
  }

  private static int width(List<List<String>> rows, int column) {
    int widest = rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
    return Math.max(NARROWEST, widest + PADDING);
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  /** {@code deployments.apps/scale}. Mirrors {@code CombineResourceGroup}. */
  private static String resource(PolicyRule rule) {
    if (rule.resources().isEmpty()) {
      return "";
    }
    String resource = rule.resources().get(0);
    String group = rule.apiGroups().isEmpty() ? "" : rule.apiGroups().get(0);
    int slash = resource.indexOf('/');
    int end = slash < 0 ? resource.length() : slash;
    return resource.substring(0, end)
        + (group.isEmpty() ? "" : "." + group)
        + resource.substring(end);
  }
}

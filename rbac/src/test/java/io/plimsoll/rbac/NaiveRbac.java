package io.plimsoll.rbac;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The slowest right answer: every binding and every rule in order, as upstream's code reads. Shares nothing with the engine. */
record NaiveRbac(
    List<ClusterRole> clusterRoles,
    List<Role> roles,
    List<ClusterRoleBinding> clusterRoleBindings,
    List<RoleBinding> roleBindings) {

  /** Sees each rule with the sentence that describes its grant; says whether to go on. */
  private interface Visitor {
    boolean rule(String source, PolicyRule rule);

    void error(String error);
  }

  /** Returns {@code Allow} or {@code NoOpinion}, and the reason. */
  String authorize(User user, Attributes request) {
    List<String> reasons = new ArrayList<>();
    Set<String> errors = new LinkedHashSet<>();
    visitRulesFor(user, request.namespace(), new Visitor() {
      @Override
      public boolean rule(String source, PolicyRule rule) {
        if (allows(rule, request)) {
          reasons.add("RBAC: allowed by " + source);
        }
        return reasons.isEmpty();
      }

      @Override
      public void error(String error) {
        errors.add(error);
      }
    });
    if (!reasons.isEmpty()) {
      return "Allow " + reasons.get(0);
    }
    String text = String.join(", ", errors);
    return "NoOpinion "
        + (errors.isEmpty() ? "" : "RBAC: " + (errors.size() == 1 ? text : "[" + text + "]"));
  }

  /** Returns all rules for a user, in order. */
  List<PolicyRule> rulesFor(User user, String namespace) {
    List<PolicyRule> rules = new ArrayList<>();
    visitRulesFor(user, namespace, new Visitor() {
      @Override
      public boolean rule(String source, PolicyRule rule) {
        rules.add(rule);
        return true;
      }

      @Override
      public void error(String error) {
        // Only rules count here.
      }
    });
    return rules;
  }

  /**
   * Returns everybody who may do something, each once with a line for each binding that lets them: subject, binding, the index of
   * the subject and of the rule.
   */
  Map<String, List<String>> whoCan(Attributes request) {
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, List<String>> found = new LinkedHashMap<>();
    names.put("Group system:masters", "Group system:masters");
    found.put("Group system:masters", new ArrayList<>());
    Stream.concat(clusterRoleBindings.stream(), roleBindings.stream())
        .filter(binding -> binding.scope().isEmpty() || binding.scope().equals(request.namespace()))
        .forEach(binding -> {
          int rule = firstAllowing(binding, request);
          Set<String> here = new HashSet<>();
          for (int i = 0; rule >= 0 && i < binding.subjects().size(); i++) {
            Subject subject = binding.subjects().get(i);
            String home = subject.namespace().isEmpty() ? binding.scope() : subject.namespace();
            String who = identity(subject, home);
            if (who.isEmpty() || !here.add(who)) {
              continue;
            }
            boolean account = subject.kind().equals("ServiceAccount");
            String shown = subject.kind() + " " + (account ? home + "/" : "") + subject.name();
            found
                .computeIfAbsent(names.computeIfAbsent(who, w -> shown), w -> new ArrayList<>())
                .add(binding.ref() + " " + i + " " + rule);
          }
        });
    return found;
  }

  private static String identity(Subject subject, String home) {
    return switch (subject.kind()) {
      case "User" -> "User " + subject.name();
      case "Group" -> "Group " + subject.name();
      case "ServiceAccount" ->
        home.isEmpty() ? "" : "User system:serviceaccount:" + home + ":" + subject.name();
      default -> "";
    };
  }

  private int firstAllowing(Binding binding, Attributes request) {
    List<PolicyRule> rules = resolve(binding.roleRef(), binding.scope(), new Visitor() {
      @Override
      public boolean rule(String source, PolicyRule rule) {
        return true;
      }

      @Override
      public void error(String error) {
        // Only rules count here.
      }
    });
    return IntStream.range(0, rules.size())
        .filter(i -> allows(rules.get(i), request))
        .findFirst()
        .orElse(-1);
  }

  private void visitRulesFor(User user, String namespace, Visitor visitor) {
    for (ClusterRoleBinding binding : clusterRoleBindings) {
      String name = '"' + binding.metadata().name() + '"';
      if (!visit("ClusterRoleBinding " + name, binding, user, "", visitor)) {
        return;
      }
    }
    if (namespace.isEmpty()) {
      return;
    }
    for (RoleBinding binding : roleBindings) {
      if (!namespace.equals(binding.metadata().namespace())) {
        continue;
      }
      String name = '"' + binding.metadata().name() + "/" + namespace + '"';
      if (!visit("RoleBinding " + name, binding, user, namespace, visitor)) {
        return;
      }
    }
  }

  private boolean visit(
      String title, Binding binding, User user, String namespace, Visitor visitor) {
    for (Subject subject : binding.subjects()) {
      String home = subject.namespace().isEmpty() ? namespace : subject.namespace();
      if (!appliesTo(subject, home, user)) {
        continue;
      }
      List<PolicyRule> rules = resolve(binding.roleRef(), namespace, visitor);
      String shown =
          subject.kind().equals("ServiceAccount") ? subject.name() + "/" + home : subject.name();
      String source = title + " of " + binding.roleRef().kind() + " \""
          + binding.roleRef().name() + "\" to " + subject.kind() + " \"" + shown + '"';
      for (PolicyRule rule : rules) {
        if (!visitor.rule(source, rule)) {
          return false;
        }
      }
      return true;
    }
    return true;
  }

  private static boolean appliesTo(Subject subject, String home, User user) {
    return switch (subject.kind()) {
      case "User" -> user.name().equals(subject.name());
      case "Group" -> user.groups().contains(subject.name());
      case "ServiceAccount" ->
        !home.isEmpty()
            && user.name().equals("system:serviceaccount:" + home + ":" + subject.name());
      default -> false;
    };
  }

  private List<PolicyRule> resolve(RoleRef reference, String namespace, Visitor visitor) {
    String kind = reference.kind();
    if (kind.equals("ClusterRole")) {
      for (ClusterRole role : clusterRoles) {
        if (reference.name().equals(role.metadata().name())) {
          return role.rules();
        }
      }
    } else if (kind.equals("Role")) {
      for (Role role : roles) {
        if (reference.name().equals(role.metadata().name())
            && namespace.equals(role.metadata().namespace())) {
          return role.rules();
        }
      }
    } else {
      visitor.error("unsupported role reference kind: \"" + kind + '"');
      return List.of();
    }
    visitor.error(kind.toLowerCase(Locale.ROOT) + ".rbac.authorization.k8s.io \"" + reference.name()
        + "\" not found");
    return List.of();
  }

  private static boolean allows(PolicyRule rule, Attributes request) {
    if (!has(rule.verbs(), request.verb())) {
      return false;
    }
    if (!request.isResourceRequest()) {
      return rule.nonResourceURLs().stream()
          .anyMatch(url -> url.equals("*")
              || url.equals(request.path())
              || (url.endsWith("*") && request.path().startsWith(url.replaceFirst("\\*+$", ""))));
    }
    String sub = request.subresource();
    String combined = sub.isEmpty() ? request.resource() : request.resource() + "/" + sub;
    return has(rule.apiGroups(), request.apiGroup())
        && (has(rule.resources(), combined)
            || (!sub.isEmpty() && rule.resources().contains("*/" + sub)))
        && (rule.resourceNames().isEmpty() || rule.resourceNames().contains(request.name()));
  }

  private static boolean has(List<String> allowed, String asked) {
    return allowed.contains("*") || allowed.contains(asked);
  }
}

package io.plimsoll.rbac.least;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.rbac.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What subjects need, everywhere and in each namespace. */
final class Needs {

  /** Service accounts by namespace, then users. */
  private static final Comparator<Subject> ORDER = Comparator.comparing(Subject::kind)
      .thenComparing(Subject::namespace, GoText::compare)
      .thenComparing(Subject::name, GoText::compare);

  private final Map<Subject, Map<String, Permissions>> bySubject = new TreeMap<>(ORDER);
  private final Set<Problem> problems = new LinkedHashSet<>();

  void add(AccessRequest request) {
    Attributes attributes = request.attributes();
    if (request.user().name().isEmpty()) {
      problems.add(Problem.error(
          "nameless-user", null, "nobody to grant it to: " + GoText.quote(attributes.toString())));
      return;
    }
    if (isWildcard(attributes)) {
      problems.add(Problem.warning(
          "wildcard-request",
          null,
          "a rule for it allows more: " + GoText.quote(request.toString())));
    }
    String scope = attributes.isResourceRequest() ? attributes.namespace() : "";
    bySubject
        .computeIfAbsent(Subject.of(request.user()), subject -> new TreeMap<>())
        .computeIfAbsent(scope, namespace -> new Permissions())
        .add(attributes);
  }

  /** Whether a rule reads a text of the request as more than itself. */
  private static boolean isWildcard(Attributes request) {
    if (request.verb().equals("*")) {
      return true;
    }
    return request.isResourceRequest()
        ? request.apiGroup().equals("*")
            || request.combinedResource().equals("*")
            || request.combinedResource().startsWith("*/")
        : request.path().endsWith("*");
  }

  List<Problem> problems() {
    return new ArrayList<>(problems);
  }

  /** A subject that needs what nobody else may need, or the same, in a scope. */
  record Need(Subject subject, String scope, Permissions permissions) {}

  /** Returns what each subject needs in each scope; what it needs everywhere is not needed in a namespace again. */
  List<Need> list() {
    List<Need> needs = new ArrayList<>();
    bySubject.forEach((subject, byScope) -> {
      Permissions everywhere = byScope.getOrDefault("", new Permissions());
      byScope.forEach((scope, permissions) -> {
        Permissions rest = scope.isEmpty() ? permissions : permissions.without(everywhere);
        if (!rest.isEmpty()) {
          needs.add(new Need(subject, scope, rest));
        }
      });
    });
    return needs;
  }
}

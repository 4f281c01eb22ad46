package io.plimsoll.rbac;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import io.plimsoll.rbac.NearMiss.Aspect;
import io.plimsoll.rbac.NearMiss.Typo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The search for all rules that allow a request, or for those that nearly do.
 *
 * <p>It looks at every rule of the user's bindings, and asks every other role once; of each aspect only a few misses are kept.
 */
final class Explainer {

  /** So many names of roles that do not exist are compared with those that do. */
  private static final int MISSING_ROLES = 100;

  private final BindingIndex index;
  private final User user;
  private final Attributes request;
  private final RoleAnswers answers;
  private final NearMisses misses = new NearMisses();

  Explainer(BindingIndex index, User user, Attributes request) {
    this.index = index;
    this.user = user;
    this.request = request;
    this.answers = new RoleAnswers(request, index.roles());
  }

  Explanation explain() {
    List<Bound> bindings = index.bindingsOf(user, request.namespace());
    Decision decision = index.decide(user, request);
    if (decision.isAllowed()) {
      return new Explanation(user, request, decision, grants(bindings), List.of());
    }
    int missing = 0;
    for (Bound bound : bindings) {
      if (bound.role() == null && missing++ < MISSING_ROLES) {
        missingRole(bound.binding());
      } else if (bound.role() != null) {
        rules(bound.binding(), bound.role());
      }
    }
    otherNamespaces();
    index.scopes(request.namespace()).forEach(this::otherSubjects);
    return new Explanation(user, request, decision, List.of(), misses.sorted());
  }

  private List<Grant> grants(List<Bound> bindings) {
    List<Grant> grants = new ArrayList<>();
    for (Bound bound : bindings) {
      if (bound.role() == null) {
        continue;
      }
      int subject = bound.binding().subjectFor(user).orElseThrow();
      List<PolicyRule> rules = bound.role().role().rules();
      for (int i = 0; i < rules.size(); i++) {
        if (rules.get(i).allows(request)) {
          grants.add(bound.role().grant(bound.binding(), subject, i));
        }
      }
    }
    return grants;
  }

  private void missingRole(Binding binding) {
    String name = binding.roleRef().name();
    Optional<Typo> typo = index
        .roles()
        .nearest(binding, request)
        .map(role -> new Typo(
            name, role.kind().equals(binding.roleRef().kind()) ? role.name() : role.toString()));
    misses.add(new NearMiss(
        Aspect.ROLE,
        binding,
        Optional.empty(),
        binding.ref(),
        FieldPath.of("roleRef", "name"),
        List.of(name),
        name,
        typo));
  }

  /** Looks at the rules of a binding that is for the user and counts for the request. */
  private void rules(Binding binding, RuleIndex role) {
    List<PolicyRule> rules = role.role().rules();
    for (int i = 0; i < rules.size(); i++) {
      Aspect missed = RuleMiss.onlyOne(rules.get(i), request);
      if (missed != null && misses.hasRoom(missed)) {
        RuleSource source = role.source(i);
        misses.add(RuleMiss.of(missed, binding, rules.get(i), source, request));
      }
    }
  }

  /** Looks for bindings of the user that would allow it if they were elsewhere. */
  private void otherNamespaces() {
    int hash = ResourceTable.hash(request.resource(), request.subresource());
    for (String namespace : index.namespaces()) {
      if (!misses.hasRoom(Aspect.NAMESPACE)) {
        return;
      }
      Scope scope = index.namespace(namespace);
      long first = namespace.equals(request.namespace())
          ? Scope.NONE
          : scope.firstAllowing(user, request, hash);
      if (first >= 0) {
        Bound bound = scope.binding(Scope.binding(first));
        misses.add(new NearMiss(
            Aspect.NAMESPACE,
            bound.binding(),
            Optional.of(bound.roleOrThrow().source(Scope.rule(first))),
            bound.binding().ref(),
            FieldPath.of("metadata", "namespace"),
            List.of(namespace),
            wantedNamespace(),
            Optional.empty()));
      }
    }
  }

  private String wantedNamespace() {
    if (!request.isResourceRequest()) {
      return "for URLs";
    }
    return request.namespace().isEmpty() ? "everywhere" : "in " + request.namespace();
  }

  /** Looks for bindings of others that allow it. */
  private void otherSubjects(Scope scope) {
    for (Bound bound : scope.bindings()) {
      RuleIndex role = bound.role();
      if (role != null
          && !bound.binding().subjects().isEmpty()
          && answers.firstAllowing(role) >= 0) {
        otherSubjects(bound.binding(), role);
      }
    }
  }

  private void otherSubjects(Binding binding, RuleIndex role) {
    List<Subject> subjects = binding.subjects();
    @Nullable Typo typo = null;
    int last = -1;
    for (int i = 0; i < subjects.size() && typo == null; i++) {
      typo = SubjectTypo.of(subjects.get(i), user, binding.scope()).orElse(null);
      last = i;
    }
    if (typo == null && !misses.hasRoom(Aspect.SUBJECT)) {
      return;
    }
    FieldPath path = FieldPath.of("subjects");
    misses.add(new NearMiss(
        Aspect.SUBJECT,
        binding,
        Optional.of(answers.source(role)),
        binding.ref(),
        typo == null ? path : path.index(last),
        subjects.stream().limit(NearMisses.SHOWN).map(Subject::toString).toList(),
        Subject.of(user).toString(),
        Optional.ofNullable(typo)));
  }
}

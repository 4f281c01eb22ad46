package io.plimsoll.rbac;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.schema.ResourceCatalog;
import io.plimsoll.rbac.NearMiss.Aspect;
import io.plimsoll.rbac.NearMiss.Typo;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** In what a rule misses a request. */
final class RuleMiss {

  private RuleMiss() {}

  /** Returns the only field in which the rule misses the request, or {@code null} if it is none or more than one. */
  static @Nullable Aspect onlyOne(PolicyRule rule, Attributes request) {
    if (!request.isResourceRequest()) {
      boolean verb = RuleMatch.verb(rule, request);
      boolean url = RuleMatch.url(rule, request.path());
      return rule.nonResourceURLs().isEmpty() || verb == url
          ? null
          : verb ? Aspect.URL : Aspect.VERB;
    }
    if (rule.resources().isEmpty()) {
      return null;
    }
    Aspect missed = null;
    int count = 0;
    if (!RuleMatch.name(rule, request)) {
      missed = Aspect.NAME;
      count++;
    }
    if (!RuleMatch.verb(rule, request)) {
      missed = Aspect.VERB;
      count++;
    }
    if (!RuleMatch.resource(rule, request)) {
      missed = Aspect.RESOURCE;
      count++;
    }
    if (!RuleMatch.group(rule, request)) {
      missed = Aspect.API_GROUP;
      count++;
    }
    return count == 1 ? missed : null;
  }

  /** Returns the near miss of a rule that is one. */
  static NearMiss of(
      Aspect missed, Binding binding, PolicyRule rule, RuleSource source, Attributes request) {
    ResourceCatalog known = ResourceCatalog.kubernetes();
    return switch (missed) {
      case VERB ->
        miss(
            missed,
            binding,
            source,
            "verbs",
            rule.verbs(),
            request.verb(),
            verb -> known.verbs().contains(verb));
      case RESOURCE ->
        miss(
            missed,
            binding,
            source,
            "resources",
            rule.resources(),
            request.combinedResource(),
            resource -> isKnown(resource, known));
      case API_GROUP ->
        miss(
            missed,
            binding,
            source,
            "apiGroups",
            rule.apiGroups(),
            request.apiGroup(),
            known::hasGroup);
      case NAME ->
        miss(
            missed,
            binding,
            source,
            "resourceNames",
            rule.resourceNames(),
            request.name(),
            name -> false);
      default ->
        miss(
            missed,
            binding,
            source,
            "nonResourceURLs",
            rule.nonResourceURLs(),
            request.path(),
            url -> true);
    };
  }

  private static boolean isKnown(String resource, ResourceCatalog known) {
    int slash = resource.indexOf('/');
    String name = slash < 0 ? resource : resource.substring(0, slash);
    return !known.byResource(name).isEmpty();
  }

  private static NearMiss miss(
      Aspect missed,
      Binding binding,
      RuleSource source,
      String field,
      List<String> found,
      String wanted,
      Predicate<String> known) {
    FieldPath path = source.path().field(field);
    Optional<Typo> typo = Optional.empty();
    for (int i = 0; i < found.size() && typo.isEmpty(); i++) {
      if (Spelling.isLike(found.get(i), wanted)) {
        typo = typo(found.get(i), wanted, known);
        path = typo.isPresent() ? path.index(i) : path;
      }
    }
    return new NearMiss(
        missed,
        binding,
        Optional.of(source),
        source.role(),
        path,
        found.stream().limit(NearMisses.SHOWN).map(RuleMiss::shown).toList(),
        shown(wanted),
        typo);
  }

  /** Of two names that are alike, one that is not known is misspelled; two that are known are told apart. */
  private static Optional<Typo> typo(String found, String wanted, Predicate<String> known) {
    if (!known.test(found)) {
      return Optional.of(new Typo(found, wanted));
    }
    return known.test(wanted) ? Optional.empty() : Optional.of(new Typo(wanted, found));
  }

  /** The core group and the name of a request that has none are empty. */
  private static String shown(String text) {
    return text.isEmpty() ? "\"\"" : text;
  }
}

package io.plimsoll.psa;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.pod.PodSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who and what is not judged at all. Mirrors {@code PodSecurityExemptions}.
 *
 * <p>Names match exactly: there are no patterns, and groups are no users. An empty name matches nothing.
 *
 * @param usernames users whose requests are not judged
 * @param namespaces namespaces in which nothing is judged
 * @param runtimeClasses runtime classes whose pods are not judged
 */
public record Exemptions(
    Set<String> usernames, Set<String> namespaces, Set<String> runtimeClasses) {

  /** No exemptions. */
  public static final Exemptions NONE = new Exemptions(Set.of(), Set.of(), Set.of());

  /**
   * Checks the names as the API server does when it starts.
   *
   * @throws IllegalArgumentException with upstream's message if a username is empty, a namespace is no DNS label, or a runtime
   *     class no DNS subdomain
   */
  public Exemptions {
    usernames = copy(usernames);
    namespaces = copy(namespaces);
    runtimeClasses = copy(runtimeClasses);
    List<Problem> problems = check(usernames, namespaces, runtimeClasses);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(FieldErrors.aggregate(problems));
    }
  }

  private static Set<String> copy(Collection<String> names) {
    return names.isEmpty() ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(names));
  }

  /** Returns these exemptions with these usernames instead. */
  public Exemptions withUsernames(String... names) {
    return new Exemptions(copy(List.of(names)), namespaces, runtimeClasses);
  }

  /** Returns these exemptions with these namespaces instead. */
  public Exemptions withNamespaces(String... names) {
    return new Exemptions(usernames, copy(List.of(names)), runtimeClasses);
  }

  /** Returns these exemptions with these runtime classes instead. */
  public Exemptions withRuntimeClasses(String... names) {
    return new Exemptions(usernames, namespaces, copy(List.of(names)));
  }

  /** Returns whether nothing is judged in this namespace. */
  public boolean hasNamespace(String name) {
    return !name.isEmpty() && namespaces.contains(name);
  }

  /** Returns whether requests of this user are not judged. */
  public boolean hasUsername(String name) {
    return !name.isEmpty() && usernames.contains(name);
  }

  /** Returns whether a pod is not judged because of its runtime class. */
  public boolean hasRuntimeClassOf(PodSpec pod) {
    String runtimeClass = pod.runtimeClassName();
    return runtimeClass != null && runtimeClasses.contains(runtimeClass);
  }

  /** Returns why a request for a pod or a controller is not judged, as the audit log has it. */
  Optional<String> of(AdmissionRequest request) {
    if (hasNamespace(request.namespace())) {
      return Optional.of("namespace");
    }
    return hasUsername(request.user()) ? Optional.of("user") : Optional.empty();
  }

  /**
   * Returns what is wrong with the names, in upstream's order: namespaces, runtime classes, usernames. Mirrors {@code
   * admission/api/validation/validation.go}.
   */
  static List<Problem> check(
      Collection<String> usernames,
      Collection<String> namespaces,
      Collection<String> runtimeClasses) {
    List<Problem> problems = new ArrayList<>();
    check("namespaces", namespaces, Names::dnsLabelErrors, problems);
    check("runtimeClasses", runtimeClasses, Names::dnsSubdomainErrors, problems);
    check("usernames", usernames, Exemptions::usernameErrors, problems);
    return problems;
  }

  private static void check(
      String field, Collection<String> names, NameCheck check, List<Problem> problems) {
    FieldPath list = FieldPath.of("exemptions", field);
    Set<String> valid = new LinkedHashSet<>();
    int index = 0;
    for (String name : names) {
      FieldPath path = list.index(index++);
      List<String> errors = check.errors(name);
      if (!errors.isEmpty()) {
        problems.add(FieldErrors.invalid(path, name, String.join(", ", errors)));
      } else if (!valid.add(name)) {
        problems.add(FieldErrors.duplicate(path, name));
      }
    }
  }

  private static List<String> usernameErrors(String name) {
    return name.isEmpty() ? List.of("username must not be empty") : List.of();
  }

  @FunctionalInterface
  private interface NameCheck {
    List<String> errors(String name);
  }
}

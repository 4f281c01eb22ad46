package io.plimsoll.rbac.kubectl;

import io.plimsoll.core.model.Namespace;

/**
 * What is asked of {@code kubectl auth can-i}.
 *
 * @param verb the verb; of a URL the HTTP method in lower case
 * @param what the resource by its plural, singular, short name or kind, with its group or version and group after a point and
 *     the name of an object after a slash ({@code deploy}, {@code deployments.apps/web}, {@code *}); or a URL that starts with a
 *     slash
 * @param subresource the value of {@code --subresource}, or empty
 * @param namespace the namespace, as {@code --namespace} has it; empty for {@code --all-namespaces}
 */
public record CanIQuestion(String verb, String what, String subresource, String namespace) {

  /**
   * A question that {@code kubectl} takes.
   *
   * @throws IllegalArgumentException if a URL is given a subresource
   */
  public CanIQuestion {
    if (what.startsWith("/") && !subresource.isEmpty()) {
      throw new IllegalArgumentException(
          "--subresource can not be used with NonResourceURL: \"" + subresource + "\"");
    }
  }

  /** Returns the question about the namespace {@code default}. */
  public static CanIQuestion of(String verb, String what) {
    return new CanIQuestion(verb, what, "", Namespace.DEFAULT);
  }

  /** Returns this question about another namespace. */
  public CanIQuestion in(String otherNamespace) {
    return new CanIQuestion(verb, what, subresource, otherNamespace);
  }

  /** Returns this question about all namespaces. */
  public CanIQuestion inAllNamespaces() {
    return in("");
  }

  /** Returns this question about a subresource. */
  public CanIQuestion subresource(String otherSubresource) {
    return new CanIQuestion(verb, what, otherSubresource, namespace);
  }

  /** Returns whether this is about a URL. */
  public boolean isUrl() {
    return what.startsWith("/");
  }

  /** Returns the command. */
  @Override
  public String toString() {
    return "kubectl auth can-i " + verb + " " + what
        + (subresource.isEmpty() ? "" : " --subresource=" + subresource)
        + (namespace.isEmpty() ? " --all-namespaces" : " --namespace=" + namespace);
  }
}

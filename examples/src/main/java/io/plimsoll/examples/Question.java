package io.plimsoll.examples;

import io.plimsoll.core.schema.ApiResource;
import io.plimsoll.core.schema.ResourceCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is to be tried: {@code patch deployments web -n shop {"spec": {"replicas": 3}}}.
 *
 * @param verb the verb, such as {@code create}
 * @param resource the resource
 * @param subresource the part of the object, or empty
 * @param name the name of the object, or empty
 * @param namespace the namespace, or empty
 * @param body what is sent, as JSON, or empty
 */
record Question(
    String verb,
    ApiResource resource,
    String subresource,
    String name,
    String namespace,
    String body) {

  private static final String FORM =
      "must be VERB RESOURCE[/SUBRESOURCE] [NAME] [-n NAMESPACE] [JSON]";

  private static final List<String> VERBS =
      List.of("create", "get", "list", "watch", "update", "patch", "delete", "deletecollection");

  private static final Set<String> NAMED = Set.of("get", "patch", "delete");
  private static final Set<String> OF_COLLECTIONS = Set.of("list", "watch", "deletecollection");
  private static final Set<String> WITH_BODY = Set.of("create", "update", "patch");
  private static final Set<String> FLAGS = Set.of("-n", "--namespace");

  /** Reads a question; an {@link IllegalArgumentException} says what is wrong with it. */
  static Question parse(String text) {
    int json = bodyStart(text);
    List<String> words =
        new ArrayList<>(List.of(text.substring(0, json).strip().split("\\s+", -1)));
    String namespace = namespace(words, text);
    for (String word : words) {
      check(!word.startsWith("-"), "no such option: \"" + word + "\"");
    }
    check(words.size() >= 2 && words.size() <= 3, FORM + ": \"" + text + "\"");
    check(VERBS.contains(words.get(0)), oneOf("verb", words.get(0)));
    String[] typed = words.get(1).split("/", 2);
    List<ApiResource> found = ResourceCatalog.kubernetes().find(typed[0]);
    check(!found.isEmpty(), "no such resource: \"" + typed[0] + "\"");
    ApiResource resource = found.get(0);
    Question question = new Question(
        words.get(0),
        resource,
        typed.length > 1 ? typed[1] : "",
        words.size() > 2 ? words.get(2) : "",
        resource.namespaced() ? namespace : "",
        text.substring(json).strip());
    question.check();
    return question;
  }

  /** A body begins with a bracket after a blank. */
  private static int bodyStart(String text) {
    for (int i = 1; i < text.length(); i++) {
      boolean blank = Character.isWhitespace(text.charAt(i - 1));
      if (blank && (text.charAt(i) == '{' || text.charAt(i) == '[')) {
        return i;
      }
    }
    return text.length();
  }

  private static String namespace(List<String> words, String text) {
    String namespace = "";
    for (int i = 0; i < words.size(); ) {
      String word = words.get(i);
      if (FLAGS.contains(word)) {
        check(i + 1 < words.size(), word + " needs a namespace: \"" + text + "\"");
        namespace = words.remove(i + 1);
        words.remove(i);
      } else if (word.startsWith("--namespace=")) {
        namespace = words.remove(i).substring("--namespace=".length());
      } else {
        i++;
      }
    }
    return namespace;
  }

  private void check() {
    check(!NAMED.contains(verb) || !name.isEmpty(), verb + " needs a name: " + FORM);
    check(
        !OF_COLLECTIONS.contains(verb) || (name.isEmpty() && subresource.isEmpty()),
        verb + " is about all objects and takes no name: \"" + name + subresource + "\"");
    check(
        subresource.isEmpty() || !name.isEmpty(),
        resource.name() + "/" + subresource + " needs a name: " + FORM);
    check(
        subresource.isEmpty() || resource.subresource(subresource).isPresent(),
        resource.name() + " has no subresource \"" + subresource + "\"");
    check(body.isEmpty() || WITH_BODY.contains(verb), verb + " sends nothing: \"" + body + "\"");
    check(
        !verb.equals("create") || body.isEmpty() || name.isEmpty() || !subresource.isEmpty(),
        "what is created is named in its JSON: leave out \"" + name + "\"");
  }

  private static String oneOf(String what, String word) {
    return "the " + what + " must be one of " + String.join(", ", VERBS) + ": \"" + word + "\"";
  }

  private static void check(boolean good, String message) {
    if (!good) {
      throw new IllegalArgumentException(message);
    }
  }

  /** Returns whether the question is about objects of the manifests. */
  boolean isAboutManifests() {
    return subresource.isEmpty()
        && body.isEmpty()
        && (verb.equals("create") || verb.equals("update"));
  }

  /** Returns the namespace of the request: an object that does not say its own is in {@code default}. */
  private String requestNamespace() {
    boolean everywhere = verb.equals("list") || verb.equals("watch");
    return resource.namespaced() && namespace.isEmpty() && !everywhere ? "default" : namespace;
  }

  /** Returns the path of the request. */
  String path() {
    String start = resource.group().isEmpty()
        ? "/api/" + resource.version()
        : "/apis/" + resource.apiVersion();
    String in = requestNamespace().isEmpty() ? "" : "/namespaces/" + requestNamespace();
    boolean collection = name.isEmpty() || (verb.equals("create") && subresource.isEmpty());
    return start + in + "/" + resource.name() + (collection ? "" : "/" + name)
        + (subresource.isEmpty() ? "" : "/" + subresource);
  }

  /** Returns the question in a line. */
  @Override
  public String toString() {
    String part = subresource.isEmpty() ? "" : "/" + subresource;
    return verb + " " + resource.name() + part + (name.isEmpty() ? "" : " " + name)
        + (requestNamespace().isEmpty() ? "" : " -n " + requestNamespace());
  }
}

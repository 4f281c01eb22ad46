package io.plimsoll.core.manifest;

import java.util.List;

/**
 * The documents of one stream, in order, and what was wrong with the stream.
 *
 * <p>Documents that are empty or {@code null} are left out. A document that could not be read is missing here and named by a
 * problem; the others are complete.
 *
 * @param roots the root value of each document; lists of objects are not taken apart
 * @param problems what was wrong, in the order of the text
 */
public record Documents(List<Value> roots, List<Problem> problems) {

  public Documents {
    roots = List.copyOf(roots);
    problems = List.copyOf(problems);
  }

  /**
   * Reads a stream of YAML or JSON documents as {@code kubectl} does.
   *
   * <p>A duplicate key is an error {@code duplicate-key} with both places; the tree has the last value. Mirrors {@code
   * YAMLOrJSONDecoder} of {@code k8s.io/apimachinery/pkg/util/yaml}.
   */
  public static Documents read(Source source, Limits limits) {
    return DocumentStream.readAll(source, limits);
  }

  /**
   * Reads one document of YAML without cutting the text at {@code ---}, as {@code sigs.k8s.io/yaml} does. What follows the
   * first document is left out and named by a warning; so are duplicate keys.
   */
  public static Documents readOne(Source source, Limits limits) {
    return DocumentStream.readFirst(source, limits);
  }

  /**
   * Reads one JSON value that is the whole of the text, as an API server reads the body of a request: nothing is read as YAML,
   * and what follows the value is an error {@code json-syntax}. Then there is no root.
   */
  public static Documents readJson(Source source, Limits limits) {
    return new JsonBody(source, limits).documents();
  }
}

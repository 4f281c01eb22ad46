package io.plimsoll.rbac;

import io.plimsoll.core.manifest.GoText;
import java.util.Collection;
import java.util.List;

/** Pieces of upstream's messages. */
final class UpstreamText {

  private UpstreamText() {}

  /** Returns a text as {@code %q} prints it. */
  static String quote(String text) {
    return GoText.quote(text);
  }

  /** Returns a list of texts as {@code %q} prints it: {@code ["a" "b"]}. */
  static String quoted(List<String> texts) {
    return GoText.quote(texts);
  }

  /** Returns a list of texts as {@code %v} prints it: {@code [a b]}. */
  static String plain(Collection<String> texts) {
    return "[" + String.join(" ", texts) + "]";
  }

  /**
   * Returns errors as one text: each once, in brackets if they differ; empty for none. Mirrors {@code aggregate.Error} of {@code
   * k8s.io/apimachinery/pkg/util/errors}.
   */
  static String aggregate(List<String> errors) {
    return GoText.aggregate(errors);
  }

  /** Returns the message of {@code NewNotFound} of {@code k8s.io/apimachinery/pkg/api/errors}. */
  static String notFound(String groupResource, String name) {
    return groupResource + " " + quote(name) + " not found";
  }

  /** Returns the message of {@code NewForbidden} of {@code k8s.io/apimachinery/pkg/api/errors}. */
  static String forbidden(String groupResource, String name, String reason) {
    return groupResource + (name.isEmpty() ? "" : " " + quote(name)) + " is forbidden: " + reason;
  }
}

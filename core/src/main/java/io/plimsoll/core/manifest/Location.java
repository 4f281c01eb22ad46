package io.plimsoll.core.manifest;

import java.util.Optional;

/**
 * A stretch of a source: where a key, a value or a problem stands.
 *
 * @param source the text
 * @param startOffset UTF-16 index of the first character
 * @param endOffset UTF-16 index after the last character
 */
public record Location(Source source, int startOffset, int endOffset) {

  /** Returns the name of the source. */
  public String file() {
    return source.name();
  }

  /** Returns where the stretch starts. */
  public Position start() {
    return source.position(startOffset);
  }

  /** Returns where the stretch ends: the place after its last character. */
  public Position end() {
    return source.position(endOffset);
  }

  /** Returns the Helm template that the document at this place was rendered from, if its {@code # Source:} comment says so. */
  public Optional<String> template() {
    return source.templateAt(startOffset);
  }

  /** Returns {@code file:line:column}. */
  @Override
  public String toString() {
    return file() + ":" + start();
  }
}

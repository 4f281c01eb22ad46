package io.plimsoll.core.patch;

import java.util.Optional;

/** The kinds of patches, each with its media type. Mirrors {@code PatchType} of {@code k8s.io/apimachinery/pkg/types}. */
public enum PatchType {
  /** A list of operations (RFC 6902). */
  JSON("application/json-patch+json"),
  /** An object to be merged (RFC 7386). */
  MERGE("application/merge-patch+json"),
  /** An object to be merged as the types of Kubernetes say. */
  STRATEGIC_MERGE("application/strategic-merge-patch+json");

  private final String mediaType;

  PatchType(String mediaType) {
    this.mediaType = mediaType;
  }

  /** Returns the kind of patch that a {@code Content-Type} header names; what follows a semicolon does not count. */
  public static Optional<PatchType> ofContentType(String header) {
    int semicolon = header.indexOf(';');
    String name = semicolon > 0 ? header.substring(0, semicolon) : header;
    for (PatchType type : values()) {
      if (type.mediaType.equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** Returns the media type. */
  @Override
  public String toString() {
    return mediaType;
  }
}

package io.plimsoll.core.apiserver;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One of the media types that an {@code Accept} header names. Mirrors {@code goautoneg.ParseAccept}, and {@code
 * acceptMediaTypeOptions} of {@code endpoints/handlers/negotiation}.
 *
 * @param type the type, or {@code *}; empty if the text is none
 * @param subtype the subtype, or {@code *}
 * @param parameters the parameters but {@code q}
 */
record MediaRange(String type, String subtype, Map<String, String> parameters) {

  private static final String ANY = "*";
  private static final MediaRange NONE = new MediaRange("", "", Map.of());
  private static final Set<String> CONVERSION = Set.of("as", "g", "v");
  private static final Set<String> VERSIONS = Set.of("v1", "v1beta1");

  static MediaRange of(String clause) {
    String[] parts = clause.strip().split(";", -1);
    String[] names = parts[0].split("/", -1);
    if (names.length > 2 || (names.length == 1 && !names[0].strip().equals(ANY))) {
      return NONE;
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 1; i < parts.length; i++) {
      String[] pair = parts[i].split("=", -1);
      if (pair.length == 2 && !pair[0].strip().equals("q")) {
        parameters.put(pair[0].strip(), pair[1].strip());
      }
    }
    return new MediaRange(
        names[0].strip(), names.length == 1 ? ANY : names[1].strip(), Map.copyOf(parameters));
  }

  boolean covers(String otherType, String otherSubtype) {
    return (type.equals(ANY) && subtype.equals(ANY))
        || (type.equals(otherType) && (subtype.equals(ANY) || subtype.equals(otherSubtype)));
  }

  /** Returns whether the server does with a type what the parameters ask for. */
  boolean isServed(String served) {
    String stream = parameters.getOrDefault("stream", "");
    String version = parameters.getOrDefault("sv", "");
    return (stream.isEmpty() || (stream.equals("watch") && !served.equals("yaml")))
        && (version.isEmpty() || version.equals("v1"))
        && (parameters.keySet().stream().noneMatch(CONVERSION::contains) || isConverted(served));
  }

  private boolean isConverted(String served) {
    if (!parameters.getOrDefault("g", "").equals("meta.k8s.io")
        || !VERSIONS.contains(parameters.getOrDefault("v", ""))) {
      return false;
    }
    return switch (parameters.getOrDefault("as", "")) {
      case "Table" -> !served.equals("vnd.kubernetes.protobuf");
      case "PartialObjectMetadata", "PartialObjectMetadataList" -> true;
      default -> false;
    };
  }
}

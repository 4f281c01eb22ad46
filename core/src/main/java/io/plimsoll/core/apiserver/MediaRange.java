package io.plimsoll.core.apiserver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One of the media types that an {@code Accept} header names. Mirrors {@code goautoneg.ParseAccept}, and {@code
 * acceptMediaTypeOptions} of {@code endpoints/handlers/negotiation}.
 *
 * @param type the type, or {@code *}; empty if the text is none
 * @param subtype the subtype, or {@code *}
 * @param quality how welcome it is, from 0 to 1
 * @param parameters the parameters but {@code q}
 */
record MediaRange(String type, String subtype, double quality, Map<String, String> parameters) {

  private static final String ANY = "*";

  /** So many are sorted by insertion. */
  private static final int SORTED_BY_INSERTION = 12;

  private static final Pattern QUALITY = Pattern.compile("[0-9]+(\\.[0-9]*)?|\\.[0-9]+");
  private static final Set<String> CONVERSION = Set.of("as", "g", "v");
  private static final Set<String> VERSIONS = Set.of("v1", "v1beta1");

  /** Returns the types that a header names, as {@code goautoneg} sorts them: by quality, and after others the wildcards. */
  static List<MediaRange> parse(String header) {
    List<MediaRange> ranges = new ArrayList<>();
    for (String clause : header.split(",", -1)) {
      of(clause).ifPresent(ranges::add);
    }
    if (ranges.size() > SORTED_BY_INSERTION) {
      ranges.sort(Comparator.comparingDouble(range -> -range.quality()));
      return ranges;
    }
    for (int i = 1; i < ranges.size(); i++) {
      for (int j = i; j > 0 && ranges.get(j).isBefore(ranges.get(j - 1)); j--) {
        Collections.swap(ranges, j, j - 1);
      }
    }
    return ranges;
  }

  /** This is no order, which is why it matters how upstream sorts by it. */
  private boolean isBefore(MediaRange other) {
    return quality > other.quality
        || (!type.equals(ANY) && other.type.equals(ANY))
        || (!subtype.equals(ANY) && other.subtype.equals(ANY));
  }

  private static Optional<MediaRange> of(String clause) {
    String[] parts = clause.strip().split(";", -1);
    String[] names = parts[0].split("/", -1);
    if (names.length > 2 || (names.length == 1 && !names[0].strip().equals(ANY))) {
      return Optional.empty();
    }
    double quality = 1;
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 1; i < parts.length; i++) {
      String[] pair = parts[i].split("=", -1);
      if (pair.length == 2 && pair[0].strip().equals("q")) {
        quality = quality(pair[1]);
      } else if (pair.length == 2) {
        parameters.put(pair[0].strip(), pair[1].strip());
      }
    }
    return Optional.of(new MediaRange(
        names[0].strip(),
        names.length == 1 ? ANY : names[1].strip(),
        quality,
        Map.copyOf(parameters)));
  }

  private static double quality(String text) {
    return QUALITY.matcher(text).matches() ? Double.parseDouble(text) : 0;
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

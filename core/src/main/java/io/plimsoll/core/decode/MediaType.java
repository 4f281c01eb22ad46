package io.plimsoll.core.decode;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The media types in which an API server reads the body of a request. */
public enum MediaType {
  /** JSON. */
  JSON("application/json"),
  /** YAML, of which the first document counts. */
  YAML("application/yaml");

  private static final String PROTOBUF = "application/vnd.kubernetes.protobuf";
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

  private static final Pattern HEADER = Pattern.compile("\\s*(" + TOKEN + "/" + TOKEN + ")\\s*"
      + "(?:;\\s*" + TOKEN + "\\s*=\\s*(?:" + TOKEN + "|\"(?:[^\"\\\\]|\\\\.)*\")\\s*)*;?\\s*");

  private final String text;

  MediaType(String text) {
    this.text = text;
  }

  /**
   * Returns the media type that a {@code Content-Type} header names, JSON if it is empty. Mirrors {@code NegotiateInputSerializer}
   * of {@code k8s.io/apiserver}, but knows no protobuf.
   */
  public static Optional<MediaType> ofContentType(String header) {
    if (header.isEmpty()) {
      return Optional.of(JSON);
    }
    String name = name(header);
    for (MediaType type : values()) {
      if (type.text.equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** Returns whether a {@code Content-Type} header names the one that an API server reads and this library does not. */
  public static boolean isProtobuf(String header) {
    return name(header).equals(PROTOBUF);
  }

  private static String name(String header) {
    // Nearly all clients send just the name of the first.
    if (header.equals(JSON.text)) {
      return header;
    }
    Matcher matcher = HEADER.matcher(header);
    return matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
  }

  /** Returns what an API server says to any other. */
  public static String unsupported() {
    return "the body of the request was in an unknown format - accepted media types include: "
        + JSON + ", " + YAML + ", " + PROTOBUF;
  }

  /** Returns the name of the media type. */
  @Override
  public String toString() {
    return text;
  }
}

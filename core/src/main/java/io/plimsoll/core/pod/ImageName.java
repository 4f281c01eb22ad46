package io.plimsoll.core.pod;

import java.util.Locale;
import java.util.Optional;

/**
 * The name of a container image, taken apart: {@code docker.io/library/nginx}, {@code 1.27}, and a digest. Mirrors {@code
 * ParseImageName} of {@code pkg/util/parsers} and the reference grammar of {@code github.com/distribution/reference} it stands on.
 *
 * @param repository the full name, with the registry, without tag and digest
 * @param tag the tag; {@code latest} if there is neither a tag nor a digest, empty if there is only a digest
 * @param digest the digest, such as {@code sha256:…}, or empty
 */
public record ImageName(String repository, String tag, String digest) {

  private static final String DEFAULT_DOMAIN = "docker.io";
  private static final String LEGACY_DEFAULT_DOMAIN = "index.docker.io";
  private static final String OFFICIAL = "library/";
  private static final String LATEST = "latest";
  private static final int MAX_PATH = 255;
  private static final int MAX_TAG = 128;
  private static final int ID_LENGTH = 64;

  /** Returns the parts of a name; empty if it is none. */
  public static Optional<ImageName> tryParse(String image) {
    if (image.length() == ID_LENGTH && isHex(image, 0, image.length(), false)) {
      return Optional.empty();
    }
    String normalized = normalized(image);
    int domainEnd = normalized.indexOf('/');
    int at = normalized.indexOf('@', domainEnd);
    String named = at < 0 ? normalized : normalized.substring(0, at);
    String digest = at < 0 ? "" : normalized.substring(at + 1);
    int colon = named.indexOf(':', domainEnd);
    String repository = colon < 0 ? named : named.substring(0, colon);
    String tag = colon < 0 ? "" : named.substring(colon + 1);
    boolean valid = isDomain(normalized.substring(0, domainEnd))
        && isPath(repository.substring(domainEnd + 1))
        && repository.length() - domainEnd - 1 <= MAX_PATH
        && (colon < 0 || isTag(tag))
        && (at < 0 || isDigest(digest));
    if (!valid) {
      return Optional.empty();
    }
    return Optional.of(
        new ImageName(repository, tag.isEmpty() && digest.isEmpty() ? LATEST : tag, digest));
  }

  /** Returns whether a name means whatever is newest: its tag is {@code latest}, or it has neither tag nor digest. */
  public static boolean isLatest(String image) {
    int colon = image.lastIndexOf(':');
    boolean tagged = colon > image.lastIndexOf('/') && image.indexOf('@') < 0;
    if (tagged && !image.endsWith(LATEST)) {
      // Most names are like this, and whatever the rest is, it is not the newest.
      return false;
    }
    return tryParse(image).filter(name -> name.tag.equals(LATEST)).isPresent();
  }

  /** Puts the registry and the folder in front that a short name leaves out: {@code splitDockerDomain}. */
  private static String normalized(String image) {
    int slash = image.indexOf('/');
    if (slash < 0) {
      return DEFAULT_DOMAIN + "/" + OFFICIAL + image;
    }
    String first = image.substring(0, slash);
    String domain = DEFAULT_DOMAIN;
    String rest = image;
    if (first.equals(LEGACY_DEFAULT_DOMAIN)) {
      rest = image.substring(slash + 1);
    } else if (first.equals("localhost")
        || first.indexOf('.') >= 0
        || first.indexOf(':') >= 0
        || !first.equals(first.toLowerCase(Locale.ROOT))) {
      domain = first;
      rest = image.substring(slash + 1);
    }
    boolean official = domain.equals(DEFAULT_DOMAIN) && rest.indexOf('/') < 0;
    return domain + "/" + (official ? OFFICIAL : "") + rest;
  }

  /** A host name or an IPv6 address in brackets, with or without a port. */
  private static boolean isDomain(String domain) {
    int end = domain.length();
    int colon = domain.lastIndexOf(':');
    if (colon >= 0 && domain.indexOf(']', colon) < 0) {
      if (colon + 1 == end || !isDigits(domain, colon + 1)) {
        return false;
      }
      end = colon;
    }
    if (domain.startsWith("[")) {
      return end > 2 && domain.charAt(end - 1) == ']' && isHex(domain, 1, end - 1, true);
    }
    char before = '.';
    for (int i = 0; i <= end; i++) {
      char c = i == end ? '.' : domain.charAt(i);
      boolean fine =
          isAlphanumeric(c) || (c == '-' && before != '.') || (c == '.' && isAlphanumeric(before));
      if (!fine) {
        return false;
      }
      before = c;
    }
    return true;
  }

  /** Lower-case parts between slashes, each of which may have one dot, up to two underscores or any hyphens between letters. */
  private static boolean isPath(String path) {
    int i = 0;
    while (true) {
      int start = i;
      while (i < path.length() && isLowerAlphanumeric(path.charAt(i))) {
        i++;
      }
      if (i == start) {
        return false;
      }
      if (i == path.length()) {
        return true;
      }
      char c = path.charAt(i);
      int most = c == '-' ? path.length() : c == '_' ? 2 : c == '.' || c == '/' ? 1 : 0;
      int separators = 0;
      while (i < path.length() && path.charAt(i) == c && separators < most) {
        i++;
        separators++;
      }
      if (separators == 0) {
        return false;
      }
    }
  }

  private static boolean isTag(String tag) {
    if (tag.isEmpty() || tag.length() > MAX_TAG) {
      return false;
    }
    for (int i = 0; i < tag.length(); i++) {
      char c = tag.charAt(i);
      if (!isAlphanumeric(c) && c != '_' && (i == 0 || (c != '.' && c != '-'))) {
        return false;
      }
    }
    return true;
  }

  /** Only digests of algorithms that are known, of the right length and in lower case. */
  private static boolean isDigest(String digest) {
    int colon = digest.indexOf(':');
    int length = colon < 0
        ? -1
        : switch (digest.substring(0, colon)) {
          case "sha256" -> 64;
          case "sha384" -> 96;
          case "sha512" -> 128;
          default -> -1;
        };
    return digest.length() == colon + 1 + length
        && isHex(digest, colon + 1, digest.length(), false);
  }

  private static boolean isDigits(String text, int start) {
    for (int i = start; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean isHex(String text, int start, int end, boolean address) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
      if (!hex && !(address && (c == ':' || (c >= 'A' && c <= 'F')))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLowerAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static boolean isAlphanumeric(char c) {
    return isLowerAlphanumeric(c) || (c >= 'A' && c <= 'Z');
  }
}

package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.request.Status;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a list goes on that was cut off. Mirrors {@code k8s.io/apiserver/pkg/storage/continue.go}.
 *
 * @param revision the revision the list began at; negative if it may go on at any
 * @param start the key of the first object that is left, after the key of the collection
 */
record Continuation(long revision, String start) {

  /** What comes after a key comes after this. */
  private static final String NEXT = "\0";

  private static final long ANY_REVISION = -1;

  private static final String TOO_OLD = "The provided continue parameter is too old to display a"
      + " consistent list result. You can start a new list without the continue parameter, or use the"
      + " continue token in this response to retrieve the remainder of the results. Continuing with"
      + " the provided token results in an inconsistent list - objects that were created, modified,"
      + " or deleted between the time the first chunk was returned and now may show up in the list.";

  private static final String VERSION = "meta.k8s.io/v1";
  private static final String INVALID = "continue key is not valid";

  static Continuation after(long revision, String key) {
    return new Continuation(revision, key + NEXT);
  }

  /** Reads a token; refuses one that no server made. */
  static Continuation parse(String encoded) throws Refusal {
    Optional<String> invalid = GoText.rawBase64Error(encoded);
    if (invalid.isPresent()) {
      throw refused(INVALID + ": " + invalid.get());
    }
    String json = new String(GoText.rawBase64(encoded).orElseThrow(), StandardCharsets.UTF_8);
    Optional<String> broken = GoText.jsonSyntaxError(json);
    if (broken.isPresent()) {
      throw refused(INVALID + ": " + broken.get());
    }
    ContinueToken token;
    try {
      token = ContinueToken.read(json);
    } catch (IllegalArgumentException unreadable) {
      throw refused(INVALID + ": " + unreadable.getMessage());
    }
    if (!token.version().equals(VERSION)) {
      throw refused(
          INVALID + ": server does not recognize this encoded version " + token.version());
    }
    long revision = token.revision();
    if (revision == 0) {
      throw refused(
          INVALID + ": incorrect encoded start resourceVersion (version " + VERSION + ")");
    }
    String start = token.start();
    if (start.isEmpty()) {
      throw refused(INVALID + ": encoded start key empty (version " + VERSION + ")");
    }
    if (!isClean(start.startsWith("/") ? start : "/" + start)) {
      throw refused(INVALID + ": " + start);
    }
    return new Continuation(revision, start.startsWith("/") ? start.substring(1) : start);
  }

  /** Mirrors {@code path.Clean}: nobody climbs out of the collection. */
  private static boolean isClean(String path) {
    String[] parts = path.substring(1).split("/", -1);
    for (String part : parts) {
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        return false;
      }
    }
    return true;
  }

  /** Returns that the state the list began in is gone, and how to go on with the one there is. */
  Status expired() {
    Status expired = Status.expired(TOO_OLD);
    return new Status(
        expired.code(),
        expired.reason(),
        expired.message(),
        expired.details(),
        new Continuation(ANY_REVISION, start).token());
  }

  private static Refusal refused(String why) {
    return Refusal.of(Status.badRequest("invalid continue token: " + why));
  }

  /** Returns the token. */
  String token() {
    String json =
        "{\"v\":\"" + VERSION + "\",\"rv\":" + revision + ",\"start\":" + GoText.json(start) + "}";
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}

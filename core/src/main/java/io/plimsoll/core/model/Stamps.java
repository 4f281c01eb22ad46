package io.plimsoll.core.model;

import io.plimsoll.core.manifest.ScalarValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What a server stamps objects and reviews with: uids and times. */
public final class Stamps {

  /** The last second that was asked for: a server asks for the same again and again. */
  private static final AtomicReference<@Nullable Written> LAST = new AtomicReference<>();

  /** Nothing is digested by it, but by copies. */
  private static final MessageDigest MD5 = md5();

  private Stamps() {}

  /** Returns a uid. Upstream draws it at random; here the same parts make the same. */
  public static String uid(String... parts) {
    return uuid(String.join("/", parts).getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** As {@link UUID#nameUUIDFromBytes} does it, without the search for who digests, which takes as long as to digest a name. */
  private static UUID uuid(byte[] name) {
    try {
      ByteBuffer hash = ByteBuffer.wrap(((MessageDigest) MD5.clone()).digest(name));
      long high = hash.getLong();
      long low = hash.getLong();
      return new UUID((high & ~0xf000L) | 0x3000L, (low & (-1L >>> 2)) | Long.MIN_VALUE);
    } catch (CloneNotSupportedException e) {
      return UUID.nameUUIDFromBytes(name);
    }
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }

  /** Returns a time as objects have it: whole seconds, UTC. Mirrors {@code metav1.Time.MarshalJSON}. */
  public static ScalarValue time(Instant instant) {
    Written last = LAST.get();
    if (last == null || last.second() != instant.getEpochSecond()) {
      last = Written.of(instant.truncatedTo(ChronoUnit.SECONDS));
      LAST.set(last);
    }
    return last.text();
  }

  /** A second and how it is written. */
  private record Written(long second, ScalarValue text) {

    static Written of(Instant instant) {
      return new Written(instant.getEpochSecond(), ScalarValue.of(instant.toString()));
    }
  }
}

package io.plimsoll.core.request;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.JsonSize;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.MappingValue;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What is sent with a request: a text, or an object that goes over the wire as its JSON. A server need not read the JSON of an
 * object that it is handed; what it answers is the same.
 *
 * <p>Two bodies are equal if their texts are.
 */
public final class RequestBody {

  private static final RequestBody EMPTY = new RequestBody("", null, 0);

  /** How many bytes of UTF-8 a {@code char} takes at most. */
  private static final int WIDEST = 3;

  private final @Nullable MappingValue object;
  private final long mostBytes;
  private final AtomicReference<@Nullable String> text;

  private RequestBody(@Nullable String text, @Nullable MappingValue object, long mostBytes) {
    this.text = new AtomicReference<>(text);
    this.object = object;
    this.mostBytes = mostBytes;
  }

  /** Returns no body. */
  public static RequestBody empty() {
    return EMPTY;
  }

  /** Returns a body that is a text. */
  public static RequestBody of(String text) {
    return new RequestBody(text, null, (long) WIDEST * text.length());
  }

  /**
   * Returns a body that is an object. One whose JSON may be refused, because it is too long or nested too deep, is sent as that,
   * for the server to read or not.
   */
  public static RequestBody of(MappingValue object) {
    long mostBytes = JsonSize.atMost(object, Limits.BODY.depth());
    return mostBytes > Limits.BODY.documentSize()
        ? of(object.toString())
        : new RequestBody(null, object, mostBytes);
  }

  /** Returns what goes over the wire. */
  public String text() {
    String written = text.get();
    if (written == null) {
      written = String.valueOf(object);
      text.set(written);
    }
    return written;
  }

  /** Returns the object that was handed over; empty if it was a text. */
  public Optional<MappingValue> object() {
    return Optional.ofNullable(object);
  }

  /** Returns whether there is none. */
  public boolean isEmpty() {
    return object == null && text().isEmpty();
  }

  /** Returns whether the text has more bytes than a number. */
  public boolean isLongerThan(int bytes) {
    return mostBytes > bytes && GoText.length(text()) > bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other == this || (other instanceof RequestBody that && text().equals(that.text()));
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  /** Returns how it is sent, without what is in it, which may be secret. */
  @Override
  public String toString() {
    return isEmpty() ? "nothing" : object == null ? "a text" : "an object";
  }
}

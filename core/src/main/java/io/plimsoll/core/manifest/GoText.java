package io.plimsoll.core.manifest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Texts as Go's library quotes, orders and reads them: what Kubernetes' own messages and answers are made with.
 *
 * <p>Half a surrogate pair counts as the replacement character, as it has no UTF-8.
 */
public final class GoText {

  private GoText() {}

  /** Returns the text between double quotes, as {@code %q} and {@code strconv.Quote} write it. */
  public static String quote(String text) {
    return isPlain(text) ? "\"".concat(text).concat("\"") : quoted(text);
  }

  /** Returns whether a text is between quotes what it is: most are names. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    Text.withoutHalfPairs(text).codePoints().forEach(c -> {
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case 0x07 -> out.append("\\a");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case 0x0b -> out.append("\\v");
        default -> {
          if (isPrint(c)) {
            out.appendCodePoint(c);
          } else if (c < ' ' || c == 0x7f) {
            out.append(String.format("\\x%02x", c));
          } else {
            out.append(String.format(c < 0x10000 ? "\\u%04x" : "\\U%08x", c));
          }
        }
      }
    });
    return out.append('"').toString();
  }

  /** Returns strings as {@code %v} writes a slice of them: {@code [a b]}. */
  public static String list(Collection<String> texts) {
    return "[" + String.join(" ", texts) + "]";
  }

  /** Returns a slice of strings as {@code %q} writes it: {@code ["a" "b"]}. */
  public static String quote(List<String> texts) {
    return texts.stream().map(GoText::quote).collect(Collectors.joining(" ", "[", "]"));
  }

  /**
   * Returns several errors as one text: each once, in brackets if they differ; empty for none. Mirrors {@code aggregate.Error} of
   * {@code k8s.io/apimachinery/pkg/util/errors}.
   */
  public static String aggregate(Collection<String> errors) {
    Set<String> distinct = new LinkedHashSet<>(errors);
    String joined = String.join(", ", distinct);
    return distinct.size() > 1 ? "[" + joined + "]" : joined;
  }

  /** Returns whether a code point is a letter, mark, number, punctuation, symbol or the ASCII blank: {@code strconv.IsPrint}. */
  public static boolean isPrint(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR -> false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }

  /** Returns a code point as {@code %#U} writes it: {@code U+0041 'A'}, without the character if it cannot be seen. */
  public static String unicode(int c) {
    String number = String.format("U+%04X", c);
    return isPrint(c) ? number + " '" + Character.toString(c) + "'" : number;
  }

  /** Returns the text as a JSON string, as {@code json.Marshal} writes it: {@code <}, {@code >} and {@code &} are escaped. */
  public static String json(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '<', '>', '&', '\u2028', '\u2029' -> out.append(String.format("\\u%04x", (int) c));
        default -> {
          if (c < ' ') {
            out.append(String.format("\\u%04x", (int) c));
          } else if (Text.isHalfPair(text, i)) {
            out.append("\\ufffd");
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }

  /** Returns a slice of strings as {@code json.Marshal} writes it; an empty one as {@code null}, the form it most often has. */
  public static String json(List<String> texts) {
    return texts.isEmpty()
        ? "null"
        : texts.stream().map(GoText::json).collect(Collectors.joining(",", "[", "]"));
  }

  /** Returns what {@code encoding/json} finds wrong with the syntax of a text; empty if it is one JSON value. */
  public static Optional<String> jsonSyntaxError(String text) {
    return jsonSyntaxError(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns what {@code encoding/json} finds wrong with the syntax of bytes, which need not be UTF-8 between quotes. */
  public static Optional<String> jsonSyntaxError(byte[] text) {
    return GoJsonSyntax.error(text);
  }

  /** Returns what {@code json.Unmarshal} into a {@code map[string]interface{}} says of a text; empty if it can do it. */
  public static Optional<String> jsonObjectError(byte[] text) {
    return GoJsonSyntax.objectError(text);
  }

  /**
   * Returns the records of a text that {@code encoding/csv} reads.
   *
   * @throws IllegalArgumentException if it cannot read it, with its message
   */
  public static List<List<String>> csv(String text) {
    return GoCsv.records(text);
  }

  /** Returns the time that {@code time.Parse(time.RFC3339, text)} reads; empty if the text is none. */
  public static Optional<Instant> time(String text) {
    return GoTime.parse(text);
  }

  /** Returns why {@code time.Parse(time.RFC3339, text)} fails; empty if the text is a time. */
  public static Optional<String> timeError(String text) {
    return GoTime.error(text, false);
  }

  /** Returns why {@code time.Parse} fails where it wants six decimal places of the second; empty if the text is a time. */
  public static Optional<String> microTimeError(String text) {
    return GoTime.error(text, true);
  }

  /** Returns the bytes that a text stands for as {@code base64.StdEncoding} decodes it; empty if it cannot. */
  public static Optional<byte[]> base64(String text) {
    return GoBase64.decode(text);
  }

  /** Returns the bytes that a text stands for as {@code base64.RawStdEncoding}, without padding, decodes it; empty if it cannot. */
  public static Optional<byte[]> rawBase64(String text) {
    return GoBase64.decodeRaw(text);
  }

  /** Returns why {@code base64.StdEncoding} cannot decode a text; empty if it can. */
  public static Optional<String> base64Error(String text) {
    return base64Error(GoBase64.corruptAt(text));
  }

  /** Returns why {@code base64.RawStdEncoding} cannot decode a text; empty if it can. */
  public static Optional<String> rawBase64Error(String text) {
    return base64Error(GoBase64.rawCorruptAt(text));
  }

  private static Optional<String> base64Error(int at) {
    return at < 0 ? Optional.empty() : Optional.of("illegal base64 data at input byte " + at);
  }

  /** Returns how many bytes of UTF-8 the text has: Go's {@code len}. */
  public static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Orders by bytes of UTF-8, which is by code points and what {@link String#compareTo} does not do beyond the Basic Multilingual Plane. */
  public static int compare(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        // A surrogate is half of a code point above all that a single char can be.
        return Character.isSurrogate(x) == Character.isSurrogate(y)
            ? x - y
            : Boolean.compare(Character.isSurrogate(x), Character.isSurrogate(y));
      }
    }
    return a.length() - b.length();
  }

  /** Returns whether two texts are the same but for capitals, as {@code strings.EqualFold} says: {@code ı} is no {@code i}. */
  public static boolean equalFold(String a, String b) {
    if (a.length() != b.length()) {
      return false;
    }
    for (int i = 0; i < a.length(); i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y && (!isFolded(x, y) || hasDotOfItsOwn(x) || hasDotOfItsOwn(y))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFolded(char x, char y) {
    return Character.toLowerCase(Character.toUpperCase(x))
        == Character.toLowerCase(Character.toUpperCase(y));
  }

  private static boolean hasDotOfItsOwn(char c) {
    return c == '\u0130' || c == '\u0131';
  }

  /** Returns the truth value that {@code strconv.ParseBool} reads; empty where that is an error. */
  public static Optional<Boolean> parseBool(String text) {
    return switch (text) {
      case "1", "t", "T", "true", "TRUE", "True" -> Optional.of(true);
      case "0", "f", "F", "false", "FALSE", "False" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** Returns the number that {@code strconv.ParseInt(text, 10, 64)} reads; empty where that is an error. */
  public static OptionalLong parseInt64(String text) {
    return GoIntegers.signed(text);
  }

  /** Returns what {@code strconv.ParseInt(text, 10, 64)} says of a text; empty if it reads a number. */
  public static Optional<String> parseInt64Error(String text) {
    return GoIntegers.signedError("ParseInt", text);
  }

  /** Returns what {@code strconv.Atoi(text)} says of a text; empty if it reads a number. */
  public static Optional<String> atoiError(String text) {
    return GoIntegers.signedError("Atoi", text);
  }

  /** Returns the bits of the number that {@code strconv.ParseUint(text, 10, 64)} reads; empty where that is an error. */
  public static OptionalLong parseUint64(String text) {
    return GoIntegers.unsigned(text);
  }

  /** Returns what {@code strconv.ParseUint(text, 10, 64)} says of a text; empty if it reads a number. */
  public static Optional<String> parseUint64Error(String text) {
    return GoIntegers.unsignedError(text);
  }
}

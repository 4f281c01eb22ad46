package io.plimsoll.core.manifest;

import java.math.BigInteger;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a scalar of YAML means to kubectl.
 *
 * <p>Mirrors {@code resolve.go} of {@code go.yaml.in/yaml/v2}, and {@code convertToJSONableObject} of {@code sigs.k8s.io/yaml}
 * for keys. In order: the table of words, an integer in one of Go's notations, a number with a point or an exponent, else text.
 * Underscores between digits do not count. Dates and times are text, and so are numbers in base 60.
 */
final class YamlScalar {

  /** The types of Go that a scalar can have. */
  enum Type {
    STRING,
    INTEGER,
    /** An integer above the largest that has a sign. */
    UNSIGNED,
    FLOAT,
    BOOLEAN,
    NULL
  }

  static final String MERGE_TAG = "tag:yaml.org,2002:merge";

  private static final String STRING_TAG = "tag:yaml.org,2002:str";
  private static final String BOOLEAN_TAG = "tag:yaml.org,2002:bool";
  private static final String INTEGER_TAG = "tag:yaml.org,2002:int";
  private static final String FLOAT_TAG = "tag:yaml.org,2002:float";
  private static final String NULL_TAG = "tag:yaml.org,2002:null";
  private static final String TIMESTAMP_TAG = "tag:yaml.org,2002:timestamp";
  private static final String BINARY_TAG = "tag:yaml.org,2002:binary";

  private static final YamlScalar TRUE = new YamlScalar(Type.BOOLEAN, "true", 0);
  private static final YamlScalar FALSE = new YamlScalar(Type.BOOLEAN, "false", 0);
  private static final YamlScalar NULL = new YamlScalar(Type.NULL, "null", 0);
  private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

  private final Type type;
  private final String text;
  private final double number;

  private YamlScalar(Type type, String text, double number) {
    this.type = type;
    this.text = text;
    this.number = number;
  }

  /** Returns a text. */
  static YamlScalar string(String text) {
    return new YamlScalar(Type.STRING, text, 0);
  }

  /** Returns what a plain scalar without a tag means. */
  static YamlScalar plain(String in) {
    if (in.isEmpty()) {
      return NULL;
    }
    char first = in.charAt(0);
    if ((first >= '0' && first <= '9') || first == '-' || first == '+') {
      return number(in);
    }
    return switch (first) {
      case '.' -> pointed(in);
      case 'y', 'Y', 'n', 'N', 't', 'T', 'f', 'F', 'o', 'O', '~' -> word(in);
      default -> string(in);
    };
  }

  /** Returns what a scalar with a tag means, or {@code null} if it is not what the tag says. */
  static @Nullable YamlScalar tagged(String tag, String in) {
    return switch (tag) {
      case BINARY_TAG -> binary(in);
      case BOOLEAN_TAG -> of(Type.BOOLEAN, plain(in));
      case INTEGER_TAG -> {
        YamlScalar integer = plain(in);
        yield integer.type == Type.UNSIGNED ? integer : of(Type.INTEGER, integer);
      }
      case FLOAT_TAG -> {
        YamlScalar number = plain(in);
        yield number.type == Type.INTEGER
            ? ofFloat((double) Long.parseLong(number.text))
            : of(Type.FLOAT, number);
      }
      case NULL_TAG -> of(Type.NULL, plain(in));
      case TIMESTAMP_TAG -> Timestamps.isTimestamp(in) ? string(in) : null;
      default -> string(in);
    };
  }

  private static @Nullable YamlScalar of(Type wanted, YamlScalar scalar) {
    return scalar.type == wanted ? scalar : null;
  }

  /** Returns what a tag asks for in a word, for a message. */
  static String nameOfTag(String tag) {
    return switch (tag) {
      case BINARY_TAG -> "base64";
      case BOOLEAN_TAG -> "bool";
      case INTEGER_TAG -> "integer";
      case FLOAT_TAG -> "number";
      case NULL_TAG -> "null";
      case TIMESTAMP_TAG -> "date";
      case STRING_TAG -> "string";
      default -> tag;
    };
  }

  private static YamlScalar word(String in) {
    if (in.length() > 5) {
      return string(in);
    }
    return switch (in) {
      case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON" -> TRUE;
      case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF" -> FALSE;
      case "~", "null", "Null", "NULL" -> NULL;
      default -> string(in);
    };
  }

  private static YamlScalar pointed(String in) {
    return switch (in) {
      case ".nan", ".NaN", ".NAN" -> new YamlScalar(Type.FLOAT, in, Double.NaN);
      case ".inf", ".Inf", ".INF" -> new YamlScalar(Type.FLOAT, in, Double.POSITIVE_INFINITY);
      default -> floatOrString(hasBareUnderscore(in) ? in : withoutUnderscores(in), in);
    };
  }

  /** In front of a point, go-yaml does not take underscores out; Go then takes them between digits only. */
  private static boolean hasBareUnderscore(String in) {
    for (int i = in.indexOf('_'); i >= 0; i = in.indexOf('_', i + 1)) {
      if (!isDigit(in, i - 1) || !isDigit(in, i + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDigit(String in, int at) {
    return at >= 0 && at < in.length() && in.charAt(at) >= '0' && in.charAt(at) <= '9';
  }

  private static String withoutUnderscores(String in) {
    return in.indexOf('_') < 0 ? in : in.replace("_", "");
  }

  private static YamlScalar number(String in) {
    if (GoNumbers.isShortDecimal(in)) {
      return new YamlScalar(Type.INTEGER, in, 0);
    }
    return switch (in) {
      case "+.inf", "+.Inf", "+.INF" -> new YamlScalar(Type.FLOAT, in, Double.POSITIVE_INFINITY);
      case "-.inf", "-.Inf", "-.INF" -> new YamlScalar(Type.FLOAT, in, Double.NEGATIVE_INFINITY);
      default -> finite(in);
    };
  }

  private static YamlScalar finite(String in) {
    String digits = withoutUnderscores(in);
    BigInteger integer = GoNumbers.integer(digits);
    if (integer == null) {
      return floatOrString(digits, in);
    }
    Type type = integer.compareTo(LARGEST) > 0 ? Type.UNSIGNED : Type.INTEGER;
    return new YamlScalar(type, integer.toString(), 0);
  }

  private static YamlScalar floatOrString(String digits, String in) {
    if (GoNumbers.isFloat(digits)) {
      double number = Double.parseDouble(digits);
      if (!Double.isInfinite(number)) {
        return ofFloat(number);
      }
    }
    return string(in);
  }

  private static YamlScalar ofFloat(double number) {
    return new YamlScalar(Type.FLOAT, GoNumbers.json(number), number);
  }

  private static @Nullable YamlScalar binary(String in) {
    String packed = in.replace("\n", "").replace("\r", "");
    if (packed.length() % 4 != 0) {
      return null;
    }
    try {
      return string(Encoding.replacing(Base64.getDecoder().decode(packed)));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  Type type() {
    return type;
  }

  /** Returns the text itself, or the spelling in JSON. */
  String text() {
    return text;
  }

  /** Returns whether JSON can say it: all but the infinities and what is no number. */
  boolean isJson() {
    return type != Type.FLOAT || !(Double.isNaN(number) || Double.isInfinite(number));
  }

  /** Returns the type that a value of the tree has. */
  ScalarValue.Type valueType() {
    return switch (type) {
      case STRING -> ScalarValue.Type.STRING;
      case INTEGER, UNSIGNED, FLOAT -> ScalarValue.Type.NUMBER;
      case BOOLEAN -> ScalarValue.Type.BOOLEAN;
      case NULL -> ScalarValue.Type.NULL;
    };
  }

  /** Returns the name it is as a key, or {@code null} if kubectl takes no such key. */
  @Nullable
  String asKey() {
    return switch (type) {
      case STRING, INTEGER, BOOLEAN -> text;
      case FLOAT -> GoNumbers.shortest((float) number);
      case UNSIGNED, NULL -> null;
    };
  }
}

package io.plimsoll.core.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the messages of Go's decoders mean: the one place that knows their texts. */
final class GoErrors {

  private static final Pattern STRICT =
      Pattern.compile("(unknown|duplicate) field (\".*\")", Pattern.DOTALL);
  private static final Pattern YAML_DUPLICATE =
      Pattern.compile("line \\d+: key (\"(?:[^\"\\\\]|\\\\.)*\") already set in map");
  private static final Pattern TYPE = Pattern.compile(
      "json: cannot unmarshal .* into Go struct field [^. ]*\\.(\\S+) of type ", Pattern.DOTALL);
  private static final Pattern NO_KIND =
      Pattern.compile("no kind \".*\" is registered for version \".*\"", Pattern.DOTALL);
  private static final Pattern OTHER_KIND = Pattern.compile("unknown conversion$");
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(x..|u....|U........|.)", Pattern.DOTALL);

  private GoErrors() {}

  /** Returns the answer that a message and the strict errors in it stand for. */
  static String answer(String message, List<String> strictErrors) {
    if (message.isEmpty()) {
      return Answers.ACCEPTED;
    }
    if (!strictErrors.isEmpty()) {
      return Answers.strict(strictErrors.stream().flatMap(GoErrors::strict).toList());
    }
    Matcher type = TYPE.matcher(message);
    if (type.find()) {
      return Answers.type(withoutEmbedded(type.group(1)));
    }
    if (NO_KIND.matcher(message).find()) {
      return Answers.NO_KIND;
    }
    return OTHER_KIND.matcher(message).find() ? Answers.OTHER_KIND : Answers.ERROR;
  }

  private static Stream<String> strict(String error) {
    Matcher field = STRICT.matcher(error);
    if (field.matches()) {
      return Stream.of(Answers.field(field.group(1), unquote(field.group(2))));
    }
    // The order of the YAML library's errors is that of its own walk.
    return YAML_DUPLICATE
        .matcher(error)
        .results()
        .map(duplicate -> Answers.key(unquote(duplicate.group(1))))
        .sorted();
  }

  /** Go's path names a struct that is embedded in another, too: the only steps that start with a capital. */
  private static String withoutEmbedded(String path) {
    List<String> steps = new ArrayList<>(List.of(path.split("\\.", -1)));
    steps.removeIf(step -> !step.isEmpty() && Character.isUpperCase(step.charAt(0)));
    return String.join(".", steps);
  }

  /** Undoes {@code strconv.Quote}. */
  private static String unquote(String quoted) {
    return ESCAPE
        .matcher(quoted.substring(1, quoted.length() - 1))
        .replaceAll(escape -> Matcher.quoteReplacement(unescape(escape)));
  }

  private static String unescape(MatchResult escape) {
    String code = escape.group(1);
    if (code.length() > 1) {
      return Character.toString(Integer.parseInt(code.substring(1), 16));
    }
    return switch (code) {
      case "a" -> "\u0007";
      case "b" -> "\b";
      case "f" -> "\f";
      case "n" -> "\n";
      case "r" -> "\r";
      case "t" -> "\t";
      case "v" -> "\u000b";
      default -> code;
    };
  }
}

package io.plimsoll.core.manifest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON values that a text starts with, one after the other, as Go's {@code json.Decoder} does.
 *
 * <p>Jackson's own limits are lifted or made as wide as Go's: ours decide.
 */
final class JsonReader {

  /** Go's decoder goes no deeper, and a tokenizer that skips must stop somewhere. */
  private static final int DEEPEST = 10_000;

  /** A text that is shorter has read all its names before a table of them pays. */
  private static final int SMALL = 20_000;

  /** What Jackson says, in one place with an exception of no kind of its own. */
  private static final String UNEXPECTED_END = "Unexpected end-of-input";

  /** The code of what is no JSON. */
  static final String SYNTAX = "json-syntax";

  private final Reading reading;
  private final String text;
  private final TreeBuilder tree;
  private final JsonParser parser;
  private final int from;
  private int consumed;

  /** Where the last token ends. The tokenizer would make an object to say so, for each. */
  private int end;

  /** Reads from an offset on. */
  JsonReader(Reading reading, int from) {
    this.reading = reading;
    this.text = reading.source.text();
    this.from = from;
    this.consumed = from;
    this.end = from;
    this.tree = new TreeBuilder(reading);
    this.parser = parser(text, from, Math.max(DEEPEST, reading.limits.depth()));
  }

  /** What a factory is made of takes longer than a small text does; it keeps nothing of what it read. */
  private static final class Factories {
    static final JsonFactory OF_GO = factory(DEEPEST, true);
    static final JsonFactory OF_SMALL = factory(DEEPEST, false);
  }

  private static JsonFactory factory(int deepest, boolean names) {
    StreamReadConstraints constraints = StreamReadConstraints.builder()
        .maxNestingDepth(deepest)
        .maxNumberLength(Integer.MAX_VALUE)
        .maxStringLength(Integer.MAX_VALUE)
        .maxNameLength(Integer.MAX_VALUE)
        .build();
    return JsonFactory.builder()
        .streamReadConstraints(constraints)
        // Nothing may outlive one read.
        .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .configure(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES, names)
        // The table of names gives up on hostile ones by itself.
        .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
        .build();
  }

  private static JsonParser parser(String text, int from, int deepest) {
    JsonFactory factory = deepest == DEEPEST
        ? (text.length() - from < SMALL ? Factories.OF_SMALL : Factories.OF_GO)
        : factory(deepest, true);
    try {
      // All at once: where a name and the number after it lie in two buffers, the tokenizer is
      // wrong about the name's place.
      return factory.createParser(
          HalfPairs.replace(text.toCharArray(), from), from, text.length() - from);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the offset after the last complete value. */
  int consumed() {
    return consumed;
  }

  /**
   * Reads the next value, or returns {@code null} at the end of the text.
   *
   * @throws ReadFailure with the code {@link #SYNTAX} if what follows is not JSON; with another code if the value broke a
   *     rule of ours and the next one can be read
   */
  @Nullable
  Value next() throws ReadFailure {
    try {
      tree.reset();
      JsonToken token = parser.nextToken();
      if (token == null) {
        return null;
      }
      int start = afterSeparators(end);
      try {
        for (; !take(token); token = parser.nextToken()) {
          if (token == null) {
            throw unexpectedEnd();
          }
        }
      } catch (ReadFailure failure) {
        if (!failure.isFatal() && !failure.problem().code().equals(SYNTAX)) {
          skip();
        }
        throw failure;
      }
      Value value = tree.take();
      consumed = value.end();
      reading.checkCharacters(start, value.end());
      reading.accept(value, start, value.end());
      return value;
    } catch (JsonProcessingException e) {
      throw syntax(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Goes on behind the value that is being read. */
  private void skip() throws IOException {
    while (!parser.getParsingContext().inRoot() && parser.nextToken() != null) {
      // A tree would only cost memory.
    }
    consumed = reached();
    end = consumed;
  }

  /** Takes a token in and returns whether the value is complete with it. */
  private boolean take(@Nullable JsonToken token) throws IOException, ReadFailure {
    if (token == null) {
      return false;
    }
    int start = afterSeparators(end);
    switch (token) {
      case START_OBJECT, START_ARRAY -> {
        end = start + 1;
        tree.begin(token == JsonToken.START_OBJECT, start);
      }
      case END_OBJECT, END_ARRAY -> {
        end = start + 1;
        tree.end(end);
      }
      case FIELD_NAME -> {
        end = endOfString(start);
        tree.key(reading.intern(Text.withoutHalfPairs(parser.currentName())), start, end);
      }
      case VALUE_STRING -> {
        String value = Text.withoutHalfPairs(parser.getText());
        scalar(start, reached(), ScalarValue.Type.STRING, value);
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
        literal(start, ScalarValue.Type.NUMBER, parser.getText());
      case VALUE_TRUE -> literal(start, ScalarValue.Type.BOOLEAN, "true");
      case VALUE_FALSE -> literal(start, ScalarValue.Type.BOOLEAN, "false");
      case VALUE_NULL -> literal(start, ScalarValue.Type.NULL, "null");
      default -> throw new IllegalStateException("not a token of a JSON text: " + token);
    }
    return tree.isComplete();
  }

  private void literal(int start, ScalarValue.Type type, String spelling) throws ReadFailure {
    scalar(start, start + spelling.length(), type, spelling);
  }

  private void scalar(int start, int behind, ScalarValue.Type type, String value)
      throws ReadFailure {
    end = behind;
    tree.scalar(new ScalarValue(reading.source, start, end, type, reading.intern(value)));
  }

  /** Returns where the next token starts: what may stand between two of them was checked by the tokenizer. */
  private int afterSeparators(int from) {
    int i = from;
    while (i < text.length() && isSeparator(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isSeparator(char c) {
    return c == ' ' || c == ',' || c == ':' || c == '\n' || c == '\t' || c == '\r';
  }

  private int reached() {
    return from + (int) parser.currentLocation().getCharOffset();
  }

  /** The parser is past a name already when it hands it out. */
  private int endOfString(int start) {
    int i = start + 1;
    while (text.charAt(i) != '"') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return i + 1;
  }

  private ReadFailure unexpectedEnd() {
    return reading.failure(SYNTAX, text.length(), text.length(), "unexpected end of the JSON text");
  }

  private ReadFailure syntax(JsonProcessingException e) {
    if (e instanceof JsonEOFException || e.getOriginalMessage().startsWith(UNEXPECTED_END)) {
      return unexpectedEnd();
    }
    int at = Math.min(text.length(), reached());
    if (!(e instanceof JsonParseException)) {
      // The tokenizer stops here for good.
      return reading.fatal(
          "limit-depth",
          at,
          at,
          "nested deeper than " + DEEPEST + " levels; what follows is not read");
    }
    if (e.getLocation() != null) {
      at = (int) Math.max(from, Math.min(text.length(), from + e.getLocation().getCharOffset()));
    }
    return reading.failure(SYNTAX, at, at, "not JSON: " + plain(e.getOriginalMessage()));
  }

  /** {@code Unexpected character (',' (code 44)): was expecting …} as a sentence of ours. */
  private static String plain(String message) {
    String line = message.lines().findFirst().orElse("syntax error");
    line = line.replaceAll(" ?\\(code \\d+[^)]*\\)", "").replaceAll(" \\(start marker.*", "");
    line = line.replaceAll("[\\p{Cntrl}]", "").strip();
    return Character.toLowerCase(line.charAt(0)) + line.substring(1);
  }
}

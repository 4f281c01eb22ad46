package io.plimsoll.core.manifest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;

/**
 * Reads the first YAML document of a chunk into a tree, as {@code go.yaml.in/yaml/v2} and {@code sigs.k8s.io/yaml} do.
 *
 * <p>Only the events of SnakeYAML are used; what a scalar, a key, a merge, an alias or a tag means is decided here.
 */
final class YamlReader {

  private static final LoaderOptions OPTIONS = new LoaderOptions();

  static {
    OPTIONS.setCodePointLimit(Integer.MAX_VALUE);
  }

  /** Starts the names of keys that no text can have. */
  private static final String NO_NAME = "\0";

  private final Reading reading;
  private final TreeBuilder tree;
  private final Anchors anchors;

  /** What the document may hold only if something later replaces it. */
  private final List<Doubt> doubts = new ArrayList<>();

  /** Where the last thing that can be seen ends: the end of a block collection is no event at that place. */
  private int lastEnd;

  YamlReader(Reading reading) {
    this.reading = reading;
    this.tree = new TreeBuilder(reading);
    this.anchors = new Anchors(reading);
  }

  /** A value that is an error where it stays in the tree; go-yaml finds it only after later keys have replaced earlier ones. */
  private record Doubt(ScalarValue value, ReadFailure failure) {}

  /**
   * Reads a chunk.
   *
   * @param cut whether it was cut from a stream
   */
  void read(int start, int end, boolean cut) throws ReadFailure {
    reading.countDocument(start);
    tree.reset();
    anchors.reset();
    doubts.clear();
    YamlText text = YamlText.of(reading, start, end, cut);
    YamlInput input = new YamlInput(text);
    try {
      document(text, new ParserImpl(input, OPTIONS));
    } catch (MarkedYAMLException e) {
      throw YamlSyntax.failure(reading, e, input.offset());
    } catch (RuntimeException e) {
      // The scanner trips over some malformed escapes and keys without a word about them.
      throw YamlSyntax.failure(reading, input.offset());
    }
  }

  private void document(YamlText text, ParserImpl parser) throws ReadFailure {
    while (true) {
      Event event = parser.getEvent();
      switch (event.getEventId()) {
        case Scalar -> scalar(text, (ScalarEvent) event);
        case MappingStart, SequenceStart -> {
          CollectionStartEvent collection = (CollectionStartEvent) event;
          if (isEmptyRoot(collection, parser)) {
            acceptEmpty(collection, parser.getEvent(), text);
            return;
          }
          begin(collection);
        }
        case MappingEnd, SequenceEnd -> close((CollectionEndEvent) event);
        case Alias -> alias((AliasEvent) event);
        case DocumentStart -> YamlDirectives.check(reading, (DocumentStartEvent) event);
        case DocumentEnd -> {
          accept((DocumentEndEvent) event, text);
          return;
        }
        case StreamEnd -> {
          YamlDirectives.checkNone(reading, text);
          return;
        }
        default -> {
          // The start of the stream says nothing, and comments are not asked for.
        }
      }
    }
  }

  /**
   * Returns whether a document starts with an empty pair of brackets. go-yaml hands such a pair on before it looks whether it is
   * a key: it is the document, and what follows is dropped.
   */
  private boolean isEmptyRoot(CollectionStartEvent event, ParserImpl parser) {
    return tree.expectsFirstKey(start(event))
        && event.isFlow()
        && event.getAnchor() == null
        && event.getTag() == null
        && parser.peekEvent() instanceof CollectionEndEvent;
  }

  private void acceptEmpty(Event begin, Event end, YamlText text) throws ReadFailure {
    tree.reset();
    tree.begin(begin.is(Event.ID.MappingStart), start(begin));
    accept(tree.end(end(end)), end(end), text);
  }

  private void accept(DocumentEndEvent event, YamlText text) throws ReadFailure {
    Value root = tree.take();
    if (!doubts.isEmpty()) {
      checkDoubts(root);
    }
    int after = end(event);
    if (!event.getExplicit()) {
      YamlStrictness.checkFirst(reading, after, text.end);
    }
    accept(root, after, text);
  }

  private void accept(Value root, int after, YamlText text) throws ReadFailure {
    reading.accept(root, text.start, text.end);
    int rest = Trailing.find(reading.source.text(), after, text.end);
    if (rest >= 0) {
      reading.reportLoss(Problem.error(
          "trailing-text",
          reading.source.location(rest, rest + 1),
          "what follows the end of the document is not read; expected a line \"---\" or nothing"));
    }
  }

  private static int start(Event event) {
    return event.getStartMark().getIndex();
  }

  private static int end(Event event) {
    return event.getEndMark().getIndex();
  }

  private void begin(CollectionStartEvent event) throws ReadFailure {
    if (tree.expectsKey()) {
      throw reading.failure(
          "yaml-key", start(event), end(event), "expected a scalar as the key of a mapping");
    }
    if (event.getAnchor() != null) {
      YamlStrictness.checkAnchor(reading, event.getAnchor(), start(event), end(event));
    }
    anchors.open(event.getAnchor(), start(event));
    tree.begin(event.is(Event.ID.MappingStart), start(event));
    lastEnd = end(event);
  }

  private void close(CollectionEndEvent event) throws ReadFailure {
    // Brackets have an end of their own, block collections end with their last entry.
    if (end(event) > start(event)) {
      char bracket = reading.source.text().charAt(start(event));
      if (bracket == ']' || bracket == '}') {
        lastEnd = end(event);
      }
    }
    anchors.close(tree.end(lastEnd));
  }

  private void scalar(YamlText text, ScalarEvent event) throws ReadFailure {
    ScalarStyle style = event.getScalarStyle();
    int start = start(event);
    int end = end(event);
    String in = text.restore(event.getValue(), style, start, end);
    if (style == ScalarStyle.DOUBLE_QUOTED) {
      YamlStrictness.checkEscapes(reading, in, start, end);
    } else if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
      YamlStrictness.checkHeader(reading, start, end);
      end = visibleEnd(start, end);
    }
    lastEnd = Math.max(start, end);
    boolean plain = event.getImplicit().canOmitTagInPlainScalar();
    String tag = event.getTag();
    if (tree.expectsKey()) {
      if (in.equals("<<") && (plain || YamlScalar.MERGE_TAG.equals(tag))) {
        tree.mergeKey(start, end);
        name(event, YamlScalar.string(in), start, end);
        return;
      }
      YamlScalar scalar = resolve(in, tag, plain, start, end);
      anchors.scalar(start);
      name(event, scalar, start, end);
      key(scalar, start, end);
    } else {
      if (tree.isMerging()) {
        throw tree.notMergeable();
      }
      YamlScalar scalar = resolve(in, tag, plain, start, end);
      anchors.scalar(start);
      ScalarValue value = name(event, scalar, start, end);
      tree.scalar(value);
      if (!scalar.isJson()) {
        doubt(
            value,
            reading
                .failure("yaml-number", start, end, "\"" + in + "\" is no number that JSON can say")
                .saying(GoYaml.unsupported(in)));
      }
    }
  }

  /** Block scalars reach to the start of the next line that is not theirs. */
  private int visibleEnd(int start, int end) {
    String text = reading.source.text();
    int visible = end;
    while (visible > start && Text.isSpace(text.charAt(visible - 1))) {
      visible--;
    }
    return visible;
  }

  private YamlScalar resolve(String in, @Nullable String tag, boolean plain, int start, int end)
      throws ReadFailure {
    if (tag == null) {
      return plain ? YamlScalar.plain(in) : YamlScalar.string(in);
    }
    YamlScalar scalar = YamlScalar.tagged(tag, in);
    if (scalar == null) {
      throw reading
          .failure(
              "yaml-tag",
              start,
              end,
              "\"" + YamlSyntax.excerpt(in) + "\" is no " + YamlScalar.nameOfTag(tag)
                  + ", as its tag says")
          .saying(GoYaml.notDecodable(in, tag));
    }
    return scalar;
  }

  private ScalarValue name(ScalarEvent event, YamlScalar scalar, int start, int end)
      throws ReadFailure {
    ScalarValue value = new ScalarValue(
        reading.source, start, end, scalar.valueType(), reading.intern(scalar.text()));
    String anchor = event.getAnchor();
    if (anchor != null) {
      YamlStrictness.checkAnchor(reading, anchor, start, end);
      anchors.name(anchor, value, scalar);
    }
    return value;
  }

  private void key(YamlScalar scalar, int start, int end) {
    String name = scalar.asKey();
    if (name != null) {
      tree.key(reading.intern(name), scalar.type(), start, end);
      return;
    }
    ScalarValue nothing =
        new ScalarValue(reading.source, start, end, ScalarValue.Type.NULL, "null");
    tree.key(NO_NAME + scalar.text(), start, end, nothing);
    doubt(
        nothing,
        reading
            .failure("yaml-key", start, end, "expected a string as the key, found " + scalar.text())
            .saying("unsupported map key of type: %!s(<nil>), key: <nil>"));
  }

  private void doubt(ScalarValue value, ReadFailure failure) {
    doubts.add(new Doubt(value, failure));
  }

  private void checkDoubts(Value root) throws ReadFailure {
    Reachable reachable = Reachable.from(root);
    for (Doubt doubt : doubts) {
      if (reachable.contains(doubt.value())) {
        throw doubt.failure();
      }
    }
  }

  private void alias(AliasEvent event) throws ReadFailure {
    String name = event.getAnchor();
    int start = start(event);
    int end = end(event);
    YamlStrictness.checkAnchor(reading, name, start, end);
    Anchors.Anchor anchor = anchors.find(name);
    if (anchor == null) {
      throw reading
          .failure(
              "yaml-alias", start, end, "no anchor \"&" + name + "\" stands in front of this alias")
          .saying("yaml: unknown anchor '" + name + "' referenced");
    }
    Value value = anchor.value();
    if (value == null) {
      throw reading
          .failure(
              "yaml-alias", start, end, "the value of the anchor \"&" + name + "\" contains itself")
          .saying("yaml: anchor '" + name + "' value contains itself");
    }
    lastEnd = end;
    anchors.alias(anchor, start, end);
    if (tree.expectsKey()) {
      YamlScalar scalar = anchor.scalar();
      if (scalar == null) {
        throw reading.failure(
            "yaml-key", start, end, "expected an alias of a scalar as the key of a mapping");
      }
      key(scalar, start, end);
    } else if (tree.isMerging() && !(value instanceof MappingValue)) {
      throw tree.notMergeable();
    } else {
      tree.again(value, start);
    }
  }
}

package io.plimsoll.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WritersProperties {

  private static final String[] NASTY = {
    "",
    " ",
    "y",
    "no",
    "~",
    "null",
    "0777",
    "1e3",
    "12:30",
    "2001-12-14",
    "<<",
    "- a",
    "a: b",
    "a #b",
    "---",
    "...",
    "'",
    "\"",
    "\\",
    "\\'",
    "\n",
    "\n\n",
    "a\nb",
    "a\nb\n\n",
    " a\n",
    "\t",
    "a\t\nb",
    "\r\n",
    "\u0085",
    "\u2028",
    "\ufeff",
    "\u0000",
    "\u007f",
    "\ufffe",
    "\uffff",
    "😀",
    "é",
    "%",
    "@",
    "`x",
    "|",
    ">-",
    "{",
    "[a]",
    "*x",
    "&x",
    "!t",
    "?",
    ":",
    "-",
    "# x",
    "x:",
    "0x",
    ".5",
    "key with blanks"
  };

  @Provide
  Arbitrary<String> strings() {
    Arbitrary<String> pieces = Arbitraries.of(NASTY);
    Arbitrary<String> characters = Arbitraries.strings()
        .ascii()
        .withChars('\n', '\t', ' ', '\u0085', '\u2029', 'é', '\ufffd', '\uffff')
        .ofMaxLength(20);
    return Arbitraries.oneOf(
        pieces, characters, pieces.list().ofMaxSize(5).map(list -> String.join("", list)));
  }

  @Provide
  Arbitrary<Value> trees() {
    return trees(3);
  }

  private Arbitrary<Value> trees(int levels) {
    Arbitrary<Value> scalars = Arbitraries.oneOf(
        strings().map(ScalarValue::of),
        Arbitraries.longs().map(ScalarValue::of),
        Arbitraries.doubles().map(d -> ScalarValue.number(GoNumbers.json(d))),
        Arbitraries.of(true, false).map(ScalarValue::of),
        Arbitraries.just(ScalarValue.ofNull()));
    if (levels == 0) {
      return scalars;
    }
    Arbitrary<List<Value>> items = trees(levels - 1).list().ofMaxSize(3);
    Arbitrary<Value> lists = items.map(SequenceValue::of);
    Arbitrary<Value> mappings =
        Combinators.combine(strings().list().ofSize(3), items).as(WritersProperties::mapping);
    return Arbitraries.oneOf(scalars, lists, mappings);
  }

  private static Value mapping(List<String> keys, List<Value> values) {
    MappingValue mapping = MappingValue.empty();
    for (int i = 0; i < values.size(); i++) {
      mapping = mapping.with(keys.get(i), values.get(i));
    }
    return mapping;
  }

  private static Value read(String text) {
    Documents documents = Documents.readOne(Source.of("written", text), Limits.DEFAULT);
    assertThat(documents.problems()).isEmpty();
    return documents.roots().isEmpty()
        ? ScalarValue.ofNull()
        : documents.roots().get(0);
  }

  @Property(tries = 500)
  void yamlReadsBackAsItWas(@ForAll("trees") Value tree) {
    assertThat(read(YamlWriter.write(tree))).isEqualTo(tree);
  }

  @Property(tries = 500)
  void yamlReadsBackAsItWasInAStream(@ForAll("trees") Value tree) {
    String yaml = YamlWriter.write(tree);

    Documents documents =
        Documents.read(Source.of("stream", "a: 1\n---\n" + yaml + "---\nb: 2\n"), Limits.DEFAULT);

    assertThat(documents.problems()).isEmpty();
    assertThat(documents.roots()).hasSize(tree.isNull() ? 2 : 3);
    if (!tree.isNull()) {
      assertThat(documents.roots().get(1)).isEqualTo(tree);
    }
  }

  @Property(tries = 500)
  void jsonReadsBackAsItWas(@ForAll("trees") Value tree) {
    MappingValue root = MappingValue.empty().with("v", tree);

    assertThat(readJson(JsonWriter.compact(root))).isEqualTo(root);
    assertThat(readJson(JsonWriter.pretty(root))).isEqualTo(root);
  }

  private static Value readJson(String text) {
    Documents documents = Documents.read(Source.of("written", text), Limits.DEFAULT);
    assertThat(documents.problems()).isEmpty();
    assertThat(documents.roots()).hasSize(1);
    return documents.roots().get(0);
  }

  @Property(tries = 500)
  void whatIsWrittenHasNoMoreThanOneDocument(@ForAll("trees") Value tree) {
    assertThat(YamlWriter.write(tree)).endsWith("\n").doesNotContain("\n---");
  }
}

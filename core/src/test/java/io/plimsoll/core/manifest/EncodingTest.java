package io.plimsoll.core.manifest;

import static io.plimsoll.core.manifest.Reads.documents;
import static io.plimsoll.core.manifest.Reads.json;
import static io.plimsoll.core.manifest.Reads.problems;
import static io.plimsoll.core.manifest.Reads.read;
import static io.plimsoll.core.manifest.Reads.stretch;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {

  private static Documents readBytes(byte[] bytes) {
    return Documents.read(Source.of("test.yaml", bytes), Limits.DEFAULT);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  @Test
  void utf8AndUtf16WithAMarkAreRead() {
    String text = "\ufeffa: é😀\ufffd\n---\nb: 2\n";

    for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
      Documents documents = readBytes(text.getBytes(charset));

      assertThat(json(documents)).containsExactly("{\"a\":\"é😀\ufffd\"}", "{\"b\":2}");
      assertThat(documents.problems()).isEmpty();
    }
  }

  @Test
  void aMarkMayStandAtTheStartOfEachDocument() {
    assertThat(documents("\ufeffa: 1\n---\n\ufeffb: 2\n"))
        .containsExactly("{\"a\":1}", "{\"b\":2}");
  }

  @Test
  void aMarkTakesNoColumn() {
    MappingValue root = (MappingValue) read("\ufeffa: 1\n").roots().get(0);

    assertThat(root.keyLocation("a").start()).hasToString("1:1");
    assertThat(root.location().source().line(1)).isEqualTo("a: 1");
  }

  @Test
  void bytesThatAreNoUtf8AreOneProblemOfTheirDocument() {
    Documents documents = readBytes(bytes(
        'a', ':', ' ', '1', '\n', '-', '-', '-', '\n', 'b', ':', ' ', 0xc3, 0xa9, 0xff, 0xfe, '\n',
        '-', '-', '-', '\n', 'c', ':', ' ', '3'));

    assertThat(json(documents)).containsExactly("{\"a\":1}", "{\"c\":3}");
    assertThat(documents.problems().get(0))
        .hasToString("test.yaml:3:5: error: the byte 0xff is neither UTF-8 nor part of a character"
            + " [encoding]");
    assertThat(documents.problems()).hasSize(1);
  }

  @Test
  void overlongFormsAndSurrogatesAreNoUtf8() {
    assertThat(problems(readBytes(bytes('a', ':', 0xc0, 0x80)))).containsExactly("1:3 encoding");
    assertThat(problems(readBytes(bytes('a', ':', 0xed, 0xa0, 0x80))))
        .containsExactly("1:3 encoding");
    assertThat(problems(readBytes(bytes('a', ':', 0xe2, 0x82)))).containsExactly("1:3 encoding");
  }

  @Test
  void brokenUtf16IsAProblem() {
    assertThat(problems(readBytes(bytes(0xff, 0xfe, 'a', 0, ':', 0, ' ', 0, 0, 0xd8, 'b', 0))))
        .containsExactly("1:4 encoding");
    assertThat(problems(readBytes(bytes(0xff, 0xfe, 'a', 0, ':')))).containsExactly("1:2 encoding");
  }

  @Test
  void halvesOfPairsInATextAreAProblem() {
    assertThat(problems("a: \ud83d b")).containsExactly("1:4 encoding");
  }

  @ParameterizedTest
  @ValueSource(chars = {'\0', '\1', '\u001b', '\u007f', '\u0080', '\u009f', '\ufffe', '\uffff'})
  void controlCharactersAreOneProblemOfTheirDocument(char control) {
    for (String form : List.of("b: %c", "b: \"%c\"", "# %c", "b: |\n  x\n  y%c")) {
      Documents documents = read("a: 1\n---\n" + String.format(form, control) + "\n---\nc: 3\n");

      assertThat(json(documents)).containsExactly("{\"a\":1}", "{\"c\":3}");
      assertThat(documents.problems())
          .extracting(Problem::code)
          .containsExactly("control-character");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void binaryFilesAreAProblemAndNeverAnException(long seed) {
    byte[] bytes = new byte[100_000];
    new Random(seed).nextBytes(bytes);

    Documents documents = readBytes(bytes);

    assertThat(documents.roots()).isEmpty();
    assertThat(documents.problems()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: 1\nb: |\n  x\n  y\nc: 3\n", "a: 1\nb: \"x\n\n  y\"\nc: z\n  w\n"})
  void allLineBreaksAreAlike(String text) {
    List<String> expected = documents(text);

    assertThat(documents(text.replace("\n", "\r\n"))).isEqualTo(expected);
    assertThat(documents(text.replace("\n", "\r"))).isEqualTo(expected);
    assertThat(documents(text.replace("\n", "\u0085"))).isEqualTo(expected);
  }

  @Test
  void placesAreRightWithCarriageReturnsAndWidePairs() {
    MappingValue root = (MappingValue)
        read("x: 1\r\n---\r\n\"😀\": 'é😀'\r\nb: |\r\n  x\r\nc: d\r\n").roots().get(1);

    assertThat(root.keyLocation("😀").start()).hasToString("3:1");
    assertThat(root.get("😀").location().start()).hasToString("3:6");
    assertThat(stretch(root.get("😀").location())).isEqualTo("'é😀'");
    assertThat(root.keyLocation("c").start()).hasToString("6:1");
    assertThat(stretch(root.get("c").location())).isEqualTo("d");
    assertThat(stretch(root.get("b").location())).isEqualTo("|\r\n  x");
  }
}

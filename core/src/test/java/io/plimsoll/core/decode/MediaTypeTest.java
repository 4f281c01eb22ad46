package io.plimsoll.core.decode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"", "application/json", " Application/JSON ;", "application/json; charset=\"a;b\""
      })
  void headersNameJson(String header) {
    assertThat(MediaType.ofContentType(header)).contains(MediaType.JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/yaml", "application/yaml;charset=utf-8"})
  void headersNameYaml(String header) {
    assertThat(MediaType.ofContentType(header)).contains(MediaType.YAML);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "json",
        "text/plain",
        "application/json charset=utf-8",
        "application/json; charset",
        "application/vnd.kubernetes.protobuf"
      })
  void otherHeadersNameNothing(String header) {
    assertThat(MediaType.ofContentType(header)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "application/vnd.kubernetes.protobuf, true",
    "Application/vnd.kubernetes.protobuf;a=b, true",
    "application/json, false",
    "'', false",
  })
  void protobufIsKnownByName(String header, boolean known) {
    assertThat(MediaType.isProtobuf(header)).isEqualTo(known);
  }
}

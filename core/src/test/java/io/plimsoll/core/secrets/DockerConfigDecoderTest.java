package io.plimsoll.core.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerConfigDecoderTest {

  private static DockerConfig framed(String text) {
    return DockerConfigDecoder.dockerConfigJson(text.getBytes(StandardCharsets.UTF_8));
  }

  private static DockerConfig plain(String text) {
    return DockerConfigDecoder.dockercfg(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void entriesAreReadInOrder() {
    assertThat(framed(
                "{\"auths\":{\"b\":{\"username\":\"u\",\"password\":\"p\",\"email\":\"e\"},"
                    + "\"a\":null,\"c\":{\"auth\":\"dTpwOnc=\",\"username\":\"x\"}},\"HttpHeaders\":{\"h\":\"v\"}}")
            .entries())
        .containsExactly(
            new DockerConfig.Entry("b", "u", "p", "e"),
            new DockerConfig.Entry("a", "", "", ""),
            new DockerConfig.Entry("c", "u", "p:w", ""));
    assertThat(plain("{\"a\":{\"AUTH\":\"dTpw\"}}").entries())
        .containsExactly(new DockerConfig.Entry("a", "u", "p", ""));
  }

  @Test
  void authsThatComeTwiceAreJoinedAndNullForgetsThem() {
    String twice = "{\"auths\":{\"a\":{},\"b\":{}},\"Auths\":{\"a\":{\"username\":\"u\"}}";

    assertThat(framed(twice + "}").entries())
        .extracting(DockerConfig.Entry::username)
        .containsExactly("u", "");
    assertThat(framed(twice + ",\"auths\":null}").entries()).isEmpty();
    assertThat(plain("null").entries()).isEmpty();
  }

  @Test
  void textsDoNotShowPasswords() {
    assertThat(new DockerConfig.Entry("a", "u", "s3cret", "")).hasToString("a: u");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      [] | json: cannot unmarshal array into Go value of type credentialprovider.DockerConfigJSON
      {"auths":1} | json: cannot unmarshal number into Go struct field DockerConfigJSON.auths of type credentialprovider.DockerConfig
      {"auths":{"a":"x"}} | json: cannot unmarshal string into Go struct field DockerConfigJSON.auths of type credentialprovider.dockerConfigEntryWithAuth
      {"auths":{"a":{"auth":5}}} | json: cannot unmarshal number into Go struct field DockerConfigJSON.auths.auth of type string
      {"auths":{"a":{"email":true,"auth":5}}} | json: cannot unmarshal bool into Go struct field DockerConfigJSON.auths.email of type string
      {"HttpHeaders":[],"auths":{}} | json: cannot unmarshal array into Go struct field DockerConfigJSON.HttpHeaders of type map[string]string
      {"HttpHeaders":{"a":1},"auths":{}} | json: cannot unmarshal number into Go struct field DockerConfigJSON.HttpHeaders of type string
      {"HttpHeaders":1,"auths":{"a":{"auth":"?"}}} | illegal base64 data at input byte 0
      {"auths":{"a":{"auth":"dQ=="}}} | unable to parse auth field, must be formatted as base64(username:password)
      {"auths":{"a":{"auth":"dTpw="}}} | illegal base64 data at input byte 4
      {"auths":{"a":{"auth":"dTpwe"}}} | illegal base64 data at input byte 4
      {"auths":{"a":{"auth":"dTp=w"}}} | illegal base64 data at input byte 3
      {} x | invalid character 'x' after top-level value
      { | unexpected end of JSON input
      """)
  void whatGoCannotDecodeIsTold(String text, String error) {
    assertThat(framed(text)).isEqualTo(new DockerConfig(List.of(), error));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      "x" | json: cannot unmarshal string into Go value of type credentialprovider.DockerConfig
      {"a":[]} | json: cannot unmarshal array into Go value of type credentialprovider.dockerConfigEntryWithAuth
      {"a":{"auth":5}} | json: cannot unmarshal number into Go struct field dockerConfigEntryWithAuth.auth of type string
      """)
  void theOldFormatHasNoFrame(String text, String error) {
    assertThat(plain(text).error()).isEqualTo(error);
  }

  @Test
  void bytesThatAreNoUtf8AreToldAsTheyAre() {
    byte[] bytes = {'{', (byte) 0xa9};

    assertThat(DockerConfigDecoder.dockercfg(bytes).error())
        .isEqualTo("invalid character '\u00a9' looking for beginning of object key string");
  }
}

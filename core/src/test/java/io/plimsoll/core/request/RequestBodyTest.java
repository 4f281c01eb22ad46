package io.plimsoll.core.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestBodyTest {

  private static final MappingValue OBJECT =
      MappingValue.empty().with("data", ScalarValue.of("a\"b"));

  private static final int LIMIT = 3 * 1024 * 1024;

  @Test
  void anObjectIsSentAsItsJson() {
    RequestBody body = RequestBody.of(OBJECT);
    assertThat(body.text()).isEqualTo("{\"data\":\"a\\\"b\"}");
    assertThat(body.object()).containsSame(OBJECT);
    assertThat(body).isEqualTo(RequestBody.of(body.text())).hasSameHashCodeAs(body.text());
    assertThat(body.isEmpty()).isFalse();
    assertThat(RequestBody.of(body.text()).object()).isEmpty();
  }

  @Test
  void nothingIsSentAsAnEmptyText() {
    assertThat(RequestBody.empty()).isEqualTo(RequestBody.of(""));
    assertThat(RequestBody.empty().isEmpty()).isTrue();
  }

  @Test
  void whatIsSentIsNotPrinted() {
    assertThat(List.of(RequestBody.empty(), RequestBody.of("secret"), RequestBody.of(OBJECT)))
        .extracting(RequestBody::toString)
        .containsExactly("nothing", "a text", "an object");
  }

  @Test
  void whatDoesNotReadAsItIsIsSentAsText() {
    assertThat(RequestBody.of(nested(999)).object()).isPresent();
    assertThat(RequestBody.of(nested(1000)).object()).isEmpty();
    assertThat(RequestBody.of(OBJECT.with("half", ScalarValue.of("\ud800"))).object())
        .isEmpty();
    assertThat(RequestBody.of(OBJECT.with("\udc00", ScalarValue.of(1))).object())
        .isEmpty();
    assertThat(
            RequestBody.of(OBJECT.with("pair", ScalarValue.of("\ud83d\ude00"))).object())
        .isPresent();
  }

  @Test
  void theLengthIsThatOfTheText() {
    RequestBody small = RequestBody.of(OBJECT);
    assertThat(small.isLongerThan(small.text().length() - 1)).isTrue();
    assertThat(small.isLongerThan(small.text().length())).isFalse();
    RequestBody large =
        RequestBody.of(OBJECT.with("all", ScalarValue.of("\u00e9".repeat(LIMIT / 2))));
    assertThat(large.isLongerThan(LIMIT)).isTrue();
    assertThat(large.isLongerThan(2 * LIMIT)).isFalse();
  }

  private static MappingValue nested(int lists) {
    Value value = ScalarValue.of(1);
    for (int i = 0; i < lists; i++) {
      value = SequenceValue.of(List.of(value));
    }
    return MappingValue.empty().with("deep", value);
  }
}

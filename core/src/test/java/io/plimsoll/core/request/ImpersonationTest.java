package io.plimsoll.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.core.request.ApiRequest.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImpersonationTest {

  private static final ApiRequest REQUEST = ApiRequest.of("GET", "/api/v1/pods");

  @Test
  void optionsBecomeHeaders() {
    Impersonation jane = Impersonation.as("jane")
        .withUid("7")
        .withGroups("dev", "ops")
        .withExtra("example.com/a%b", "x")
        .withExtra("example.com/a%b", "y")
        .withExtra("\u00e4", "z");

    assertThat(jane.headers())
        .containsExactly(
            new Header("Impersonate-User", "jane"),
            new Header("Impersonate-Uid", "7"),
            new Header("Impersonate-Group", "dev"),
            new Header("Impersonate-Group", "ops"),
            new Header("Impersonate-Extra-example.com%2Fa%25b", "x"),
            new Header("Impersonate-Extra-example.com%2Fa%25b", "y"),
            new Header("Impersonate-Extra-%C3%A4", "z"));
  }

  @Test
  void aRequestThatSaysAsWhomStaysAsItIs() {
    ApiRequest request = REQUEST.withHeader("impersonate-user", "joe");

    assertThat(Impersonation.as("jane").addTo(request)).isSameAs(request);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nImpersonate-Group: system:masters", "a\n", "\u0000", "\u007f"})
  void nothingIsSmuggledIntoHeaders(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Impersonation.as(value))
        .withMessageStartingWith("not the value of a header: \"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Impersonation.as("jane").withGroups(value));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Impersonation.as("jane").withUid(value));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Impersonation.as("jane").withExtra("k", value));
  }

  @Test
  void aKeyCannotSmuggleEither() {
    assertThat(Impersonation.as("jane")
            .withExtra("a\r\nX: y", "v")
            .headers()
            .get(1)
            .name())
        .isEqualTo("Impersonate-Extra-a%0D%0AX%3A%20y");
  }
}

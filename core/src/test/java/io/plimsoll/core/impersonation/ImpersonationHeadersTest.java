package io.plimsoll.core.impersonation;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Impersonation;
import org.junit.jupiter.api.Test;

class ImpersonationHeadersTest {

  private static final ApiRequest REQUEST = ApiRequest.of("GET", "/api/v1/pods");

  @Test
  void whatIsWrittenIsReadBack() {
    Impersonation jane = Impersonation.as("jane")
        .withUid("7")
        .withGroups("dev", "")
        .withExtra("example.com/a%b \u00e4", "x", "y");

    WantedUser wanted = ImpersonationHeaders.read(jane.addTo(REQUEST));

    assertThat(wanted).isEqualTo(new WantedUser("jane", "7", jane.groups(), jane.extra()));
    assertThat(ImpersonationHeaders.without(jane.addTo(REQUEST.withHeader("Accept", "x"))))
        .isEqualTo(REQUEST.withHeader("Accept", "x"));
  }
}

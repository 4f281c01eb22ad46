package io.plimsoll.core.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestInfoParametersTest {

  private static final ApiRequest NAMED =
      ApiRequest.of("GET", "/api/v1/pods").withParameter("fieldSelector", "metadata.name=web");

  @Test
  void aFieldSelectorMayNameTheObject() {
    assertThat(RequestInfo.of(NAMED).attributes().name()).isEqualTo("web");
    assertThat(RequestInfo.of(NAMED.withParameter("limit", "5")).attributes().name())
        .isEqualTo("web");
  }

  @ParameterizedTest
  @CsvSource({"limit, x", "limit, ''", "timeoutSeconds, 1.5", "labelSelector, !!"})
  void parametersThatCannotBeReadNameNothing(String name, String value) {
    Attributes attributes = RequestInfo.of(
            NAMED.withParameter(name, value).withParameter("watch", "1"))
        .attributes();

    assertThat(attributes.name()).isEmpty();
    assertThat(attributes.verb()).isEqualTo("watch");
  }

  @Test
  void anOldWatchMayBeOfASubresource() {
    RequestInfo info =
        RequestInfo.of(ApiRequest.of("GET", "/api/v1/watch/namespaces/shop/pods/web/status"));

    assertThat(info.attributes().verb()).isEqualTo("watch");
    assertThat(info.attributes().subresource()).isEqualTo("status");
  }
}

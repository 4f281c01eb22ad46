package io.plimsoll.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestInfoTest {

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "GET    | /api/v1/pods                                    | list             | | pods | | | ",
        "GET    | /api/v1/namespaces/shop/pods                    | list             | | pods | | shop | ",
        "GET    | /api/v1/namespaces/shop/pods/web                | get              | | pods | | shop | web",
        "HEAD   | /api/v1/namespaces/shop/pods/web                | get              | | pods | | shop | web",
        "POST   | /api/v1/namespaces/shop/pods                    | create           | | pods | | shop | ",
        "PUT    | /api/v1/namespaces/shop/pods/web/status         | update           | | pods | status | shop | web",
        "PATCH  | /apis/apps/v1/namespaces/shop/deployments/web   | patch            | apps | deployments | | shop | web",
        "DELETE | /api/v1/namespaces/shop/pods/web                | delete           | | pods | | shop | web",
        "DELETE | /api/v1/namespaces/shop/pods                    | deletecollection | | pods | | shop | ",
        "GET    | /api/v1/namespaces                              | list             | | namespaces | | | ",
        "GET    | /api/v1/namespaces/shop                         | get              | | namespaces | | shop | shop",
        "PUT    | /api/v1/namespaces/shop/finalize                | update           | | namespaces | finalize | shop | shop",
        "PUT    | /api/v1/namespaces/shop/status                  | update           | | namespaces | status | shop | shop",
        "GET    | /api/v1/watch/namespaces/shop/pods              | watch            | | pods | | shop | ",
        "GET    | /api/v1/proxy/namespaces/shop/services/web/a/b  | proxy            | | services | | shop | web",
        "GET    | /api/v1/namespaces/shop/pods/web/proxy/a/b      | get              | | pods | proxy | shop | web",
        "GET    | /apis/example.com/v1/widgets                    | list             | example.com | widgets | | | ",
        "OPTIONS| /api/v1/pods                                    | ''               | | pods | | | ",
        "GET    | //api/v1/pods/                                  | list             | | pods | | | "
      })
  void resourceRequestsAreReadFromThePath(
      String method,
      String path,
      String verb,
      String group,
      String resource,
      String subresource,
      String namespace,
      String name) {
    Attributes attributes = RequestInfo.of(ApiRequest.of(method, path)).attributes();

    assertThat(attributes.isResourceRequest()).isTrue();
    assertThat(attributes.verb()).isEqualTo(verb);
    assertThat(attributes.apiGroup()).isEqualTo(text(group));
    assertThat(attributes.resource()).isEqualTo(resource);
    assertThat(attributes.subresource()).isEqualTo(text(subresource));
    assertThat(attributes.namespace()).isEqualTo(text(namespace));
    assertThat(attributes.name()).isEqualTo(text(name));
  }

  private static String text(String column) {
    return column == null ? "" : column;
  }

  @ParameterizedTest
  @CsvSource({
    "/",
    "/healthz",
    "/api",
    "/api/v1",
    "/apis/apps/v1",
    "/apis",
    "/apix/v1/pods",
    "/version"
  })
  void otherPathsAreNoResources(String path) {
    Attributes attributes = RequestInfo.of(ApiRequest.of("GET", path)).attributes();

    assertThat(attributes.isResourceRequest()).isFalse();
    assertThat(attributes.verb()).isEqualTo("get");
    assertThat(attributes.path()).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({"true,watch", "1,watch", "yes,watch", "'',watch", "false,list", "0,list", "FALSE,list"
  })
  void watchIsAParameter(String value, String verb) {
    ApiRequest request = ApiRequest.of("GET", "/api/v1/pods").withParameter("watch", value);

    assertThat(RequestInfo.of(request).attributes().verb()).isEqualTo(verb);
  }

  @Test
  void aFieldSelectorOnTheNameNamesTheObject() {
    ApiRequest request = ApiRequest.of("GET", "/api/v1/namespaces/shop/secrets")
        .withParameter("fieldSelector", "metadata.name=db");

    Attributes attributes = RequestInfo.of(request).attributes();

    assertThat(attributes.verb()).isEqualTo("list");
    assertThat(attributes.name()).isEqualTo("db");
    assertThat(attributes.fieldSelector())
        .containsExactly(new FieldRequirement("metadata.name", "=", "db"));
  }

  @Test
  void aFieldSelectorDoesNotNameWhatIsDeleted() {
    ApiRequest request = ApiRequest.of("DELETE", "/api/v1/namespaces/shop/secrets")
        .withParameter("fieldSelector", "metadata.name=db");

    Attributes attributes = RequestInfo.of(request).attributes();

    assertThat(attributes.verb()).isEqualTo("deletecollection");
    assertThat(attributes.name()).isEmpty();
    assertThat(attributes.fieldSelector()).hasSize(1);
  }

  @Test
  void selectorsThatCannotBeReadSelectNothingAway() {
    ApiRequest request = ApiRequest.of("GET", "/api/v1/pods")
        .withParameter("fieldSelector", "==bad==")
        .withParameter("labelSelector", "a b c");

    Attributes attributes = RequestInfo.of(request).attributes();

    assertThat(attributes.fieldSelector()).isEmpty();
    assertThat(attributes.labelSelector()).isEmpty();
  }

  @Test
  void pathsWithVerbsKnowNoSelectors() {
    ApiRequest request = ApiRequest.of("GET", "/api/v1/watch/pods")
        .withParameter("fieldSelector", "spec.nodeName=n1");

    assertThat(RequestInfo.of(request).attributes().fieldSelector()).isEmpty();
  }

  @Test
  void whatFollowsTheSubresourceIsKept() {
    RequestInfo info =
        RequestInfo.of(ApiRequest.of("GET", "/api/v1/namespaces/shop/pods/web/proxy/a/b"));

    assertThat(info.parts()).isEqualTo(List.of("pods", "web", "proxy", "a", "b"));
  }

  @Test
  void aPathThatEndsAfterItsVerbMeansNothing() {
    assertThatThrownBy(() -> RequestInfo.of(ApiRequest.of("GET", "/api/v1/watch")))
        .hasMessage("unable to determine kind and namespace from url, /api/v1/watch");
  }
}

package io.plimsoll.core.apiserver;

import static io.plimsoll.core.apiserver.Shop.PODS;
import static io.plimsoll.core.apiserver.Shop.get;
import static io.plimsoll.core.apiserver.Shop.handle;
import static io.plimsoll.core.apiserver.Shop.summary;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.authz.Authorization;
import io.plimsoll.core.request.ApiRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionsTest {

  private static final ServerState STATE = Shop.holding(
      "{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop}, spec: {nodeName: n1, initContainers: [{name: init}], containers: [{name: app}, {name: log}], ephemeralContainers: [{name: debug}]}, status: {podIPs: [{ip: 10.0.0.7}]}}",
      "{apiVersion: v1, kind: Pod, metadata: {name: one, namespace: shop}, spec: {containers: [{name: app}]}}",
      "{apiVersion: v1, kind: Service, metadata: {name: front, namespace: shop}}",
      "{apiVersion: v1, kind: Node, metadata: {name: n1}}");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "web/exec|app|501 NotImplemented: connecting to Pod shop/web is not supported",
        "web/exec|debug|501 NotImplemented: connecting to Pod shop/web is not supported",
        "web/attach||400 BadRequest: a container name must be specified for pod web, choose one of: [init app log debug]",
        "web/attach|db|400 BadRequest: container db is not valid for pod web",
        "one/exec||400 BadRequest: pod one does not have a host assigned",
        "one/portforward||400 BadRequest: pod one does not have a host assigned",
        "web/portforward||501 NotImplemented: connecting to Pod shop/web is not supported",
        "none/exec||404 NotFound: pods 'none' not found",
        "web/proxy||501 NotImplemented: connecting to Pod shop/web is not supported",
        "one/proxy||400 BadRequest: address not allowed",
        "http:web:80/proxy||501 NotImplemented: connecting to Pod shop/http:web:80 is not supported",
        "ftp:web:80/proxy||400 BadRequest: invalid pod request 'ftp:web:80'",
      })
  void aStreamIsOpenedToAPodThatRuns(String path, String container, String answer) {
    ApiRequest request = ApiRequest.of("POST", PODS + "/" + path);

    Response response =
        handle(STATE, container == null ? request : request.withParameter("container", container));

    assertThat(summary(response).replace('"', '\'')).isEqualTo(answer);
  }

  @Test
  void servicesAndNodesAreReachedIfTheyAreThere() {
    String services = "/api/v1/namespaces/shop/services/";

    assertThat(handle(STATE, get(services + "front:80/proxy/")).code()).isEqualTo(501);
    assertThat(summary(handle(STATE, get(services + "none/proxy"))))
        .isEqualTo("404 NotFound: services \"none\" not found");
    assertThat(summary(handle(STATE, get(services + "a:b:c:d/proxy"))))
        .isEqualTo("400 BadRequest: invalid service request \"a:b:c:d\"");
    assertThat(handle(STATE, get("/api/v1/nodes/n1/proxy")).code()).isEqualTo(501);
    assertThat(handle(STATE, get("/api/v1/nodes/n9/proxy")).code()).isEqualTo(404);
  }

  @Test
  void onlyGetAndPostOpenStreams() {
    assertThat(handle(STATE, ApiRequest.of("PUT", PODS + "/web/exec")).code()).isEqualTo(405);
    assertThat(handle(STATE, ApiRequest.of("DELETE", PODS + "/web/attach")).code())
        .isEqualTo(405);
    assertThat(handle(STATE, ApiRequest.of("DELETE", PODS + "/web/proxy")).code())
        .isEqualTo(501);
  }

  @Test
  void whoOpensAStreamByGetMustAlsoBeAllowedToCreateIt() {
    ApiServer readers = ApiServer.builder()
        .authorizer((cluster, user, attributes) -> attributes.verb().equals("get")
            ? Authorization.allow("may get")
            : Authorization.noOpinion("may not create"))
        .build();
    ApiRequest request = get(PODS + "/web/exec").withParameter("container", "app");

    Response refused = readers.handle(STATE, request);

    assertThat(summary(refused))
        .isEqualTo("403 Forbidden: pods \"web\" is forbidden: may not create");
    assertThat(refused.trace())
        .extracting(TraceStep::toString)
        .containsExactly(
            "authentication: off",
            "authorization: allowed: may get",
            "authorization (create): refused: may not create");
    assertThat(handle(STATE, request).code()).isEqualTo(501);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "tailLines=-1|422 Invalid: PodLogOptions '' is invalid: tailLines: Invalid value: -1: must be greater than or equal to 0",
        "limitBytes=0|422 Invalid: PodLogOptions '' is invalid: limitBytes: Invalid value: 0: must be greater than 0",
        "sinceSeconds=0|422 Invalid: PodLogOptions '' is invalid: sinceSeconds: Invalid value: 0: must be greater than 0",
        "stream=Stdout|422 Invalid: PodLogOptions '' is invalid: stream: Forbidden: may not be specified",
        "tailLines=x|400 BadRequest: strconv.ParseInt: parsing 'x': invalid syntax",
        "container=db|400 BadRequest: container db is not valid for pod web",
        "follow=true|400 BadRequest: a container name must be specified for pod web, choose one of: [init app log debug]",
        "container=app|501 NotImplemented: reading the log of Pod shop/web is not supported",
      })
  void aLogIsReadIfItsOptionsAreValid(String parameter, String answer) {
    int equals = parameter.indexOf('=');
    ApiRequest request = get(PODS + "/web/log")
        .withParameter(parameter.substring(0, equals), parameter.substring(equals + 1));

    assertThat(summary(handle(STATE, request)).replace('"', '\'').replace("'web' is", "'' is"))
        .isEqualTo(answer);
  }

  @Test
  void aPodWithoutANodeHasAnEmptyLog() {
    Response log = handle(STATE, get(PODS + "/one/log"));

    assertThat(log.code()).isEqualTo(200);
    assertThat(log.body()).isEqualTo(new Response.Body.OfText(""));
    assertThat(handle(STATE, get(PODS + "/none/log")).code()).isEqualTo(404);
  }
}

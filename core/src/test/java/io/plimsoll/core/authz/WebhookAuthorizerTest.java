package io.plimsoll.core.authz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.core.authz.SubjectAccessReviewer.Answer;
import io.plimsoll.core.authz.WebhookAuthorizer.FailurePolicy;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.model.Selector;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.FieldRequirement;
import io.plimsoll.core.request.Request;
import io.plimsoll.core.request.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WebhookAuthorizerTest {

  private static final User ANN = User.of("ann");
  private static final Attributes LIST = Request.list("secrets").in("shop");

  private static Authorization ask(Answer answer, FailurePolicy policy) {
    return new WebhookAuthorizer("gatekeeper", spec -> answer, policy, List.of())
        .authorize(Cluster.empty(), ANN, LIST);
  }

  private static Authorization ask(SubjectAccessReviewStatus status) {
    return ask(new Answer.Reviewed(status), FailurePolicy.DENY);
  }

  @Test
  void itsAnswerCounts() {
    assertThat(ask(SubjectAccessReviewStatus.allow("on duty")))
        .isEqualTo(Authorization.allow("on duty"));
    assertThat(ask(SubjectAccessReviewStatus.deny("off duty")))
        .isEqualTo(Authorization.deny("off duty"));
    assertThat(ask(SubjectAccessReviewStatus.noOpinion("who knows")))
        .isEqualTo(Authorization.noOpinion("who knows"));
  }

  @Test
  void whoAllowsAndDeniesAtOnceIsAnError() {
    assertThat(ask(new SubjectAccessReviewStatus(true, true, "both", "")))
        .isEqualTo(Authorization.deny("both")
            .withError("webhook subject access review returned both allow and deny response"));
  }

  @Test
  void theFailurePolicySaysWhatAnErrorMeans() {
    Answer failed = new Answer.Failed("broken");

    assertThat(ask(failed, FailurePolicy.DENY))
        .isEqualTo(Authorization.deny("").withError("broken"));
    assertThat(ask(failed, FailurePolicy.NO_OPINION))
        .isEqualTo(Authorization.noOpinion("").withError("broken"));
  }

  @ParameterizedTest
  @EnumSource
  void policiesAreReadByUpstreamsNames(FailurePolicy policy) {
    assertThat(FailurePolicy.parse(policy.toString())).isEqualTo(policy);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FailurePolicy.parse("Allow"))
        .withMessage("unknown failurePolicy \"Allow\"");
  }

  @Test
  void conditionsAreNotGuessedAt() {
    WebhookAuthorizer conditional = new WebhookAuthorizer(
        "gatekeeper",
        spec -> new Answer.Reviewed(SubjectAccessReviewStatus.allow("")),
        FailurePolicy.NO_OPINION,
        List.of("has(request.resourceAttributes)"));

    Authorization answer = conditional.authorize(Cluster.empty(), ANN, LIST);

    assertThat(answer.isUnsupported()).isTrue();
    assertThat(answer.error())
        .contains("the match conditions of the authorizer \"gatekeeper\" are expressions in CEL,"
            + " which are not evaluated");
    assertThat(conditional.rulesFor(Cluster.empty(), ANN, "shop").incomplete()).isTrue();
  }

  @Test
  void itIsAskedWithAllThatIsKnown() {
    List<String> asked = new ArrayList<>();
    WebhookAuthorizer webhook = new WebhookAuthorizer(
        "w",
        spec -> {
          asked.add(spec.toTree().toString());
          return new Answer.Reviewed(SubjectAccessReviewStatus.noOpinion(""));
        },
        FailurePolicy.DENY,
        List.of());
    User eve = new User("eve", "7", List.of("dev"), Map.of("scopes", List.of("a")));

    webhook.authorize(
        Cluster.empty(),
        eve,
        LIST.named("a")
            .selecting(
                List.of(
                    new FieldRequirement("metadata.name", "=", "a"),
                    new FieldRequirement("spec.x", "!=", "b"),
                    new FieldRequirement("spec.y", "near", "c")),
                Selector.parse("tier in (a,b),!gone,old!=x,there,n>5").requirements()));
    webhook.authorize(Cluster.empty(), User.of("bob"), Request.url("get", "/metrics"));

    assertThat(asked)
        .containsExactly(
            "{\"resourceAttributes\":{\"namespace\":\"shop\",\"verb\":\"list\",\"version\":\"*\",\"resource\":\"secrets\",\"name\":\"a\","
                + "\"fieldSelector\":{\"requirements\":[{\"key\":\"metadata.name\",\"operator\":\"In\",\"values\":[\"a\"]},"
                + "{\"key\":\"spec.x\",\"operator\":\"NotIn\",\"values\":[\"b\"]}]},"
                + "\"labelSelector\":{\"requirements\":[{\"key\":\"gone\",\"operator\":\"DoesNotExist\"},"
                + "{\"key\":\"old\",\"operator\":\"NotIn\",\"values\":[\"x\"]},"
                + "{\"key\":\"there\",\"operator\":\"Exists\"},"
                + "{\"key\":\"tier\",\"operator\":\"In\",\"values\":[\"a\",\"b\"]}]}},"
                + "\"user\":\"eve\",\"groups\":[\"dev\"],\"extra\":{\"scopes\":[\"a\"]},\"uid\":\"7\"}",
            "{\"nonResourceAttributes\":{\"path\":\"/metrics\",\"verb\":\"get\"},\"user\":\"bob\",\"groups\":[\"system:authenticated\"]}");
  }

  @Test
  void aResponseOverHttpIsAnAnswer() {
    assertThat(Answer.ofHttp(
                200,
                "{\"kind\":\"SubjectAccessReview\",\"status\":{\"allowed\":true,\"reason\":\"r\"}}")
            .read("v1"))
        .isEqualTo(new Answer.Reviewed(SubjectAccessReviewStatus.allow("r")));
    assertThat(Answer.ofHttp(201, "{}").read("v1"))
        .isEqualTo(new Answer.Reviewed(SubjectAccessReviewStatus.noOpinion("")));
    assertThat(Answer.ofHttp(200, "status:\n  denied: true\n  reason: in YAML").read("v1"))
        .isEqualTo(new Answer.Reviewed(SubjectAccessReviewStatus.deny("in YAML")));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      not json | couldn't get version/kind; json parse error: json: cannot unmarshal string into Go value of type %s
      [] | couldn't get version/kind; json parse error: json: cannot unmarshal array into Go value of type %s
      {broken | couldn't get version/kind; json parse error: invalid character 'b' looking for beginning of object key string
      `` | 0-length response with status code: 200 and content type: application/json
      {"kind":"Pod","apiVersion":"v1"} | converting (v1.Pod) to (v1.SubjectAccessReview): unknown conversion
      {"kind":"Pod","apiVersion":"v9"} | no kind "Pod" is registered for version "v9" in scheme "k8s.io/client-go/kubernetes/scheme/register.go:84"
      {"kind":"Status","status":"Failure","message":"m"} | converting (v1.Status) to (v1.SubjectAccessReview): unknown conversion
      {"status":{"allowed":"yes"}} | json: cannot unmarshal string into Go struct field SubjectAccessReviewStatus.status.allowed of type bool
      """)
  void aResponseThatMakesNoSenseIsAFailure(String body, String error) {
    String struct = "struct { APIVersion string \"json:\\\"apiVersion,omitempty\\\"\"; Kind string"
        + " \"json:\\\"kind,omitempty\\\"\" }";
    assertThat(Answer.ofHttp(200, body).read("v1"))
        .isEqualTo(new Answer.Failed(error.replace("%s", struct)));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {"kind":"SubjectAccessReview","apiVersion":"authorization.k8s.io/v1"} | converting (v1.SubjectAccessReview) to (v1beta1.SubjectAccessReview): unknown conversion
      {"kind":"Pod","apiVersion":"v1"} | converting (v1.Pod) to (v1beta1.SubjectAccessReview): unknown conversion
      {"status":{"allowed":"yes"}} | json: cannot unmarshal string into Go struct field SubjectAccessReviewStatus.status.allowed of type bool
      {"spec":{"group":"dev"}} | json: cannot unmarshal string into Go struct field SubjectAccessReviewSpec.spec.group of type []string
      """)
  void anOlderReviewIsAnsweredInItsOwnVersion(String body, String error) {
    assertThat(Answer.ofHttp(200, body).read("v1beta1")).isEqualTo(new Answer.Failed(error));
    assertThat(Answer.ofHttp(
                200,
                "{\"kind\":\"SubjectAccessReview\",\"apiVersion\":\"authorization.k8s.io/v1beta1\","
                    + "\"spec\":{\"groups\":\"unknown\"},\"status\":{\"denied\":true,\"reason\":\"r\"}}")
            .read("v1beta1"))
        .isEqualTo(new Answer.Reviewed(SubjectAccessReviewStatus.deny("r")));
  }

  @Test
  void aBackendThatThrowsOrAnswersNothingHasFailed() {
    SubjectAccessReviewer broken = spec -> {
      throw new IllegalStateException("out of order");
    };
    assertThat(new WebhookAuthorizer("w", broken, FailurePolicy.DENY, List.of())
            .authorize(Cluster.empty(), User.of("eve"), LIST))
        .isEqualTo(Authorization.deny("").withError("out of order"));
    assertThat(new WebhookAuthorizer("w", spec -> null, FailurePolicy.NO_OPINION, List.of())
            .authorize(Cluster.empty(), User.of("eve"), LIST))
        .isEqualTo(Authorization.noOpinion("").withError("the backend answered nothing"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      400 | the server rejected our request for an unknown reason
      401 | the server has asked for the client to provide credentials
      403 | scripted failure
      404 | the server could not find the requested resource
      405 | the server does not allow this method on the requested resource
      406 | scripted failure
      409 | the server reported a conflict
      415 | scripted failure
      418 | the server responded with the status code 418 but did not return more information
      422 | the server rejected our request due to an error in our request
      429 | the server has received too many requests and has asked us to try again later
      500 | an error on the server ("scripted failure") has prevented the request from succeeding
      503 | the server is currently unable to handle the request
      504 | the server was unable to return a response in the time allotted, but may still be processing the request
      """)
  void anErrorOverHttpIsSaidAsTheApiServerSaysIt(int code, String message) {
    assertThat(Answer.ofHttp(code, " scripted failure\n").read("v1"))
        .isEqualTo(new Answer.Failed(message));
  }

  @Test
  void aStatusOverHttpSaysItself() {
    assertThat(Answer.ofHttp(
                500, "{\"kind\":\"Status\",\"status\":\"Failure\",\"message\":\"it is mine\"}")
            .read("v1"))
        .isEqualTo(new Answer.Failed("it is mine"));
    assertThat(Answer.ofHttp(406, "").read("v1"))
        .isEqualTo(new Answer.Failed(
            "the server was unable to respond with a content type that the client supports"));
  }
}

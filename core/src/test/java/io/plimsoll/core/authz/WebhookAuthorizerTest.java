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
            "{\"kind\":\"SubjectAccessReview\",\"status\":{\"allowed\":true,\"reason\":\"r\"}}"))
        .isEqualTo(new Answer.Reviewed(SubjectAccessReviewStatus.allow("r")));
    assertThat(Answer.ofHttp(201, "{}"))
        .isEqualTo(new Answer.Reviewed(SubjectAccessReviewStatus.noOpinion("")));
    assertThat(Answer.ofHttp(200, "not json"))
        .isInstanceOfSatisfying(
            Answer.Failed.class,
            failed -> assertThat(failed.error())
                .startsWith("couldn't get version/kind; json parse error: "));
    assertThat(Answer.ofHttp(200, "[]"))
        .isInstanceOfSatisfying(
            Answer.Failed.class,
            failed -> assertThat(failed.error())
                .startsWith(
                    "couldn't get version/kind; json parse error: json: cannot unmarshal array"
                        + " into Go value of type struct { APIVersion string "));
    assertThat(Answer.ofHttp(200, "{\"kind\":\"Pod\",\"apiVersion\":\"v1\"}"))
        .isEqualTo(new Answer.Failed("no kind \"Pod\" is registered for version \"v1\""));
    assertThat(Answer.ofHttp(200, "{\"kind\":\"Status\",\"status\":\"Failure\",\"message\":\"m\"}"))
        .isEqualTo(new Answer.Failed("m"));
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
    assertThat(Answer.ofHttp(code, " scripted failure\n")).isEqualTo(new Answer.Failed(message));
  }

  @Test
  void aStatusOverHttpSaysItself() {
    assertThat(Answer.ofHttp(
            500, "{\"kind\":\"Status\",\"status\":\"Failure\",\"message\":\"it is mine\"}"))
        .isEqualTo(new Answer.Failed("it is mine"));
    assertThat(Answer.ofHttp(406, ""))
        .isEqualTo(new Answer.Failed(
            "the server was unable to respond with a content type that the client supports"));
  }
}

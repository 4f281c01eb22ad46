package io.plimsoll.core.authz;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.request.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessReviewsTest {

  private static final User ALICE = User.of("alice");

  private final List<User> users = new ArrayList<>();
  private final List<Attributes> asked = new ArrayList<>();
  private Authorization answer = Authorization.allow("because");

  private final Authorizer authorizer = (cluster, user, attributes) -> {
    users.add(user);
    asked.add(attributes);
    return answer;
  };

  private static MappingValue tree(String yaml) {
    return (MappingValue)
        Documents.readOne(Source.of("review", yaml), Limits.DEFAULT).roots().get(0);
  }

  private Review subject(String spec) {
    return AccessReviews.subjectAccessReview(
        tree("{spec: " + spec + "}"), Cluster.empty(), authorizer);
  }

  private static String message(Review review) {
    return ((Review.Refused) review).status().message();
  }

  private static MappingValue object(Review review) {
    return ((Review.Answered) review).object();
  }

  @Test
  void theAnswerGoesBackWithTheQuestion() {
    Review review = subject("""
        {user: zoe, groups: [staff], uid: "7", extra: {scopes: [a]},
         resourceAttributes: {namespace: shop, verb: get, resource: pods, name: web, version: ""}}""");

    assertThat(object(review)).isEqualTo(tree("""
            kind: SubjectAccessReview
            apiVersion: authorization.k8s.io/v1
            metadata: {}
            spec:
              resourceAttributes: {namespace: shop, verb: get, resource: pods, name: web}
              user: zoe
              groups: [staff]
              extra: {scopes: [a]}
              uid: "7"
            status: {allowed: true, reason: because}
            """));
    assertThat(users)
        .containsExactly(new User("zoe", "7", List.of("staff"), Map.of("scopes", List.of("a"))));
    assertThat(asked)
        .containsExactly(new Attributes("get", "", "*", "pods", "", "shop", "web", "", true));
  }

  @Test
  void whatIsDeniedSaysSoAndErrorsAreJoined() {
    answer = Authorization.deny("off duty").withError("broken");

    Review review = subject("""
        {user: zoe, resourceAttributes: {verb: list, resource: pods,
         fieldSelector: {rawSelector: "==bad=="},
         labelSelector: {requirements: [{key: a, operator: Near, values: [b]}, {key: c, operator: In, values: [d]}]}}}""");

    assertThat(object(review).get("status")).isEqualTo(tree("""
            allowed: false
            denied: true
            reason: off duty
            evaluationError: broken; spec.resourceAttributes.fieldSelector ignored due to parse error; \
            spec.resourceAttributes.labelSelector partially ignored due to parse error
            """));
    assertThat(asked.get(0).fieldSelector()).isEmpty();
    assertThat(asked.get(0).labelSelector()).hasToString("[c in (d)]");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {requirements: [{key: a, operator: In, values: [b]}]} | [FieldRequirement[field=a, operator==, value=b]] | false
      {requirements: [{key: a, operator: NotIn, values: [b]}]} | [FieldRequirement[field=a, operator=!=, value=b]] | false
      {requirements: [{key: a, operator: In, values: [b, c]}]} | [] | true
      {requirements: [{key: a, operator: Exists}]} | [] | true
      {rawSelector: "a=b,c!=d"} | [FieldRequirement[field=a, operator==, value=b], FieldRequirement[field=c, operator=!=, value=d]] | false
      """)
  void fieldSelectorsAreUnderstoodAsFarAsPossible(
      String selector, String understood, boolean error) {
    Review review = subject("{user: zoe, resourceAttributes: {verb: list, resource: pods,"
        + " fieldSelector: " + selector + "}}");

    assertThat(asked.get(0).fieldSelector()).hasToString(understood);
    assertThat(object(review).toString().contains("evaluationError")).isEqualTo(error);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {user: zoe} | spec: Invalid value: null: exactly one of nonResourceAttributes or resourceAttributes must be specified
      {user: zoe, resourceAttributes: {}, nonResourceAttributes: {path: /x}} | spec: Invalid value: {"Path":"/x","Verb":""}: exactly one of nonResourceAttributes or resourceAttributes must be specified
      {nonResourceAttributes: {path: /x}} | spec.user: Invalid value: "": at least one of user or group must be specified
      {user: z, resourceAttributes: {fieldSelector: {}}} | spec.resourceAttributes.fieldSelector.requirements: Required value: when spec.resourceAttributes.fieldSelector is specified, requirements or rawSelector is required
      {user: z, resourceAttributes: {fieldSelector: {rawSelector: a, requirements: [{key: a, operator: Exists}]}}} | spec.resourceAttributes.fieldSelector.rawSelector: Invalid value: "a": may not specified at the same time as requirements
      {user: z, resourceAttributes: {fieldSelector: {requirements: [{operator: In}]}}} | [spec.resourceAttributes.fieldSelector.requirements[0].key: Required value: must be specified, spec.resourceAttributes.fieldSelector.requirements[0].values: Required value: must be specified when `operator` is 'In' or 'NotIn']
      {user: z, resourceAttributes: {labelSelector: {requirements: [{key: a, operator: Exists, values: [b]}]}}} | spec.resourceAttributes.labelSelector.requirements[0].values: Forbidden: may not be specified when `operator` is 'Exists' or 'DoesNotExist'
      """)
  void mistakesAreSaidAsKubernetesSaysThem(String spec, String message) {
    assertThat(message(subject(spec)))
        .isEqualTo(".authorization.k8s.io \"\" is invalid: " + message);
    assertThat(asked).isEmpty();
  }

  @Test
  void labelsOfSelectorsAreChecked() {
    assertThat(
            message(
                subject(
                    "{user: z, resourceAttributes: {labelSelector: {requirements: [{key: '-', operator: In, values: ['_']}]}}}")))
        .contains("requirements[0].key: Invalid value: \"-\": ")
        .contains("requirements[0].values[0]: Invalid value: \"_\": ");
  }

  @Test
  void metadataMustBeEmpty() {
    MappingValue object = tree("""
        metadata: {labels: {a: b}, name: x, generateName: "", annotations: {}}
        spec: {nonResourceAttributes: {path: /x, verb: get}}
        """);

    assertThat(message(
            AccessReviews.selfSubjectAccessReview(object, ALICE, Cluster.empty(), authorizer)))
        .isEqualTo(".authorization.k8s.io \"\" is invalid: metadata: Invalid value:"
            + " {\"name\":\"x\",\"labels\":{\"a\":\"b\"}}: must be empty");
  }

  @Test
  void aReviewOfOneselfIsAboutWhoAsks() {
    Review review = AccessReviews.selfSubjectAccessReview(
        tree("{spec: {user: root, nonResourceAttributes: {path: /x, verb: get}}}"),
        ALICE,
        Cluster.empty(),
        authorizer);

    assertThat(users).containsExactly(ALICE);
    assertThat(asked).containsExactly(Attributes.ofPath("get", "/x"));
    assertThat(object(review).get("spec"))
        .isEqualTo(tree("{nonResourceAttributes: {path: /x, verb: get}}"));
  }

  @Test
  void aLocalReviewStaysInItsNamespace() {
    String spec =
        "spec: {user: zoe, resourceAttributes: {namespace: shop, verb: get, resource: pods}}";

    Review fine = local("{metadata: {namespace: shop}, " + spec + "}", "shop");
    assertThat(object(fine).get("metadata")).isEqualTo(tree("{namespace: shop}"));
    assertThat(message(local("{metadata: {namespace: other}, " + spec + "}", "other")))
        .isEqualTo(".authorization.k8s.io \"\" is invalid: spec.resourceAttributes.namespace:"
            + " Invalid value: \"shop\": must match metadata.namespace");
    assertThat(message(local("{metadata: {namespace: shop, name: x}, " + spec + "}", "shop")))
        .endsWith("must be empty except for namespace");
    assertThat(local("{metadata: {namespace: shop}, " + spec + "}", "other"))
        .isEqualTo(new Review.Refused(
            Status.badRequest("spec.resourceAttributes.namespace must match namespace: other")));
    assertThat(local("{metadata: {namespace: shop}, " + spec + "}", ""))
        .isEqualTo(new Review.Refused(Status.badRequest("namespace is required on this type: ")));
  }

  private Review local(String object, String namespace) {
    return AccessReviews.localSubjectAccessReview(
        tree(object), namespace, Cluster.empty(), authorizer);
  }

  @Test
  void whatIsNotSupportedIsNoAnswer() {
    answer = Authorization.unsupported("no CEL");

    assertThat(subject("{user: zoe, nonResourceAttributes: {path: /x}}"))
        .isEqualTo(new Review.Refused(Status.plain(501, "NotImplemented", "no CEL")));
  }

  @Test
  void rulesAreReviewedInANamespace() {
    Review review = AccessReviews.selfSubjectRulesReview(
        tree("{spec: {namespace: shop}}"), ALICE, Cluster.empty(), new AlwaysAllow());

    assertThat(object(review)).isEqualTo(tree("""
            kind: SelfSubjectRulesReview
            apiVersion: authorization.k8s.io/v1
            metadata: {}
            spec: {}
            status:
              resourceRules: [{verbs: ["*"], apiGroups: ["*"], resources: ["*"]}]
              nonResourceRules: [{verbs: ["*"], nonResourceURLs: ["*"]}]
              incomplete: false
            """));
    assertThat(message(AccessReviews.selfSubjectRulesReview(
            tree("{spec: {}}"), ALICE, Cluster.empty(), new AlwaysAllow())))
        .isEqualTo("no namespace on request");
  }

  @Test
  void whoAmIToldWithAllAttributes() {
    User user = new User("joe", "5", List.of("dev"), Map.of("k", List.of("v")));

    assertThat(object(AccessReviews.selfSubjectReview(user, "2026-01-01T00:00:00Z")))
        .isEqualTo(tree("""
            kind: SelfSubjectReview
            apiVersion: authentication.k8s.io/v1
            metadata: {creationTimestamp: "2026-01-01T00:00:00Z"}
            status: {userInfo: {username: joe, uid: "5", groups: [dev], extra: {k: [v]}}}
            """));
  }
}

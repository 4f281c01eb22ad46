package io.plimsoll.core.impersonation;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.authz.Authorization;
import io.plimsoll.core.authz.Authorizer;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.impersonation.ImpersonationFilter.Outcome;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.Impersonation;
import io.plimsoll.core.request.Request;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.request.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImpersonationFilterTest {

  private static final User CLERK = User.of("clerk");
  private static final ApiRequest REQUEST = ApiRequest.of("GET", "/api/v1/pods");
  private static final Attributes LIST = Request.list("pods");

  private final List<String> asked = new ArrayList<>();
  private final List<User> askedFor = new ArrayList<>();

  /** Allows what starts with one of these. */
  private Authorizer allowing(String... allowed) {
    return (cluster, user, attributes) -> {
      String question = attributes.toString();
      asked.add(question);
      askedFor.add(user);
      for (String one : allowed) {
        if (question.startsWith(one)) {
          return Authorization.allow("");
        }
      }
      return Authorization.noOpinion("");
    };
  }

  private static Outcome apply(ImpersonationFilter filter, ApiRequest request, User requestor) {
    return filter.apply(request, requestor, LIST, Cluster.empty(), Optional.empty());
  }

  private Outcome constrained(Impersonation as, String... allowed) {
    return apply(ImpersonationFilter.constrained(allowing(allowed)), as.addTo(REQUEST), CLERK);
  }

  private Outcome legacy(Impersonation as, String... allowed) {
    return apply(ImpersonationFilter.legacy(allowing(allowed)), as.addTo(REQUEST), CLERK);
  }

  private static User user(Outcome outcome) {
    return ((Outcome.Impersonated) outcome).user();
  }

  private static String message(Outcome outcome) {
    return ((Outcome.Refused) outcome).status().message();
  }

  @Test
  void mostRequestsDoNotAsk() {
    assertThat(apply(ImpersonationFilter.constrained(allowing()), REQUEST, CLERK))
        .isEqualTo(new Outcome.NotAsked());
    assertThat(asked).isEmpty();
  }

  @Test
  void aConstrainedModeNeedsBothVerbs() {
    Outcome outcome = constrained(
        Impersonation.as("jane"), "impersonate-on:user-info:list", "impersonate:user-info");

    Outcome.Impersonated impersonated = (Outcome.Impersonated) outcome;
    assertThat(impersonated.user()).isEqualTo(User.of("jane"));
    assertThat(impersonated.mode()).isEqualTo(ImpersonationMode.USER_INFO);
    assertThat(impersonated.authenticationMetadata())
        .isEqualTo(Map.of("impersonationConstraint", "impersonate:user-info"));
    assertThat(impersonated.request()).isEqualTo(REQUEST);
    assertThat(asked)
        .containsExactly(
            "impersonate-on:user-info:list pods",
            "impersonate:user-info users.authentication.k8s.io \"jane\"");
  }

  @Test
  void theOldVerbHelpsAndTheFirstRefusalIsTold() {
    assertThat(user(constrained(Impersonation.as("jane"), "impersonate users")))
        .isEqualTo(User.of("jane"));
    assertThat(message(constrained(Impersonation.as("jane"))))
        .isEqualTo("pods is forbidden: User \"clerk\" cannot impersonate-on:user-info:list resource"
            + " \"pods\" in API group \"\" at the cluster scope");
  }

  @Test
  void theModeOfTheLastSuccessIsTriedFirst() {
    ImpersonationFilter filter = ImpersonationFilter.constrained(allowing());

    Outcome outcome = filter.apply(
        Impersonation.as("jane").addTo(REQUEST),
        CLERK,
        LIST,
        Cluster.empty(),
        Optional.of(ImpersonationMode.LEGACY));

    assertThat(message(outcome))
        .startsWith("users \"jane\" is forbidden: User \"clerk\" cannot impersonate resource");
  }

  @Test
  void aModeThatDoesNotApplySaysNothing() {
    Outcome outcome = ImpersonationFilter.constrained(allowing())
        .apply(
            Impersonation.as("jane").addTo(REQUEST),
            CLERK,
            LIST,
            Cluster.empty(),
            Optional.of(ImpersonationMode.ARBITRARY_NODE));

    assertThat(message(outcome)).contains("impersonate-on:user-info:list");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      system:node:n1 | impersonate-on:arbitrary-node:list pods | impersonate:arbitrary-node nodes.authentication.k8s.io "n1" | system:nodes
      system:serviceaccount:shop:web | impersonate-on:serviceaccount:list pods | impersonate:serviceaccount serviceaccounts.authentication.k8s.io "web" in shop | system:serviceaccounts
      """)
  void nodesAndServiceAccountsHaveModesOfTheirOwn(
      String name, String on, String who, String group) {
    Outcome outcome = constrained(Impersonation.as(name), on, who);

    assertThat(asked).containsExactly(on, who);
    assertThat(user(outcome).groups()).startsWith(group).endsWith(User.AUTHENTICATED);
  }

  @Test
  void aServiceAccountImpersonatesTheNodeItRunsOn() {
    User account = new User(
        "system:serviceaccount:shop:agent",
        "",
        List.of(User.SERVICE_ACCOUNTS),
        Map.of(
            "authentication.kubernetes.io/pod-name", List.of("p"),
            "authentication.kubernetes.io/node-name", List.of("n1")));
    ImpersonationFilter filter =
        ImpersonationFilter.constrained(allowing("impersonate-on:associated", "impersonate:assoc"));

    Outcome outcome = apply(filter, Impersonation.as("system:node:n1").addTo(REQUEST), account);

    assertThat(user(outcome))
        .isEqualTo(
            new User("system:node:n1", "", List.of("system:nodes", User.AUTHENTICATED), Map.of()));
    assertThat(asked)
        .containsExactly(
            "impersonate-on:associated-node:list pods",
            "impersonate:associated-node nodes.authentication.k8s.io \"*\"");
    assertThat(askedFor.get(0).extra())
        .isEqualTo(Map.of(
            "authentication.kubernetes.io/associated-node-keys",
            List.of(
                "authentication.kubernetes.io/node-name",
                "authentication.kubernetes.io/pod-name")));
    assertThat(message(apply(filter, Impersonation.as("system:node:n2").addTo(REQUEST), account)))
        .contains("impersonate-on:arbitrary-node:list");
  }

  @Test
  void constrainedModesRefuseWhatWouldBeTooMuch() {
    String both = "impersonate";

    assertThat(message(constrained(
            Impersonation.as("jane").withGroups(User.MASTERS),
            "impersonate-on:user-info",
            "impersonate:user-info")))
        .isEqualTo(
            "groups.authentication.k8s.io \"system:masters\" is forbidden: User \"clerk\" cannot"
                + " impersonate:user-info resource \"groups\" in API group \"authentication.k8s.io\" at the"
                + " cluster scope: impersonating the system:masters group is not allowed");
    assertThat(message(constrained(
            Impersonation.as("jane").withGroups("dev", ""),
            "impersonate-on:user-info",
            "impersonate:user-info")))
        .endsWith("impersonating the empty string group is not allowed");
    assertThat(user(constrained(Impersonation.as("jane").withGroups(User.MASTERS), both))
            .groups())
        .containsExactly(User.MASTERS, User.AUTHENTICATED);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      team | v | impersonating an invalid key in extra is not allowed: extra.key: Invalid value: "team": must be a domain-prefixed path (such as "acme.io/foo")
      a_b.io/x | v | regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')
      acme.io/x y | v | extra.key: Invalid value: "x y": Invalid path (regex used for validation is '[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+')
      '' | v | impersonating the empty string key in extra is not allowed
      acme.io/x | '' | impersonating the empty string value in extra is not allowed
      """)
  void extraAttributesAreChecked(String key, String value, String message) {
    assertThat(message(constrained(
            Impersonation.as("jane").withExtra(key, value),
            "impersonate-on:user-info",
            "impersonate:user-info")))
        .endsWith(message);
  }

  @Test
  void keysThatAreEscapedMayHaveCapitals() {
    ApiRequest request =
        Impersonation.as("jane").addTo(REQUEST).withHeader("Impersonate-Extra-acme.io%2f%41", "v");

    assertThat(message(apply(
            ImpersonationFilter.constrained(
                allowing("impersonate-on:user-info", "impersonate:user-info")),
            request,
            CLERK)))
        .endsWith("impersonating a non-lowercase key in extra is not allowed: \"acme.io/A\"");
  }

  @Test
  void forManyThePermissionForAllIsAskedForFirst() {
    constrained(
        Impersonation.as("jane")
            .withGroups("a", "b", "c", "d")
            .withExtra("acme.io/x", "1", "2", "3", "4"),
        "impersonate-on:",
        "impersonate:user-info");

    assertThat(asked)
        .containsExactly(
            "impersonate-on:user-info:list pods",
            "impersonate:user-info users.authentication.k8s.io \"jane\"",
            "impersonate:user-info groups.authentication.k8s.io \"*\"",
            "impersonate:user-info userextras.authentication.k8s.io/* \"*\"");
  }

  @Test
  void tenThousandGroupsAreAskedForOneByOne() {
    String[] groups = new String[10_000];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = "g" + i;
    }

    Outcome outcome = legacy(
        Impersonation.as("jane").withGroups(groups), "impersonate users", "impersonate groups");

    assertThat(user(outcome).groups()).hasSize(10_001);
    assertThat(asked).hasSize(10_001);
  }

  @Test
  void anonymousIsNotAuthenticated() {
    assertThat(user(legacy(Impersonation.as("system:anonymous"), "impersonate users")))
        .isEqualTo(User.ANONYMOUS);
    assertThat(user(constrained(
                Impersonation.as("jane").withGroups(User.UNAUTHENTICATED), "impersonate"))
            .groups())
        .containsExactly(User.UNAUTHENTICATED);
  }

  @Test
  void beforeThereWasOneVerbForAll() {
    Outcome outcome = legacy(
        Impersonation.as("system:serviceaccount:shop:web").withUid("7").withExtra("scopes", "a"),
        "impersonate");

    assertThat(asked)
        .containsExactly(
            "impersonate serviceaccounts \"web\" in shop",
            "impersonate userextras.authentication.k8s.io/scopes \"a\"",
            "impersonate uids.authentication.k8s.io \"7\"");
    assertThat(user(outcome))
        .isEqualTo(new User(
            "system:serviceaccount:shop:web",
            "7",
            List.of(User.SERVICE_ACCOUNTS, "system:serviceaccounts:shop", User.AUTHENTICATED),
            Map.of("scopes", List.of("a"))));
    assertThat(((Outcome.Impersonated) outcome).authenticationMetadata()).isEmpty();
  }

  @Test
  void theOlderFilterTellsNoErrorsButRefusesForThem() {
    Authorizer allowing = (c, u, a) -> Authorization.allow("").withError("e");
    Authorizer failing = (c, u, a) -> Authorization.noOpinion("r").withError("e");
    ApiRequest request = Impersonation.as("jane").addTo(REQUEST);

    assertThat(message(apply(ImpersonationFilter.legacy(allowing), request, CLERK)))
        .endsWith("at the cluster scope");
    assertThat(message(apply(ImpersonationFilter.legacy(failing), request, CLERK)))
        .endsWith("at the cluster scope: r");
    assertThat(apply(ImpersonationFilter.constrained(allowing), request, CLERK))
        .isInstanceOf(Outcome.Impersonated.class);
    assertThat(message(apply(ImpersonationFilter.constrained(failing), request, CLERK)))
        .endsWith("at the cluster scope: e: r");
  }

  @Test
  void nobodyCannotBeImpersonated() {
    ApiRequest request = REQUEST
        .withHeader("Impersonate-Group", "dev")
        .withHeader("Impersonate-Extra-B", "y")
        .withHeader("Impersonate-Extra-A", "x")
        .withHeader("Impersonate-Uid", "9");

    assertThat(apply(ImpersonationFilter.constrained(allowing()), request, CLERK))
        .isEqualTo(new Outcome.Refused(Status.badRequest(
            "requested &user.DefaultInfo{Name:\"\", UID:\"9\", Groups:[]string{\"dev\"},"
                + " Extra:map[string][]string{\"a\":[]string{\"x\"}, \"b\":[]string{\"y\"}}} without"
                + " impersonating a user name")));
    assertThat(apply(ImpersonationFilter.legacy(allowing()), request, CLERK))
        .isEqualTo(new Outcome.Refused(Status.badRequest(
            "requested [{Group  dev    } {UserExtra  y  authentication.k8s.io/v1  b} {UserExtra  x"
                + "  authentication.k8s.io/v1  a} {UID  9  authentication.k8s.io/v1  }] without"
                + " impersonating a user")));
  }

  @Test
  void oddHeadersAreReadAsGoReadsThem() {
    ApiRequest request = REQUEST
        .withHeader("IMPERSONATE-USER", " jane\t")
        .withHeader("Impersonate-User", "root")
        .withHeader("impersonate-extra-a b", "not a name")
        .withHeader("Impersonate-Extra-%zz", "kept")
        .withHeader("Impersonate-Extra-%4", "kept")
        .withHeader("Impersonate-Extra-", "nothing");

    assertThat(ImpersonationHeaders.read(request))
        .isEqualTo(new WantedUser(
            "jane",
            "",
            List.of(),
            Map.of("%zz", List.of("kept"), "%4", List.of("kept"), "", List.of("nothing"))));
  }

  @Test
  void whatIsNotSupportedIsNotGuessedAt() {
    Authorizer unsupported = (c, u, a) -> Authorization.unsupported("no CEL");
    Outcome refused = new Outcome.Refused(Status.plain(501, "NotImplemented", "no CEL"));
    ApiRequest request = Impersonation.as("jane").addTo(REQUEST);

    assertThat(apply(ImpersonationFilter.constrained(unsupported), request, CLERK))
        .isEqualTo(refused);
    assertThat(apply(ImpersonationFilter.legacy(unsupported), request, CLERK)).isEqualTo(refused);
  }
}

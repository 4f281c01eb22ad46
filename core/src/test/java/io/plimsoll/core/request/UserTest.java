package io.plimsoll.core.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserTest {

  @Test
  void whoIsNamedIsAuthenticated() {
    assertThat(User.of("alice", "devs").groups()).containsExactly("devs", "system:authenticated");
    assertThat(User.of("alice", "system:authenticated", "devs").groups())
        .containsExactly("system:authenticated", "devs");
    assertThat(User.ANONYMOUS.groups()).containsExactly("system:unauthenticated");
    assertThat(User.of("alice", "devs").isIn("devs")).isTrue();
    assertThat(User.of("alice").isIn("devs")).isFalse();
    assertThat(User.of("alice")).hasToString("alice");
  }

  @Test
  void aServiceAccountIsAUserInItsGroups() {
    User web = User.serviceAccount("shop", "web");

    assertThat(web.name()).isEqualTo("system:serviceaccount:shop:web");
    assertThat(web.groups())
        .containsExactly(
            "system:serviceaccounts", "system:serviceaccounts:shop", "system:authenticated");
    assertThat(web.asServiceAccount()).contains(new User.ServiceAccountName("shop", "web"));
  }

  @Test
  void aUserHasTheGroupsOfItsName() {
    assertThat(User.of("system:serviceaccount:shop:web"))
        .isEqualTo(User.serviceAccount("shop", "web"));
    assertThat(User.of("system:serviceaccount:shop:web", "devs").groups())
        .containsExactly("devs", "system:authenticated");
    assertThat(User.of("system:anonymous")).isEqualTo(User.ANONYMOUS);
    assertThat(User.of("system:node:n1").groups()).containsExactly("system:authenticated");
  }

  @Test
  void aKubeletIsAUserInItsGroup() {
    assertThat(User.node("n1").name()).isEqualTo("system:node:n1");
    assertThat(User.node("n1").groups()).containsExactly("system:nodes", "system:authenticated");
    assertThat(User.node("n1").asNode()).contains("n1");
    assertThat(User.of("system:node:", "system:nodes").asNode()).contains("");
    assertThat(User.of("system:node:n1").asNode()).isEmpty();
    assertThat(User.of("n1", "system:nodes").asNode()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alice",
        "system:serviceaccount:",
        "system:serviceaccount:shop",
        "system:serviceaccount:shop:",
        "system:serviceaccount::web",
        "system:serviceaccount:shop:web:more",
        "system:serviceaccount:Shop:web",
        "system:serviceaccount:my.shop:web",
        "system:serviceaccount:shop:w_b"
      })
  void anyOtherNameIsNoServiceAccount(String name) {
    assertThat(User.of(name).asServiceAccount()).isEmpty();
  }

  @Test
  void aUserNeverChanges() {
    List<String> scopes = new ArrayList<>(List.of("read"));
    Map<String, List<String>> extra = new LinkedHashMap<>(Map.of("scopes", scopes));
    User user = new User("alice", "", List.of(), extra);

    scopes.add("write");
    extra.clear();

    assertThat(user.extra()).isEqualTo(Map.of("scopes", List.of("read")));
  }
}

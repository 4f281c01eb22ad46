package io.plimsoll.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.request.User;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a subject stands for. */
class SubjectTest {

  @Test
  void aUserIsTheOneOfItsName() {
    assertThat(Subject.user("alice").isOrContains(User.of("alice"), "")).isTrue();
    assertThat(Subject.user("alice").isOrContains(User.of("Alice"), "")).isFalse();
    assertThat(Subject.user("*").isOrContains(User.of("alice"), "")).isFalse();
  }

  @Test
  void aGroupContainsItsMembers() {
    User anonymous = User.ANONYMOUS;

    assertThat(Subject.group("devs").isOrContains(User.of("alice", "devs"), "")).isTrue();
    assertThat(Subject.group("devs").isOrContains(User.of("devs"), "")).isFalse();
    assertThat(Subject.group("system:authenticated").isOrContains(anonymous, ""))
        .isFalse();
    assertThat(Subject.group("system:unauthenticated").isOrContains(anonymous, ""))
        .isTrue();
  }

  @ParameterizedTest(name = "service account \"{0}\"/{1} in a binding of \"{2}\" is {3}: {4}")
  @CsvSource({
    "shop, web,  '',   system:serviceaccount:shop:web,   true",
    "shop, web,  prod, system:serviceaccount:shop:web,   true",
    "'',   web,  shop, system:serviceaccount:shop:web,   true",
    "'',   web,  prod, system:serviceaccount:shop:web,   false",
    "'',   web,  '',   system:serviceaccount::web,       false",
    "shop, web,  '',   system:serviceaccount:shop:web2,  false",
    "shop, web,  '',   system:serviceaccount:shop:we,    false",
    "shop, web,  '',   serviceaccount:shop:web,          false",
    "a,    b:c,  '',   system:serviceaccount:a:b:c,      true",
    "a:b,  c,    '',   system:serviceaccount:a:b:c,      true",
    "shop, '',   '',   system:serviceaccount:shop:,      true",
  })
  void aServiceAccountIsTheUserOfItsNamespaceAndName(
      String namespace, String name, String binding, String user, boolean expected) {
    Subject subject = Subject.serviceAccount(namespace, name);

    assertThat(subject.isOrContains(User.of(user), binding)).isEqualTo(expected);
  }

  @Test
  void aUserNamedLikeAServiceAccountIsIt() {
    Subject subject = Subject.user("system:serviceaccount:shop:web");

    assertThat(subject.isOrContains(User.serviceAccount("shop", "web"), "")).isTrue();
  }

  @Test
  void theGroupOfTheKindAndTheNamespaceOfAUserDoNotMatter() {
    assertThat(new Subject("User", "wrong", "alice", "shop").isOrContains(User.of("alice"), ""))
        .isTrue();
    assertThat(new Subject("Group", "", "devs", "shop").isOrContains(User.of("a", "devs"), ""))
        .isTrue();
  }

  @Test
  void aSubjectOfAnUnknownKindIsNobody() {
    for (String kind : List.of("user", "Robot", "")) {
      Subject subject = new Subject(kind, "", "alice", "");

      assertThat(subject.isOrContains(User.of("alice", "alice"), "")).isFalse();
    }
  }

  @Test
  void theEmptyNameIsANameLikeOthers() {
    User nameless = new User("", "", List.of(""), Map.of());

    assertThat(Subject.user("").isOrContains(nameless, "")).isTrue();
    assertThat(Subject.group("").isOrContains(nameless, "")).isTrue();
  }

  @Test
  void defaultsFillInTheGroupOfUsersAndGroups() {
    assertThat(new Subject("User", "", "alice", "").withDefaults())
        .isEqualTo(Subject.user("alice"));
    assertThat(new Subject("Group", "", "devs", "").withDefaults())
        .isEqualTo(Subject.group("devs"));
    assertThat(new Subject("ServiceAccount", "", "web", "").withDefaults().apiGroup())
        .isEmpty();
    assertThat(new Subject("User", "x", "alice", "").withDefaults().apiGroup()).isEqualTo("x");
    assertThat(new Subject("Robot", "", "r2", "").withDefaults().apiGroup()).isEmpty();
  }
}

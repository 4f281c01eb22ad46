package io.plimsoll.core.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListItemsTest {

  @Test
  void itemsOfATypedListAreOfItsKind() {
    assertThat(objects("""
            apiVersion: apps/v1
            kind: DeploymentList
            items:
            - metadata: {name: a}
            - {apiVersion: v1, kind: ConfigMap, metadata: {name: b}}
            """)).containsExactly("apps/v1 Deployment a", "v1 ConfigMap b");
  }

  /** As kubectl does: only an item that says neither is given both. */
  @Test
  void anItemThatSaysItsVersionMustSayItsKind() {
    assertThat(problems("""
            apiVersion: apps/v1
            kind: DeploymentList
            items:
            - {apiVersion: apps/v1, metadata: {name: a}}
            - {kind: Deployment, metadata: {name: b}}
            """))
        .containsExactly(
            "list.yaml:4:3: error: items[0].kind: \"kind\" is missing [missing-kind]",
            "list.yaml:5:3: error: Deployment b: apiVersion: \"apiVersion\" is missing; Deployment is in \"apps/v1\""
                + " [missing-api-version]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind: List",
        "kind: List\nitems: []",
        "kind: List\nitems:",
        "kind: PodList",
        "kind: PodList\nitems: null",
        "kind: ConfigMapList\nmetadata: {resourceVersion: '5'}\nitems: []"
      })
  void anEmptyListIsNoObject(String list) {
    Manifests manifests = Manifests.read("list.yaml", "apiVersion: v1\n" + list + "\n");

    assertThat(manifests.objects()).isEmpty();
    assertThat(manifests.problems())
        .extracting(Problem::toString)
        .containsExactly("warning: \"list.yaml\": there are no objects in it [no-manifests]");
  }

  @Test
  void aListWithOtherThanItemsIsWrongAndNoObject() {
    String list = "apiVersion: v1\nkind: PodList\nitems: {a: b}\n";

    assertThat(objects(list)).isEmpty();
    assertThat(problems(list))
        .containsExactly(
            "list.yaml:3:8: error: PodList: items: expected a list, found an object [wrong-type]");
  }

  @Test
  void aKindOfOnesOwnMayEndInList() {
    assertThat(objects("{apiVersion: example.com/v1, kind: AllowList, metadata: {name: a}}"))
        .containsExactly("example.com/v1 AllowList a");
    assertThat(objects(
            "{apiVersion: example.com/v1, kind: AllowList, items: [{metadata: {name: a}}]}"))
        .containsExactly("example.com/v1 Allow a");
  }

  @Test
  void listsWithinListsKeepTheOrderOfTheText() {
    assertThat(objects("""
            apiVersion: v1
            kind: List
            items:
            - {apiVersion: v1, kind: ConfigMap, metadata: {name: a}}
            - apiVersion: v1
              kind: ConfigMapList
              items: [{metadata: {name: b}}, {metadata: {name: c}}]
            - {apiVersion: v1, kind: ConfigMap, metadata: {name: d}}
            """))
        .containsExactly("v1 ConfigMap a", "v1 ConfigMap b", "v1 ConfigMap c", "v1 ConfigMap d");
  }

  @Test
  void aDuplicateIsThatOfTheItemItIsIn() {
    assertThat(problems("""
            apiVersion: v1
            kind: ConfigMapList
            items:
            - metadata: {name: a}
            - metadata: {name: b}
              data: {x: "1", x: "2"}
            items2: {z: 1, z: 2}
            """))
        .containsExactly(
            "list.yaml:6:18: error: ConfigMap default/b: data.x: key \"x\" is already set in line 6; the last one counts"
                + " [duplicate-key]",
            "list.yaml:7:1: error: ConfigMapList: items2: unknown field \"items2\"; did you mean \"items\" [unknown-field]",
            "list.yaml:7:16: error: items2.z: key \"z\" is already set in line 7; the last one counts [duplicate-key]");
  }

  @Test
  void anAliasedItemIsAnotherObjectButStandsInOnePlace() {
    String list = """
        apiVersion: v1
        kind: List
        items:
        - &a {apiVersion: v1, kind: ConfigMap, metadata: {name: a, name: b}}
        - *a
        """;

    assertThat(objects(list)).containsExactly("v1 ConfigMap b", "v1 ConfigMap b");
    assertThat(problems(list))
        .containsExactly(
            "list.yaml:4:60: error: ConfigMap default/b: metadata.name: key \"name\" is already set in line 4; the last one"
                + " counts [duplicate-key]");
  }

  @Test
  void anItemIsNoLargerThanADocument() {
    ReadOptions small = ReadOptions.DEFAULT.withLimits(Limits.DEFAULT.withDocumentSize(200));

    Manifests manifests = Manifests.read("list.yaml", """
        apiVersion: v1
        kind: List
        items:
        - {apiVersion: v1, kind: ConfigMap, metadata: {name: small}}
        - {apiVersion: v1, kind: ConfigMap, metadata: {name: large}, data: {a: "%s"}}
        """.formatted("x".repeat(200)), small);

    assertThat(manifests.objects())
        .extracting(object -> object.ref().name())
        .containsExactly("small");
    assertThat(manifests.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "list.yaml:5:3: error: items[1]: the item has 273 characters, more than 200 [limit-document-size]");
  }

  private static List<String> objects(String text) {
    return Manifests.read("list.yaml", text).objects().stream()
        .map(object -> object.ref().apiVersion() + " " + object)
        .toList();
  }

  private static List<String> problems(String text) {
    return Manifests.read("list.yaml", text).problems().stream()
        .map(Problem::toString)
        .toList();
  }
}

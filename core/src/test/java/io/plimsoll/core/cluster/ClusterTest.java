package io.plimsoll.core.cluster;

import static io.plimsoll.core.cluster.Objects.object;
import static io.plimsoll.core.cluster.Objects.pod;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.LabelSelectorRequirement;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.model.ServiceAccount;
import io.plimsoll.core.pod.Pod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterTest {

  private static final Cluster SHOP = Cluster.of(Objects.of("""
      {apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop, labels: {app: web, tier: front}}}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: db, namespace: shop, labels: {app: db}}}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: web, namespace: prod, labels: {app: web}}}
      ---
      {apiVersion: v1, kind: ServiceAccount, metadata: {name: web, namespace: shop}}
      ---
      {apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {team: a}}}
      """));

  @Test
  void whatWasNoErrorWhenItWasLoadedIsKept(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("a.yaml"), "# nothing\n");

    Cluster cluster = Cluster.load(directory);

    assertThat(cluster.problems()).extracting(Problem::code).containsExactly("no-manifests");
    assertThat(cluster.with(SHOP.objects()).problems()).isEqualTo(cluster.problems());
  }

  @Test
  void objectsAreFoundByKindNamespaceAndName() {
    assertThat(SHOP.get(Pod.KIND, "shop", "db").metadata().labels()).containsEntry("app", "db");
    assertThat(SHOP.get(Namespace.KIND, "shop").metadata().labels()).containsEntry("team", "a");
    assertThat(SHOP.find(Pod.KIND, "prod", "db")).isEmpty();
    assertThat(SHOP.find(new ObjectRef("v1", "Pod", "prod", "web"))).isPresent();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SHOP.get(Pod.KIND, "prod", "db"))
        .withMessage("the cluster has no \"Pod prod/db\"");
  }

  @Test
  void listsAreInTheOrderTheObjectsCame() {
    assertThat(SHOP.objects())
        .extracting(KubeObject::toString)
        .containsExactly(
            "Pod shop/web",
            "Pod shop/db",
            "Pod prod/web",
            "ServiceAccount shop/web",
            "Namespace shop");
    assertThat(SHOP.objects(Pod.KIND))
        .extracting(KubeObject::toString)
        .containsExactly("Pod shop/web", "Pod shop/db", "Pod prod/web");
    assertThat(SHOP.all(Pod.KIND))
        .extracting(one -> one.ref().toString())
        .containsExactly("Pod shop/web", "Pod shop/db", "Pod prod/web");
    assertThat(SHOP.all(Pod.KIND, "shop"))
        .extracting(one -> one.ref().name())
        .containsExactly("web", "db");
    assertThat(SHOP.all(Pod.KIND, "nowhere")).isEmpty();
    assertThat(SHOP).hasToString("cluster of 5 objects");
  }

  @Test
  void aRecordThatIsKnownIsNotReadAgain() {
    KubeObject changed = Objects.pod("shop", "web", "app", "shop");
    Pod known = changed.as(Pod.KIND);

    Cluster cluster = SHOP.with(changed, known);

    assertThat(cluster.get(Pod.KIND, "shop", "web")).isSameAs(known);
    assertThat(cluster.all(Pod.KIND, "shop").get(0)).isSameAs(known);
    assertThat(cluster).isEqualTo(SHOP.with(changed));
  }

  @Test
  void aRecordMustBeThatOfTheObjectInItsPlace() {
    KubeObject object = Objects.pod("shop", "web", "app", "shop");
    Pod other = Objects.pod("shop", "db", "app", "shop").as(Pod.KIND);
    KubeObject nowhere = Objects.pod("", "web", "app", "shop");

    assertThatThrownBy(() -> SHOP.with(object, other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the record is of \"Pod shop/db\", not of \"Pod shop/web\"");
    assertThatThrownBy(() -> SHOP.with(nowhere, nowhere.as(Pod.KIND)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not in the place of its kind: \"Pod web\"");
  }

  @Test
  void labelsSelectWithinANamespace() {
    LabelSelector web = new LabelSelector(Map.of("app", "web"), List.of());
    LabelSelector notDb = new LabelSelector(
        Map.of(), List.of(new LabelSelectorRequirement("app", "NotIn", List.of("db"))));

    assertThat(SHOP.select(Pod.KIND, "shop", web))
        .extracting(KubeObject::toString)
        .containsExactly("Pod shop/web");
    assertThat(SHOP.select(Pod.KIND, "shop", notDb))
        .extracting(KubeObject::toString)
        .containsExactly("Pod shop/web");
    assertThat(SHOP.select(Pod.KIND, "shop", LabelSelector.EVERYTHING)).hasSize(2);
    assertThat(SHOP.select(
            Pod.KIND, "shop", new LabelSelector(Map.of("app", "web", "tier", "back"), List.of())))
        .isEmpty();
    assertThat(SHOP.select(Pod.KIND, "nowhere", web)).isEmpty();
    assertThat(SHOP.select(Namespace.KIND, "", new LabelSelector(Map.of("team", "a"), List.of())))
        .hasSize(1);
  }

  @Test
  void anInvalidSelectorIsRefusedWhateverThereIsToSelect() {
    LabelSelector invalid = new LabelSelector(
        Map.of(), List.of(new LabelSelectorRequirement("app", "Near", List.of())));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SHOP.select(Pod.KIND, "shop", invalid))
        .withMessage("\"Near\" is not a valid label selector operator");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SHOP.select(Pod.KIND, "nowhere", invalid));
  }

  @Test
  void theVersionOfTheApiMakesNoOtherObjectButTheGroupDoes() {
    KubeObject old = object("networking.k8s.io/v1beta1", "Ingress", "shop", "web");
    KubeObject now = object("networking.k8s.io/v1", "Ingress", "shop", "web");
    KubeObject others = object("example.com/v1", "Ingress", "shop", "web");

    Cluster cluster = Cluster.of(old, now, others);

    assertThat(cluster.objects()).containsExactly(now, others);
    assertThat(cluster.find(old.ref())).contains(now);
    assertThat(cluster.problems()).hasSize(1);
  }

  @Test
  void namespacesAreGivenAndTakenAsAnApiServerDoes() {
    Cluster cluster = Cluster.of(
        pod("", "web"),
        object("v1", "Namespace", "oops", "shop"),
        object("example.com/v1", "Unknown", "", "x"));

    assertThat(cluster.objects())
        .extracting(KubeObject::toString)
        .containsExactly("Pod default/web", "Namespace shop", "Unknown x");
    assertThat(cluster.get(Pod.KIND, "default", "web").metadata().namespace()).isEqualTo("default");
  }

  @Test
  void namespacesThatNothingDefinesAreImplied() {
    assertThat(SHOP.namespaces())
        .extracting(one -> one.metadata().name() + " " + one.metadata().labels())
        .containsExactly(
            "default {kubernetes.io/metadata.name=default}",
            "prod {kubernetes.io/metadata.name=prod}",
            "shop {team=a, kubernetes.io/metadata.name=shop}");
    assertThat(SHOP.namespace("elsewhere").metadata().labels())
        .isEqualTo(Map.of("kubernetes.io/metadata.name", "elsewhere"));
    assertThat(SHOP.namespaces()).contains(SHOP.namespace("shop"));
    assertThat(Cluster.empty().namespaces()).hasSize(1);
  }

  @Test
  void theLabelOfANamespaceIsItsName() {
    Cluster cluster =
        Cluster.of(object("v1", "Namespace", "", "shop", "kubernetes.io/metadata.name", "liar"));

    assertThat(cluster.namespace("shop").metadata().labels())
        .isEqualTo(Map.of("kubernetes.io/metadata.name", "shop"));
  }

  @Test
  void ofObjectsOfOneNameTheLastCountsInThePlaceOfTheFirst() {
    List<KubeObject> objects = Objects.of("""
        {apiVersion: v1, kind: Pod, metadata: {name: a, labels: {v: "1"}}}
        ---
        {apiVersion: v1, kind: Pod, metadata: {name: b}}
        ---
        {apiVersion: v1, kind: Pod, metadata: {name: a, namespace: default, labels: {v: "2"}}}
        ---
        {apiVersion: v1, kind: Pod, metadata: {name: a, labels: {v: "3"}}}
        """);

    Cluster cluster = Cluster.of(objects);

    assertThat(cluster.all(Pod.KIND))
        .extracting(one -> one.ref().name() + one.metadata().labels())
        .containsExactly("a{v=3}", "b{}");
    assertThat(cluster.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "test.yaml:5:1: error: Pod default/a: an object of this name is already defined at test.yaml:1:1; the last"
                + " one counts [duplicate-object]",
            "test.yaml:7:1: error: Pod default/a: an object of this name is already defined at test.yaml:5:1; the last"
                + " one counts [duplicate-object]");
  }

  @Test
  void duplicatesAreForgottenWithTheObject() {
    Cluster cluster = Cluster.of(pod("shop", "a", "v", "1"), pod("shop", "a", "v", "2"));
    ObjectRef ref = pod("shop", "a").ref();

    assertThat(cluster.problems()).hasSize(1);
    assertThat(cluster.with(pod("shop", "b")).problems()).hasSize(1);
    assertThat(cluster.without(ref).problems()).isEmpty();
    assertThat(cluster.with(pod("shop", "a", "v", "3")).problems()).isEmpty();
  }

  @Test
  void objectsWithoutNamesAreEachOneOfItsOwn() {
    KubeObject job = object("batch/v1", "Job", "shop", "");
    ObjectRef ref = job.ref();
    Cluster one = Cluster.of(job);

    Cluster two = one.with(job);

    assertThat(one.find(ref)).contains(job);
    assertThat(two.objects()).containsExactly(job, job);
    assertThat(two.find(ref)).isEmpty();
    assertThat(two.problems()).isEmpty();
    assertThat(two).isEqualTo(Cluster.of(job, job)).isNotEqualTo(one);
    assertThat(one.without(ref)).isEqualTo(Cluster.empty());
    assertThat(two.without(ref)).isSameAs(two);
  }

  @Test
  void aClusterNeverChanges() {
    Cluster before = Cluster.of(pod("shop", "a"), pod("shop", "b"));
    List<Pod> pods = before.all(Pod.KIND);

    Cluster after =
        before.with(pod("shop", "a", "v", "2")).without(pod("shop", "b").ref());

    assertThat(before.all(Pod.KIND)).isSameAs(pods).hasSize(2);
    assertThat(after.objects()).containsExactly(pod("shop", "a", "v", "2"));
  }

  @Test
  void aReplacedObjectKeepsItsPlaceAndANewOneComesLast() {
    Cluster cluster = Cluster.of(pod("z", "a"), pod("y", "b"), pod("z", "c"));

    assertThat(cluster.with(pod("z", "a", "v", "2")).with(pod("x", "d")).objects())
        .extracting(one -> one.ref().name())
        .containsExactly("a", "b", "c", "d");
    assertThat(cluster.without(pod("z", "a").ref()).with(pod("z", "a")).objects())
        .extracting(one -> one.ref().name())
        .containsExactly("b", "c", "a");
  }

  @Test
  void recordsAreReadOnceWhateverIsAddedLater() {
    Cluster before = Cluster.of(pod("shop", "a"), pod("shop", "b"));
    Pod record = before.get(Pod.KIND, "shop", "a");

    Cluster after = before.with(pod("shop", "c"));

    assertThat(after.get(Pod.KIND, "shop", "a")).isSameAs(record);
    assertThat(after.all(Pod.KIND).get(0)).isSameAs(record);
  }

  @Test
  void whatIsNotThereCannotBeTakenAway() {
    assertThat(SHOP.without(pod("shop", "other").ref())).isSameAs(SHOP);
  }

  @Test
  void equalObjectsMakeEqualClustersInWhateverOrder() {
    Cluster one = Cluster.of(pod("shop", "a"), pod("shop", "b"));
    Cluster other = Cluster.of(pod("shop", "b")).with(pod("shop", "a"));

    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(one).isNotEqualTo(Cluster.of(pod("shop", "a"), pod("shop", "b", "v", "2")));
    assertThat(one).isNotEqualTo(one.with(pod("shop", "c")));
  }

  @Test
  void workloadsAreSortedByNamespaceKindAndName() {
    Cluster cluster = Cluster.of(Objects.of("""
        {apiVersion: v1, kind: Pod, metadata: {name: b}, spec: {containers: []}}
        ---
        {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: []}}
        ---
        {apiVersion: apps/v1, kind: Deployment, metadata: {name: z}, spec: {template: {}}}
        ---
        {apiVersion: v1, kind: Pod, metadata: {name: a, namespace: a}}
        ---
        {apiVersion: v1, kind: ServiceAccount, metadata: {name: a}}
        """));

    assertThat(cluster.workloads())
        .extracting(workload -> workload.ref().toString())
        .containsExactly("Pod a/a", "Deployment default/z", "Pod default/a", "Pod default/b");
  }

  @Test
  void tenThousandObjectsAreAddedAtOnceForLittle() {
    List<KubeObject> many = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      many.add(pod("ns" + i % 7, "pod" + i));
    }

    Cluster cluster = SHOP.with(many);

    assertThat(cluster.objects()).hasSize(10_005).endsWith(many.get(9_999));
    assertThat(cluster.all(Pod.KIND)).hasSize(10_003).isSameAs(cluster.all(Pod.KIND));
    assertThat(cluster.all(ServiceAccount.KIND)).isEqualTo(SHOP.all(ServiceAccount.KIND));
  }

  @Test
  void changedObjectsKeepTheirPlacesAndWhatIsWrongWithThem() {
    Cluster cluster = Cluster.of(pod("shop", "b"), pod("shop", "a"), pod("shop", "b"));

    Cluster mapped =
        cluster.map(object -> KubeObject.of(object.tree().with("spec", object.tree())));

    assertThat(mapped.objects())
        .extracting(object -> object.ref().name())
        .isEqualTo(cluster.objects().stream().map(object -> object.ref().name()).toList());
    assertThat(mapped.objects()).allMatch(object -> object.tree().get("spec") != null);
    assertThat(mapped.problems()).isEqualTo(cluster.problems()).hasSize(1);
    assertThat(cluster.map(object -> object)).isEqualTo(cluster);
  }
}

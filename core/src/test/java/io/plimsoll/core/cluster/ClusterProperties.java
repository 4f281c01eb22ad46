package io.plimsoll.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.ServiceAccount;
import io.plimsoll.core.pod.Pod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A cluster answers as a plain map of its objects would, whatever was added and taken away. */
class ClusterProperties {

  /** An object that is added, or whose name is taken away. */
  record Step(boolean adds, KubeObject object) {}

  @Property(tries = 500)
  void aClusterIsAMapOfItsObjects(@ForAll("steps") List<Step> steps) {
    Map<ObjectRef, KubeObject> model = new LinkedHashMap<>();
    Cluster cluster = Cluster.empty();
    for (Step step : steps) {
      KubeObject object = step.object();
      if (step.adds()) {
        model.put(object.ref(), object);
        cluster = cluster.with(object);
      } else {
        model.remove(object.ref());
        cluster = cluster.without(object.ref());
      }
    }

    assertThat(cluster.objects()).containsExactlyElementsOf(model.values());
    for (KubeObject object : model.values()) {
      assertThat(cluster.find(object.ref())).contains(object);
    }
    assertThat(cluster.objects(Pod.KIND)).isEqualTo(where(model, "Pod", null));
    assertThat(cluster.all(Pod.KIND, "a").stream().map(Pod::ref).toList())
        .isEqualTo(where(model, "Pod", "a").stream().map(KubeObject::ref).toList());
    assertThat(cluster.objects(ServiceAccount.KIND))
        .isEqualTo(where(model, "ServiceAccount", null));
    assertThat(cluster).isEqualTo(Cluster.of(new ArrayList<>(model.values())));
  }

  @Property(tries = 300)
  void manyAtOnceAreTheSameAsOneAfterTheOther(@ForAll("steps") List<Step> steps) {
    List<KubeObject> objects = steps.stream().map(Step::object).toList();
    Cluster one = Cluster.empty();
    for (KubeObject object : objects) {
      one = one.with(object);
    }

    assertThat(Cluster.empty().with(objects).objects()).isEqualTo(one.objects());
    assertThat(Cluster.of(objects).objects()).isEqualTo(one.objects());
    assertThat(Cluster.of(objects).problems())
        .hasSize(objects.size() - one.objects().size());
  }

  @Property(tries = 300)
  void anIndexSelectsWhatASelectorMatches(@ForAll("steps") List<Step> steps) {
    List<KubeObject> objects = steps.stream().map(Step::object).toList();
    LabelSelector selector = new LabelSelector(Map.of("v", "1"), List.of());
    Cluster cluster = Cluster.of(objects);

    assertThat(cluster.select(Pod.KIND, "a", selector))
        .isEqualTo(cluster.objects(Pod.KIND).stream()
            .filter(pod -> pod.ref().namespace().equals("a"))
            .filter(pod -> selector.matches(pod.metadata().labels()))
            .toList());
  }

  private static List<KubeObject> where(
      Map<ObjectRef, KubeObject> model, String kind, String namespace) {
    return model.values().stream()
        .filter(object -> object.ref().kind().equals(kind))
        .filter(object -> namespace == null || object.ref().namespace().equals(namespace))
        .toList();
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<KubeObject> object = Combinators.combine(
            Arbitraries.of("Pod", "ServiceAccount"),
            Arbitraries.of("a", "b"),
            Arbitraries.of("x", "y", "z"),
            Arbitraries.of("1", "2"))
        .as((kind, namespace, name, v) -> Objects.object("v1", kind, namespace, name, "v", v));
    return Combinators.combine(Arbitraries.of(true, true, true, false), object)
        .as(Step::new)
        .list()
        .ofMaxSize(20);
  }
}

package io.plimsoll.core.cluster;

import io.plimsoll.core.load.ManifestException;
import io.plimsoll.core.load.Manifests;
import io.plimsoll.core.load.ReadOptions;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Location;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.pod.Workload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An immutable snapshot of objects, indexed by kind, namespace, name and label.
 *
 * <p>An object is known by group, kind, namespace and name; the version of its API does not matter. One without a name, which
 * would get one when it is created, is never the same as another; a reference without a name finds it if it is the only one of
 * its kind and namespace. An object of a namespaced kind without a namespace is in {@code default}, and the namespace of a
 * cluster-scoped one is dropped, as an API server does both. Lists are in the order the objects came, unless they say otherwise.
 *
 * <p>Records are read when they are first asked for, then kept, also by the clusters that {@link #with} and {@link #without}
 * make. Those share all that is not of the kind and in the namespace of what changes.
 */
public final class Cluster {

  private static final Cluster EMPTY =
      new Cluster(Tables.EMPTY, 0, List.of(), List.of(), new Indexes());

  private final Tables tables;
  private final long nextSequence;
  private final List<Problem> warnings;
  private final List<Notice> notices;
  private final Indexes indexes;
  private final Lazy<List<KubeObject>> objects = new Lazy<>();

  private Cluster(
      Tables tables,
      long nextSequence,
      List<Problem> warnings,
      List<Notice> notices,
      Indexes indexes) {
    this.tables = tables;
    this.nextSequence = nextSequence;
    this.warnings = warnings;
    this.notices = notices;
    this.indexes = indexes;
  }

  /**
   * Something wrong with an object.
   *
   * @param problem what is wrong
   * @param object the object; once the cluster has another in its place, nothing is wrong any more
   */
  private record Notice(Problem problem, KubeObject object) {}

  /** Returns a cluster without objects. */
  public static Cluster empty() {
    return EMPTY;
  }

  /** Returns a cluster of these objects. Of several objects of one name the last counts; {@link #problems} names the others. */
  public static Cluster of(Iterable<KubeObject> objects) {
    Assembly assembly = new Assembly(Tables.EMPTY, 0);
    List<Duplicate> duplicates = new ArrayList<>();
    for (KubeObject object : objects) {
      KubeObject placed = Placement.of(object);
      KubeObject before = assembly.add(placed);
      if (before != null) {
        duplicates.add(new Duplicate(before, placed));
      }
    }
    Cluster cluster = new Cluster(
        assembly.tables(), assembly.nextSequence(), List.of(), List.of(), new Indexes());
    return duplicates.isEmpty() ? cluster : cluster.noting(duplicates);
  }

  private Cluster noting(List<Duplicate> duplicates) {
    List<Notice> found = duplicates.stream()
        .map(duplicate ->
            new Notice(duplicate.problem(), find(duplicate.after().ref()).orElseThrow()))
        .toList();
    return new Cluster(tables, nextSequence, warnings, found, indexes);
  }

  /** Returns a cluster of these objects. */
  public static Cluster of(KubeObject... objects) {
    return of(List.of(objects));
  }

  /**
   * Reads a file, or the files right in a directory, strictly: see {@link ReadOptions#DEFAULT}.
   *
   * @throws ManifestException if there is any error, naming every problem
   */
  public static Cluster load(Path path) {
    return load(path, ReadOptions.DEFAULT);
  }

  /**
   * Reads a file or a directory of manifests. {@link #problems} has what was no error.
   *
   * @throws ManifestException if there is any error, naming every problem
   */
  public static Cluster load(Path path, ReadOptions options) {
    Manifests manifests = Manifests.read(path, options);
    Cluster cluster = of(manifests.objects());
    List<Problem> all = new ArrayList<>(manifests.problems());
    all.addAll(cluster.problems());
    new Manifests(manifests.objects(), all).orThrow();
    return new Cluster(
        cluster.tables,
        cluster.nextSequence,
        manifests.problems(),
        cluster.notices,
        cluster.indexes);
  }

  /**
   * Returns the warnings of reading, if the cluster was loaded, and what is wrong with the objects together: objects of the same
   * name, in the order they came.
   */
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>(warnings);
    for (Notice notice : notices) {
      if (holds(notice.object())) {
        problems.add(notice.problem());
      }
    }
    return List.copyOf(problems);
  }

  /** Returns all objects. */
  public List<KubeObject> objects() {
    return objects.get(this::sorted);
  }

  private List<KubeObject> sorted() {
    List<Entry> all = entries();
    Collections.sort(all);
    return all.stream().map(Entry::object).toList();
  }

  /** Returns the objects of a kind. */
  public List<KubeObject> objects(Kind<?> kind) {
    return table(kind).listing().objects();
  }

  /** Returns the objects of a kind, whether there is a record for it or not. */
  public List<KubeObject> objects(String group, String kind) {
    return table(new GroupKind(group, kind)).listing().objects();
  }

  /** Returns the objects of a kind in a namespace, whether there is a record for it or not. */
  public List<KubeObject> objects(String group, String kind, String namespace) {
    return table(new GroupKind(group, kind)).listing(namespace).objects();
  }

  /** Returns the objects of a kind as records. */
  public <T extends ApiObject> List<T> all(Kind<T> kind) {
    return table(kind).listing().records(kind);
  }

  /** Returns the objects of a kind in a namespace as records. */
  public <T extends ApiObject> List<T> all(Kind<T> kind, String namespace) {
    return table(kind).listing(namespace).records(kind);
  }

  /**
   * Returns the objects of a kind in a namespace whose labels match; the namespace of a cluster-scoped kind is empty.
   *
   * @throws IllegalArgumentException if the selector is invalid, with the message of {@code metav1.LabelSelectorAsSelector}
   */
  public List<KubeObject> select(Kind<?> kind, String namespace, LabelSelector selector) {
    return table(kind).listing(namespace).labels().select(selector);
  }

  /**
   * Returns an object.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public <T extends ApiObject> T get(Kind<T> kind, String namespace, String name) {
    return find(kind, namespace, name)
        .orElseThrow(() -> new IllegalArgumentException(
            "the cluster has no \"" + kind.ref(namespace, name) + "\""));
  }

  /**
   * Returns a cluster-scoped object.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public <T extends ApiObject> T get(Kind<T> kind, String name) {
    return get(kind, "", name);
  }

  /** Returns an object, if there is one of this name; the namespace of a cluster-scoped kind is empty. */
  public <T extends ApiObject> Optional<T> find(Kind<T> kind, String namespace, String name) {
    return Optional.ofNullable(table(kind).get(namespace, name)).map(entry -> entry.as(kind));
  }

  /** Returns the object that a reference names, whatever the version of its API. */
  public Optional<KubeObject> find(ObjectRef ref) {
    Table table = tables.get(GroupKind.of(ref));
    return Optional.ofNullable(table.get(ref.namespace(), ref.name())).map(Entry::object);
  }

  /** Returns where a field of the object that a reference names stands, or else its nearest ancestor, if that is known. */
  public Optional<Location> locate(ObjectRef ref, FieldPath path) {
    return find(ref).flatMap(object -> object.locate(path));
  }

  /** Returns the pods and everything that makes pods, by namespace, kind and name. */
  public List<Workload> workloads() {
    // No stream: to set one up takes long in a fresh JVM, and a test starts with this.
    List<Workload> workloads = new ArrayList<>();
    for (Entry entry : entries()) {
      Optional<Workload> workload = entry.workload();
      if (workload.isPresent()) {
        workloads.add(workload.get());
      }
    }
    workloads.sort((a, b) -> a.ref().compareTo(b.ref()));
    return Collections.unmodifiableList(workloads);
  }

  /** Returns all entries, one kind and namespace after the other. */
  private List<Entry> entries() {
    List<Entry> all = new ArrayList<>();
    for (Table table : tables.all()) {
      table.addTo(all);
    }
    return all;
  }

  /**
   * Returns the workload of a name as people write it: {@code namespace/name}, with its kind before it where several share the
   * name ({@code Deployment shop/web}). Without a namespace it is in {@code default}.
   *
   * @throws IllegalArgumentException if there is none, or more than one
   */
  public Workload workload(String name) {
    WorkloadName parsed = WorkloadName.parse(name);
    List<Workload> found = tables.all().stream()
        .flatMap(table -> Stream.ofNullable(table.get(parsed.namespace(), parsed.name())))
        .flatMap(entry -> entry.workload().stream())
        .toList();
    return parsed.only(found);
  }

  /** Returns the namespaces that are defined or that an object is in, and {@code default}, by name, as {@link #namespace} does each. */
  public List<Namespace> namespaces() {
    Set<String> names = new TreeSet<>(Set.of(Namespace.DEFAULT));
    tables.all().forEach(table -> names.addAll(table.namespaces()));
    objects(Namespace.KIND).forEach(namespace -> names.add(namespace.ref().name()));
    names.remove("");
    return names.stream().map(this::namespace).toList();
  }

  /**
   * Returns a namespace with its {@code kubernetes.io/metadata.name} label: as it is defined, or else, whether anything is in it
   * or not, one that has nothing but its name.
   */
  public Namespace namespace(String name) {
    return find(Namespace.KIND, "", name)
        .map(Namespaces::labelled)
        .orElseGet(() -> Namespaces.implied(name));
  }

  /** Returns the cluster with an object: in the place of the one of its name, or after all others. */
  public Cluster with(KubeObject object) {
    return with(new Entry(Placement.of(object), nextSequence));
  }

  /**
   * Returns the cluster with an object, as {@link #with(KubeObject)} does.
   *
   * @param record what is read from the object, for who knows that already
   * @throws IllegalArgumentException if the record is that of another object, or the object has a namespace although its kind has
   *     none, or none although it has
   */
  public Cluster with(KubeObject object, ApiObject record) {
    if (!record.ref().sameObject(object.ref())) {
      throw new IllegalArgumentException(
          "the record is of \"" + record.ref() + "\", not of \"" + object.ref() + "\"");
    }
    if (!Placement.of(object).ref().equals(object.ref())) {
      throw new IllegalArgumentException("not in the place of its kind: \"" + object.ref() + "\"");
    }
    return with(new Entry(object, nextSequence, record));
  }

  private Cluster with(Entry entry) {
    GroupKind kind = GroupKind.of(entry.object().ref());
    return new Cluster(
        tables.with(kind, tables.get(kind).with(entry)),
        nextSequence + 1,
        warnings,
        notices,
        indexes.after(Set.of(kind)));
  }

  /** Returns the cluster with further objects, as {@link #with(KubeObject)} adds one after the other, but for less. */
  public Cluster with(Iterable<KubeObject> further) {
    Assembly assembly = new Assembly(tables, nextSequence);
    further.forEach(object -> assembly.add(Placement.of(object)));
    return new Cluster(
        assembly.tables(),
        assembly.nextSequence(),
        warnings,
        notices,
        indexes.after(assembly.changedKinds()));
  }

  /**
   * Returns the cluster with what a function makes of each object, which keeps its place among the others. The warnings of
   * reading stay.
   */
  public Cluster map(UnaryOperator<KubeObject> change) {
    Assembly assembly = new Assembly(Tables.EMPTY, 0);
    for (KubeObject object : objects()) {
      assembly.add(Placement.of(change.apply(object)));
    }
    Cluster mapped =
        new Cluster(assembly.tables(), assembly.nextSequence(), warnings, List.of(), new Indexes());
    List<Notice> held = new ArrayList<>();
    for (Notice notice : notices) {
      Optional<KubeObject> after = mapped.find(notice.object().ref());
      if (holds(notice.object()) && after.isPresent()) {
        held.add(new Notice(notice.problem(), after.get()));
      }
    }
    return held.isEmpty()
        ? mapped
        : new Cluster(mapped.tables, mapped.nextSequence, warnings, held, mapped.indexes);
  }

  /** Returns the cluster without an object; the same cluster if it has none of this name. */
  public Cluster without(ObjectRef ref) {
    if (find(ref).isEmpty()) {
      return this;
    }
    GroupKind kind = GroupKind.of(ref);
    Tables rest = tables.with(kind, tables.get(kind).without(ref.namespace(), ref.name()));
    return new Cluster(rest, nextSequence, warnings, notices, indexes.after(Set.of(kind)));
  }

  /** Returns what an index makes of the objects of its kinds: made when it is first asked for, then kept. */
  public <T> T index(ClusterIndex<T> index) {
    return indexes.get(index, this);
  }

  private Table table(Kind<?> kind) {
    return table(GroupKind.of(kind));
  }

  private Table table(GroupKind kind) {
    return tables.get(kind);
  }

  /** Two clusters are equal when they hold equal objects, in whatever order. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || (other instanceof Cluster that
            && objects().size() == that.objects().size()
            && objects().stream().allMatch(object -> isUnnamed(object) || that.holds(object))
            && unnamed().equals(that.unnamed()));
  }

  private boolean holds(KubeObject object) {
    return find(object.ref()).equals(Optional.of(object));
  }

  /** Returns how often there is each object without a name: several may be equal. */
  private Map<KubeObject, Integer> unnamed() {
    Map<KubeObject, Integer> counts = new HashMap<>();
    objects().stream()
        .filter(Cluster::isUnnamed)
        .forEach(object -> counts.merge(object, 1, Integer::sum));
    return counts;
  }

  private static boolean isUnnamed(KubeObject object) {
    return object.ref().name().isEmpty();
  }

  @Override
  public int hashCode() {
    return objects().stream().mapToInt(object -> object.ref().hashCode()).sum();
  }

  /** Returns how many objects there are. */
  @Override
  public String toString() {
    return "cluster of " + objects().size() + " objects";
  }
}

package io.plimsoll.core.registry.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.registry.Capabilities;
import io.plimsoll.core.registry.Written;
import io.plimsoll.core.schema.WireForm;
import io.plimsoll.core.validation.Strategy;
import io.plimsoll.core.validation.Writes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What updates of workloads do. */
class WorkloadUpdatesTest {

  private static final String TEMPLATE = """
        metadata: {labels: {app: web}}
        spec: {%scontainers: [{name: c, image: %s}]}
    """;

  private static String workload(String fields, String image, String pod) {
    return "metadata: {name: web}\nspec:\n" + fields
        + "  selector: {matchLabels: {app: web}}\n  template:\n"
        + TEMPLATE.formatted(pod, image);
  }

  private static String generation(MappingValue object) {
    return String.valueOf(((MappingValue) object.get("metadata")).get("generation"));
  }

  private static MappingValue with(MappingValue object, String field, Map<String, ?> value) {
    return object.with(field, Value.from(value));
  }

  @Test
  void aSelectorThatIsGoneIsNull() {
    Strategy strategy = new DeploymentStrategy(Capabilities.ALL);
    MappingValue old = Written.stored(strategy, workload("", "a", ""));
    // As a server holds what is sent without the field.
    MappingValue sent = WireForm.encode(
        Written.decoded(
            strategy, workload("", "a", "").replace("  selector: {matchLabels: {app: web}}\n", "")),
        Written.type(strategy));
    MappingValue metadata = (MappingValue) old.get("metadata");

    assertThat(
            Written.errors(Writes.update(strategy, sent.with("metadata", metadata), old, "shop")))
        .contains("spec.selector: Invalid value: null: field is immutable");
  }

  @Test
  void deploymentsCountTheirGenerationsAndKeepTheirStatus() {
    Strategy strategy = new DeploymentStrategy(Capabilities.ALL);
    MappingValue old =
        with(Written.stored(strategy, workload("", "a", "")), "status", Map.of("replicas", 1));
    MappingValue same =
        Written.updated(strategy, old, workload("", "a", "") + "status: {replicas: 3}\n");
    assertThat(generation(same)).isEqualTo("1");
    assertThat(Written.json(strategy, same, "status")).isEqualTo("{\"replicas\":1}");
    assertThat(generation(Written.updated(strategy, old, workload("", "b", ""))))
        .isEqualTo("2");
    String annotated =
        workload("", "a", "").replace("{name: web}", "{name: web, annotations: {a: b}}");
    assertThat(generation(Written.updated(strategy, old, annotated))).isEqualTo("2");
  }

  @Test
  void replicaSetsIgnoreAnnotations() {
    Strategy strategy = new ReplicaSetStrategy(Capabilities.ALL);
    MappingValue old = Written.stored(strategy, workload("", "a", ""));
    String annotated =
        workload("", "a", "").replace("{name: web}", "{name: web, annotations: {a: b}}");
    assertThat(generation(Written.updated(strategy, old, annotated))).isEqualTo("1");
  }

  @Test
  void selectorsStay() {
    for (Strategy strategy : List.of(
        new DeploymentStrategy(Capabilities.ALL),
        new ReplicaSetStrategy(Capabilities.ALL),
        new DaemonSetStrategy(Capabilities.ALL))) {
      MappingValue old = Written.stored(strategy, workload("", "a", ""));
      String other = workload("", "a", "").replace("app: web", "app: other");
      assertThat(Written.errors(Written.update(strategy, old, other)))
          .containsExactly("spec.selector: Invalid value: {\"matchLabels\":{\"app\":\"other\"}}:"
              + " field is immutable");
    }
  }

  @Test
  void daemonSetsCountTheirTemplates() {
    Strategy strategy = new DaemonSetStrategy(Capabilities.ALL);
    MappingValue old = Written.stored(strategy, workload("", "a", ""));
    assertThat(templateGeneration(old)).isEqualTo("1");
    MappingValue slower =
        Written.updated(strategy, old, workload("  minReadySeconds: 5\n", "a", ""));
    assertThat(templateGeneration(slower)).isEqualTo("1");
    assertThat(generation(slower)).isEqualTo("2");
    assertThat(templateGeneration(Written.updated(strategy, old, workload("", "b", ""))))
        .isEqualTo("2");
  }

  private static String templateGeneration(MappingValue daemonSet) {
    MappingValue metadata = (MappingValue) daemonSet.get("metadata");
    return Fields.of(metadata.get("annotations")).text("deprecated.daemonset.template.generation");
  }

  @Test
  void statefulSetsKeepTheirClaims() {
    Strategy strategy = new StatefulSetStrategy(Capabilities.ALL);
    String claims = """
          volumeClaimTemplates:
          - metadata: {name: data}
            spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: %s}}}
        """;
    String mounts = "";
    MappingValue old = Written.stored(
        strategy, workload(claims.formatted("1Gi") + "  serviceName: web\n", "a", mounts));
    assertThat(Written.json(strategy, old, "spec"))
        .contains("\"apiVersion\":\"v1\",\"kind\":\"PersistentVolumeClaim\"");
    List<String> errors = Written.errors(Written.update(
        strategy, old, workload(claims.formatted("2Gi") + "  serviceName: other\n", "a", mounts)));
    assertThat(errors)
        .hasSize(2)
        .anyMatch(error -> error.startsWith("spec.volumeClaimTemplates: Invalid value: [")
            && error.endsWith("field is immutable"))
        .contains("spec.serviceName: Invalid value: \"other\": field is immutable");
  }

  @Test
  void statefulSetsThatKeepEverythingAreRemarked() {
    Strategy strategy = new StatefulSetStrategy(Capabilities.ALL);
    assertThat(Written.warnings(
            Written.create(strategy, workload("  revisionHistoryLimit: -1\n", "a", ""))))
        .containsExactly(
            "spec.revisionHistoryLimit: a negative value retains all historical revisions; a value >= 0 is recommended");
  }

  private static final String NEVER = "restartPolicy: Never, ";

  private static String job(String fields, String image, String pod) {
    return workload(fields, image, NEVER + pod)
        .replace("  selector: {matchLabels: {app: web}}\n", "");
  }

  private static final String SUSPENDED = "  suspend: true\n";

  @Test
  void jobsThatRunKeepTheirTemplates() {
    Strategy strategy = new JobStrategy(Capabilities.ALL);
    MappingValue old = Written.stored(strategy, job("", "a", ""));
    assertThat(Written.errors(Written.update(strategy, old, job("", "b", ""))))
        .anyMatch(error -> error.startsWith("spec.template: Invalid value: {"));
    assertThat(Written.errors(Written.update(strategy, old, job("  completions: 3\n", "a", ""))))
        .contains("spec.completions: Invalid value: 3: field is immutable");
  }

  @Test
  void suspendedJobsMayGoElsewhereAndHaveOtherResources() {
    Strategy strategy = new JobStrategy(Capabilities.ALL);
    MappingValue old = Written.stored(strategy, job(SUSPENDED, "a", ""));
    MappingValue metadata = (MappingValue)
        ((MappingValue) ((MappingValue) old.get("spec")).get("template")).get("metadata");
    String labels = String.valueOf(metadata.get("labels"));
    String moved = job(
            SUSPENDED,
            "a, resources: {requests: {cpu: 1}}",
            "nodeSelector: {disk: ssd}, tolerations: [{key: a, operator: Exists}],"
                + " affinity: {nodeAffinity: {}}, ")
        .replace("{app: web}", labels);
    String selector = Written.json(strategy, (MappingValue) old.get("spec"), "selector");
    assertThat(selector).isNotEmpty();
    MappingValue kept = Written.updated(strategy, old, withSelector(moved, old));
    assertThat(Written.json(strategy, kept, "spec"))
        .contains("\"nodeSelector\":{\"disk\":\"ssd\"}")
        .contains("\"requests\":{\"cpu\":\"1\"}");
    String other = job(SUSPENDED, "b", "").replace("{app: web}", labels);
    assertThat(Written.errors(Written.update(strategy, old, withSelector(other, old))))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("spec.template.spec: Invalid value: {")
        .endsWith("field is immutable");
  }

  private static String withSelector(String job, MappingValue old) {
    Object selector = ((MappingValue) old.get("spec")).get("selector");
    return job.replace("  template:", "  selector: " + selector + "\n  template:");
  }

  @Test
  void cronJobs() {
    Strategy strategy = new CronJobStrategy(Capabilities.ALL);
    String cron = """
        metadata: {name: nightly}
        spec:
          schedule: "%s"
          timeZone: %s
          jobTemplate:
            spec:
              template:
                spec: {restartPolicy: Never, containers: [{name: c, image: a}]}
        """;
    MappingValue old = Written.stored(strategy, cron.formatted("0 1 * * *", "Europe/Paris"));
    assertThat(Written.json(strategy, old, "spec")).contains("\"concurrencyPolicy\":\"Allow\"");
    assertThat(Written.errors(Written.update(strategy, old, cron.formatted("0 1 * *", "Mars"))))
        .containsExactlyInAnyOrder(
            "spec.schedule: Invalid value: \"0 1 * *\": expected exactly 5 fields, found 4: [0 1 * *]",
            "spec.timeZone: Invalid value: \"Mars\": unknown time zone Mars");
    assertThat(
            Written.warnings(Written.create(strategy, cron.formatted("TZ=UTC 0 1 * * *", "null"))))
        .isEmpty();
  }

  @Test
  void revisionsHoldAnObjectThatStays() {
    Strategy revisions = new ControllerRevisionStrategy();
    String yaml = "metadata: {name: r}\nrevision: %s\n%s\n";
    assertThat(Written.errors(Written.create(revisions, yaml.formatted("-1", ""))))
        .containsExactly(
            "revision: Invalid value: -1: must be greater than or equal to 0",
            "data: Required value: data is mandatory");
    assertThat(Written.errors(Written.create(revisions, yaml.formatted("1", "data: [a]"))))
        .containsExactly("data: Required value: data must be a valid JSON object");
    MappingValue old = Written.stored(revisions, yaml.formatted("1", "data: {a: b}"));
    assertThat(Written.errors(Written.update(revisions, old, yaml.formatted("2", "data: {a: c}"))))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("data: Invalid value: ")
        .endsWith("field is immutable");
  }
}

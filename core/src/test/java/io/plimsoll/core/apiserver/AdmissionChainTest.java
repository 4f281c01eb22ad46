package io.plimsoll.core.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.AdmissionPlugin;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.load.Manifests;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.request.Request;
import io.plimsoll.core.request.Requester;
import io.plimsoll.core.request.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class AdmissionChainTest {

  private static final Requester ALICE = Request.as("alice");

  private static KubeObject settings() {
    return Manifests.read(
            "test.yaml",
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: settings, namespace: shop}}")
        .orThrow()
        .objects()
        .get(0);
  }

  /** Notes what it is asked and remembers, and answers as told. */
  private static final class Witness implements AdmissionPlugin {

    private final List<String> asked = new ArrayList<>();
    private final Set<Operation> operations;
    private final UnaryOperator<Admission> answer;

    Witness(Set<Operation> operations, UnaryOperator<Admission> answer) {
      this.operations = operations;
      this.answer = answer;
    }

    @Override
    public String name() {
      return "Witness";
    }

    @Override
    public boolean handles(Operation operation) {
      return operations.contains(operation);
    }

    @Override
    public Admission admit(AdmissionCall call) {
      return note("admit", call);
    }

    @Override
    public Admission validate(AdmissionCall call) {
      return note("validate", call);
    }

    private Admission note(String pass, AdmissionCall call) {
      asked.add(pass + " " + call.attributes().operation() + " " + call.memory().orElse("-") + " "
          + call.passMemory().orElse("-"));
      return answer.apply(Admission.UNCHANGED);
    }
  }

  private static Response create(ServerState state, AdmissionPlugin... plugins) {
    return ApiServer.builder()
        .plugins(List.of(plugins))
        .build()
        .handle(state, ALICE.create(settings()));
  }

  /** A kind of plug-ins, with a pass that all of them have. */
  private interface Frozen extends AdmissionPlugin {

    @Override
    default Admission validate(AdmissionCall call) {
      return Admission.refused(Status.forbidden("", "configmaps", "settings", "frozen"));
    }
  }

  private static ServerState nothing() {
    return ServerState.of(Cluster.empty());
  }

  @Test
  void aPassMayBeInherited() {
    Frozen plugin = () -> "Frozen";

    Response refused = create(nothing(), plugin);

    assertThat(refused.code()).isEqualTo(403);
    assertThat(refused.trace())
        .filteredOn(step -> step.component().equals("Frozen"))
        .hasToString(
            "[validating admission (Frozen): refused: configmaps \"settings\" is forbidden: frozen]");
  }

  @Test
  void pluginsAreAskedAboutTheirOperationsOnly() {
    Witness deletion = new Witness(Set.of(Operation.DELETE), answer -> answer);
    create(nothing(), deletion);
    assertThat(deletion.asked).isEmpty();
    Witness creation = new Witness(Set.of(Operation.CREATE), answer -> answer);
    create(nothing(), creation);
    assertThat(creation.asked).containsExactly("admit CREATE - -", "validate CREATE - -");
  }

  @Test
  void aPluginOfOnesOwnMayFail() {
    Witness broken = new Witness(Set.of(Operation.CREATE), answer -> {
      throw new IllegalStateException("out of order");
    });

    Response refused = create(nothing(), broken);

    assertThat(refused.code()).isEqualTo(500);
    assertThat(refused.message())
        .isEqualTo("Internal error occurred: admission plugin \"Witness\" failed: out of order");
  }

  @Test
  void whatAPluginRemembersOfTheFirstPassItGetsInTheSecond() {
    Witness witness = new Witness(
        Set.of(Operation.CREATE), answer -> answer.withPassMemory("kept").withAgain());
    create(nothing(), witness);
    assertThat(witness.asked)
        .containsExactly("admit CREATE - -", "admit CREATE - kept", "validate CREATE - -");
  }

  @Test
  void whatAPluginRemembersItGetsWithTheNextRequest() {
    Witness witness = new Witness(Set.of(Operation.CREATE), answer -> answer.withMemory("known"));
    Response first = create(nothing(), witness);
    witness.asked.clear();
    create(first.state(), witness);
    assertThat(witness.asked).startsWith("admit CREATE known -");
  }

  @Test
  void refusalsComeWithWhatWasSaidBefore() {
    Witness witness = new Witness(
        Set.of(Operation.CREATE),
        answer -> answer
            .withWarning("careful")
            .withAuditAnnotation("key", "value")
            .withRefusal(Status.badRequest("no")));
    Response response = create(nothing(), witness);
    assertThat(response.code()).isEqualTo(400);
    assertThat(response.message()).isEqualTo("no");
    assertThat(response.warnings()).containsExactly("careful");
    assertThat(response.audit().annotations()).containsEntry("key", "value");
    assertThat(witness.asked).hasSize(1);
  }

  @Test
  void objectsThatAPluginMakesAreInTheCluster() {
    Witness witness = new Witness(
        Set.of(Operation.CREATE),
        answer -> answer.withCluster(Cluster.of(
            Manifests.read("made.yaml", "{apiVersion: v1, kind: Namespace, metadata: {name: made}}")
                .orThrow()
                .objects())));
    assertThat(create(nothing(), witness).cluster().objects())
        .extracting(object -> object.ref().name())
        .contains("made", "settings");
  }

  @Test
  void aPluginHasAStepForEachPassThatItHasAPartIn() {
    AdmissionPlugin validating = new AdmissionPlugin() {
      @Override
      public String name() {
        return "Quiet";
      }

      @Override
      public Admission validate(AdmissionCall call) {
        return Admission.UNCHANGED.withReason("nothing to say");
      }
    };
    Witness witness = new Witness(Set.of(Operation.CREATE), answer -> answer);

    assertThat(create(nothing(), witness, validating).trace())
        .extracting(TraceStep::toString)
        .containsSubsequence(
            "mutating admission (Witness): unchanged",
            "validating admission (Witness): admitted",
            "validating admission (Quiet): admitted: nothing to say")
        .doesNotContain("mutating admission (Quiet): unchanged");
  }
}

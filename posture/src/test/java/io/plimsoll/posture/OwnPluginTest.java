package io.plimsoll.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.AdmissionPlugin;
import io.plimsoll.core.admission.plugin.AdmissionPlugins;
import io.plimsoll.core.apiserver.Response;
import io.plimsoll.core.apiserver.TraceStep;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.request.Request;
import io.plimsoll.core.request.User;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Admission plug-ins that a server has only because somebody gives them to it. */
class OwnPluginTest {

  private static final String ZONE = "topology.kubernetes.io/zone";

  private static final Cluster SHOP = Posture.running(
      Cluster.of(TestObjects.of("{apiVersion: v1, kind: Namespace, metadata: {name: shop}}")));

  private static final KubeObject MAP =
      TestObjects.of("{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: shop}}");

  private static final KubeObject VOLUME = TestObjects.of(
      "{apiVersion: v1, kind: PersistentVolume, metadata: {name: v}, spec: {capacity: {storage: 1Gi},"
          + " accessModes: [ReadWriteOnce], awsElasticBlockStore: {volumeID: vol-1}}}");

  /** Lets nobody make config maps. */
  private static final class NoMaps implements AdmissionPlugin {

    @Override
    public String name() {
      return "NoMaps";
    }

    @Override
    public Admission validate(AdmissionCall call) {
      return call.attributes().isAbout("", "configmaps")
          ? call.forbid("no maps")
          : Admission.UNCHANGED;
    }
  }

  private static Response create(KubeObject object, Backends backends, String... flags) {
    return Posture.apiServer(ServerFlags.parse(flags), backends)
        .handle(SHOP, Request.as("admin", User.MASTERS).create(object));
  }

  @Test
  void aPluginOfOnesOwnIsAskedLikeTheOthers() {
    Backends backends = Backends.none().withPlugin(new NoMaps());

    Response refused = create(MAP, backends, "--authorization-mode=RBAC");

    assertThat(refused.message()).isEqualTo("configmaps \"c\" is forbidden: no maps");
    assertThat(refused.trace()).extracting(TraceStep::component).contains("NoMaps");
    assertThat(
            create(MAP, backends, "--authorization-mode=RBAC", "--disable-admission-plugins=NoMaps")
                .code())
        .isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--enable-admission-plugins=PersistentVolumeLabel",
        "--admission-control=PersistentVolumeLabel"
      })
  void whatServersHadBeforeCanBeGivenToOne(String flag) {
    Backends backends = Backends.none()
        .withPlugin(AdmissionPlugins.persistentVolumeLabel(volume -> Map.of(ZONE, "a")));

    Response created = create(VOLUME, backends, "--authorization-mode=RBAC", flag);

    assertThat(created.message()).isEmpty();
    Fields metadata = Fields.of(created.object().orElseThrow().get("metadata"));
    assertThat(metadata.stringMap("labels")).containsEntry(ZONE, "a");
  }

  @Test
  void whatServersHadBeforeIsNotThereByItself() {
    assertThatThrownBy(() ->
            create(VOLUME, Backends.none(), "--enable-admission-plugins=PersistentVolumeLabel"))
        .isInstanceOfSatisfying(
            ServerStartException.class,
            refused -> assertThat(refused.notes())
                .containsExactly("PersistentVolumeLabel was removed in 1.31; the controllers and"
                    + " drivers of the cloud provider label volumes; here"
                    + " AdmissionPlugins.persistentVolumeLabel is what it was"));
  }

  private static void refusesNull(ThrowingCallable call) {
    assertThatNullPointerException().isThrownBy(call);
  }

  @Test
  void nothingIsNoBackend() {
    Backends none = Backends.none();
    refusesNull(() -> none.withWebhooks(null));
    refusesNull(() -> none.withImageReviewer(null));
    refusesNull(() -> none.withTokenReviewer(null));
    refusesNull(() -> none.withAccessReviewer("default", null));
    refusesNull(() -> none.withIssuerKeys("https://i", null));
    refusesNull(() -> none.withAuthorizer("Own", null));
    refusesNull(() -> none.withSigningKey(null));
    refusesNull(() -> none.withKeystone(null));
    refusesNull(() -> none.withPlugin(null));
  }
}

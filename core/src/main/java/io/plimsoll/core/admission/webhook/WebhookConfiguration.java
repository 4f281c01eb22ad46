package io.plimsoll.core.admission.webhook;

import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.cluster.ClusterIndex;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.ObjectMeta;
import java.util.ArrayList;
import java.util.List;

/**
 * The webhooks of one configuration. Mirrors {@code admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration} and {@code
 * MutatingWebhookConfiguration}.
 *
 * @param objectKind which of both it is
 * @param metadata its name
 * @param webhooks the webhooks, not yet read
 */
record WebhookConfiguration(Kind<?> objectKind, ObjectMeta metadata, List<Fields> webhooks)
    implements ApiObject {

  private static final String API_VERSION = "admissionregistration.k8s.io/v1";

  static final Kind<WebhookConfiguration> VALIDATING =
      new Kind<>(API_VERSION, "ValidatingWebhookConfiguration", WebhookConfiguration::validating);

  static final Kind<WebhookConfiguration> MUTATING =
      new Kind<>(API_VERSION, "MutatingWebhookConfiguration", WebhookConfiguration::mutating);

  /** All validating webhooks of a cluster in the order of their calls. */
  static final ClusterIndex<List<Webhook>> ALL_VALIDATING =
      ClusterIndex.of(cluster -> ordered(cluster.all(VALIDATING)), VALIDATING);

  /** All mutating webhooks of a cluster in the order of their calls. */
  static final ClusterIndex<List<Webhook>> ALL_MUTATING =
      ClusterIndex.of(cluster -> ordered(cluster.all(MUTATING)), MUTATING);

  private static WebhookConfiguration validating(Fields fields) {
    return from(VALIDATING, fields);
  }

  private static WebhookConfiguration mutating(Fields fields) {
    return from(MUTATING, fields);
  }

  private static WebhookConfiguration from(Kind<WebhookConfiguration> kind, Fields fields) {
    return new WebhookConfiguration(
        kind,
        fields.object("metadata", ObjectMeta::from, ObjectMeta.EMPTY),
        Trees.list(fields, "webhooks"));
  }

  /** By the names of the configurations, then as they are listed. */
  private static List<Webhook> ordered(List<WebhookConfiguration> configurations) {
    List<WebhookConfiguration> sorted = new ArrayList<>(configurations);
    sorted.sort((a, b) -> GoText.compare(a.name(), b.name()));
    List<Webhook> all = new ArrayList<>();
    for (WebhookConfiguration configuration : sorted) {
      for (Fields webhook : configuration.webhooks()) {
        all.add(Webhook.from(configuration.name(), all.size(), webhook));
      }
    }
    return List.copyOf(all);
  }

  private String name() {
    return metadata.nameOrEmpty();
  }
}

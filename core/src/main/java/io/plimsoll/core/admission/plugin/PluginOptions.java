package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.webhook.ObjectVersions;
import io.plimsoll.core.admission.webhook.WebhookBackend;
import io.plimsoll.core.validation.Strategies;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What plug-ins are made with besides their configurations.
 *
 * @param notReadySeconds how long pods stay on nodes that are not ready
 * @param unreachableSeconds how long pods stay on nodes that cannot be reached
 * @param webhooks what stands behind admission webhooks
 * @param versions what is made of objects on their way to webhooks and back
 * @param imageReviewer who is asked about images
 * @param featureGates the feature gates that are switched on
 */
record PluginOptions(
    long notReadySeconds,
    long unreachableSeconds,
    WebhookBackend webhooks,
    ObjectVersions versions,
    ImageReviewer imageReviewer,
    Set<String> featureGates) {

  static final PluginOptions DEFAULT = new PluginOptions(
      300,
      300,
      WebhookBackend.unreachable(),
      ObjectVersions.of(Strategies.of(List.of())),
      review -> new ImageReviewer.Answer.Failed("nobody reviews images"),
      Set.of());

  PluginOptions {
    featureGates = Set.copyOf(featureGates);
  }

  PluginOptions withTolerationSeconds(long notReady, long unreachable) {
    return new PluginOptions(
        notReady, unreachable, webhooks, versions, imageReviewer, featureGates);
  }

  PluginOptions withWebhooks(WebhookBackend backend) {
    return new PluginOptions(
        notReadySeconds, unreachableSeconds, backend, versions, imageReviewer, featureGates);
  }

  PluginOptions withVersions(ObjectVersions other) {
    return new PluginOptions(
        notReadySeconds, unreachableSeconds, webhooks, other, imageReviewer, featureGates);
  }

  PluginOptions withImageReviewer(ImageReviewer reviewer) {
    return new PluginOptions(
        notReadySeconds, unreachableSeconds, webhooks, versions, reviewer, featureGates);
  }

  PluginOptions withFeatureGate(String name) {
    Set<String> gates = new LinkedHashSet<>(featureGates);
    gates.add(name);
    return new PluginOptions(
        notReadySeconds, unreachableSeconds, webhooks, versions, imageReviewer, gates);
  }
}

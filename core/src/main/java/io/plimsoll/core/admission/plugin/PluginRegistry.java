package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.AdmissionPlugin;
import io.plimsoll.core.admission.quota.ResourceQuota;
import io.plimsoll.core.admission.webhook.AdmissionPolicy;
import io.plimsoll.core.admission.webhook.MutatingAdmissionWebhook;
import io.plimsoll.core.admission.webhook.ValidatingAdmissionWebhook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The plug-ins of Kubernetes 1.37 in their order, which are on by default, and how they are made. Mirrors {@code
 * pkg/kubeapiserver/options/plugins.go}.
 */
final class PluginRegistry {

  /** What stands before the plug-ins that must come last. */
  private static final String FIRST_OF_THE_LAST = "MutatingAdmissionPolicy";

  private static final List<String> ORDER = List.of(
      "AlwaysAdmit",
      "NamespaceAutoProvision",
      "NamespaceLifecycle",
      "NamespaceExists",
      "LimitPodHardAntiAffinityTopology",
      "LimitRanger",
      "ServiceAccount",
      "NodeRestriction",
      "TaintNodesByCondition",
      "AlwaysPullImages",
      "ImagePolicyWebhook",
      "PodSecurity",
      "PodNodeSelector",
      "Priority",
      "DefaultTolerationSeconds",
      "PodTolerationRestriction",
      "EventRateLimit",
      "ExtendedResourceToleration",
      "DefaultStorageClass",
      "StorageObjectInUseProtection",
      "PodGroupProtection",
      "OwnerReferencesPermissionEnforcement",
      "PersistentVolumeClaimResize",
      "RuntimeClass",
      "CertificateApproval",
      "CertificateSigning",
      "ClusterTrustBundleAttest",
      "CertificateSubjectRestriction",
      "DefaultIngressClass",
      "DenyServiceExternalIPs",
      "PodTopologyLabels",
      "NodeDeclaredFeatureValidator",
      "PodResizeValidator",
      FIRST_OF_THE_LAST,
      "MutatingAdmissionWebhook",
      "ValidatingAdmissionPolicy",
      "ValidatingAdmissionWebhook",
      "ResourceQuota",
      "AlwaysDeny");

  private static final Set<String> OFF = Set.of(
      "AlwaysAdmit",
      "NamespaceAutoProvision",
      "NamespaceExists",
      "LimitPodHardAntiAffinityTopology",
      "NodeRestriction",
      "AlwaysPullImages",
      "ImagePolicyWebhook",
      "PodNodeSelector",
      "PodTolerationRestriction",
      "EventRateLimit",
      "ExtendedResourceToleration",
      "OwnerReferencesPermissionEnforcement",
      "DenyServiceExternalIPs",
      "AlwaysDeny");

  private PluginRegistry() {}

  static List<String> order() {
    return ORDER;
  }

  static boolean isOnByDefault(String name) {
    return !OFF.contains(name);
  }

  /** Returns the order with further plug-ins before those that must come last. */
  static List<String> orderWith(Set<String> further) {
    List<String> order = new ArrayList<>(ORDER);
    List<String> own = further.stream().filter(name -> !ORDER.contains(name)).toList();
    order.addAll(order.indexOf(FIRST_OF_THE_LAST), own);
    return order;
  }

  /** Returns how the plug-ins that are in this library are made. */
  static Map<String, PluginFactory> factories(PluginOptions options) {
    Map<String, PluginFactory> factories = new HashMap<>();
    List<AdmissionPlugin> plain = List.of(
        new AlwaysAdmit(),
        new NamespaceAutoProvision(),
        new NamespaceLifecycle(),
        new NamespaceExists(),
        new LimitPodHardAntiAffinityTopology(),
        new LimitRanger(),
        new ServiceAccountPlugin(),
        new NodeRestriction(),
        new TaintNodesByCondition(),
        new AlwaysPullImages(),
        new Priority(),
        new DefaultTolerationSeconds(options.notReadySeconds(), options.unreachableSeconds()),
        new ExtendedResourceToleration(),
        new DefaultStorageClass(),
        FinalizerPlugin.storageObjectInUseProtection(),
        FinalizerPlugin.podGroupProtection(options.featureGates().contains("GenericWorkload")),
        new OwnerReferencesPermissionEnforcement(),
        new PersistentVolumeClaimResize(),
        new RuntimeClassPlugin(),
        new CertificateApproval(),
        new CertificateSigning(),
        new ClusterTrustBundleAttest(),
        new CertificateSubjectRestriction(),
        new DefaultIngressClass(),
        new DenyServiceExternalIPs(),
        new PodTopologyLabels(),
        new NodeDeclaredFeatureValidator(),
        new PodResizeValidator(),
        AdmissionPolicy.mutating(),
        AdmissionPolicy.validating(),
        new AlwaysDeny());
    plain.forEach(plugin -> factories.put(plugin.name(), configuration -> plugin));
    factories.put(
        "ImagePolicyWebhook",
        configuration -> new ImagePolicyWebhook(
            options.imageReviewer(), ImagePolicyConfiguration.defaultAllow(configuration)));
    factories.put("PodNodeSelector", PluginConfigurations::nodeSelectors);
    factories.put("PodTolerationRestriction", PluginConfigurations::tolerations);
    factories.put("EventRateLimit", PluginConfigurations::eventRateLimit);
    factories.put(
        "ResourceQuota",
        configuration -> new ResourceQuota(PluginConfigurations.limitedResources(configuration)));
    factories.put("MutatingAdmissionWebhook", configuration -> {
      PluginConfigurations.checkWebhooks(configuration);
      return new MutatingAdmissionWebhook(options.webhooks(), options.versions());
    });
    factories.put("ValidatingAdmissionWebhook", configuration -> {
      PluginConfigurations.checkWebhooks(configuration);
      return new ValidatingAdmissionWebhook(options.webhooks(), options.versions());
    });
    return factories;
  }
}

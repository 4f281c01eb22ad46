package io.plimsoll.core.admission.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.core.admission.AdmissionPlugin;
import io.plimsoll.core.admission.TestCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionPluginsTest {

  private static List<String> names(AdmissionPlugins.Builder builder) {
    return builder.build().stream().map(AdmissionPlugin::name).toList();
  }

  private static AdmissionPlugins.Builder configured(String yaml) {
    return AdmissionPlugins.builder()
        .configuration(AdmissionConfiguration.read("config.yaml", yaml, path -> Optional.empty()));
  }

  private static String configuration(String plugin, String configuration) {
    return """
        apiVersion: apiserver.config.k8s.io/v1
        kind: AdmissionConfiguration
        plugins: [{name: %s, configuration: %s}]
        """.formatted(plugin, configuration);
  }

  @Test
  void theDefaultsAreThoseOfUpstreamInItsOrder() {
    assertThat(AdmissionPlugins.defaultNames())
        .containsExactly(
            "NamespaceLifecycle",
            "LimitRanger",
            "ServiceAccount",
            "TaintNodesByCondition",
            "PodSecurity",
            "Priority",
            "DefaultTolerationSeconds",
            "DefaultStorageClass",
            "StorageObjectInUseProtection",
            "PodGroupProtection",
            "PersistentVolumeClaimResize",
            "RuntimeClass",
            "CertificateApproval",
            "CertificateSigning",
            "ClusterTrustBundleAttest",
            "CertificateSubjectRestriction",
            "DefaultIngressClass",
            "PodTopologyLabels",
            "NodeDeclaredFeatureValidator",
            "PodResizeValidator",
            "MutatingAdmissionPolicy",
            "MutatingAdmissionWebhook",
            "ValidatingAdmissionPolicy",
            "ValidatingAdmissionWebhook",
            "ResourceQuota");
    List<String> here = new ArrayList<>(AdmissionPlugins.defaultNames());
    here.remove("PodSecurity");
    assertThat(names(AdmissionPlugins.builder())).isEqualTo(here);
    assertThat(AdmissionPlugins.names()).hasSize(39).endsWith("ResourceQuota", "AlwaysDeny");
  }

  @Test
  void flagsSwitchPluginsOnAndOff() {
    assertThat(names(AdmissionPlugins.builder()
            .enable(List.of("AlwaysDeny", "NodeRestriction"))
            .disable(List.of("LimitRanger", "Priority"))))
        .contains("AlwaysDeny", "NodeRestriction")
        .doesNotContain("LimitRanger", "Priority")
        .endsWith("ResourceQuota", "AlwaysDeny");
    assertThat(names(AdmissionPlugins.builder().only(List.of("AlwaysAdmit", "LimitRanger"))))
        .containsExactly("AlwaysAdmit", "LimitRanger");
  }

  @Test
  void flagsThatMakeNoSenseKeepTheServerFromStarting() {
    assertThatThrownBy(() -> AdmissionPlugins.builder()
            .enable(List.of("Ghost", "LimitRanger"))
            .disable(List.of("LimitRanger"))
            .build())
        .hasMessage("[enable-admission-plugins plugin \"Ghost\" is unknown, [LimitRanger] in"
            + " enable-admission-plugins and disable-admission-plugins overlapped]");
    assertThatThrownBy(() -> AdmissionPlugins.builder()
            .only(List.of("LimitRanger"))
            .enable(List.of("AlwaysDeny"))
            .build())
        .hasMessage("admission-control and enable-admission-plugins/disable-admission-plugins flags"
            + " are mutually exclusive");
  }

  @Test
  void pluginsOfOnesOwnComeBeforeThoseThatSeeTheObjectLast() {
    AdmissionPlugin own = () -> "Own";
    AdmissionPlugin security = () -> "PodSecurity";
    List<String> names = names(AdmissionPlugins.builder().plugin(own).plugin(security));
    assertThat(names.indexOf("Own")).isEqualTo(names.indexOf("MutatingAdmissionPolicy") - 1);
    assertThat(names.indexOf("PodSecurity")).isEqualTo(names.indexOf("Priority") - 1);
    assertThat(names(AdmissionPlugins.builder().plugin(own).disable(List.of("Own"))))
        .doesNotContain("Own");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          EventRateLimit | {apiVersion: eventratelimit.admission.k8s.io/v1alpha1, kind: Configuration} | limits: Invalid value: null: must not be empty
          EventRateLimit | {apiVersion: eventratelimit.admission.k8s.io/v1alpha1, kind: Configuration, limits: [{type: X, qps: 1}]} | [limits[0].type: Unsupported value: "X": supported values: "Namespace", "Server", "SourceAndObject", "User", limits[0].burst: Invalid value: 0: must be positive]
          EventRateLimit | {apiVersion: eventratelimit.admission.k8s.io/v1alpha1, kind: Configuration, limits: [{type: User, qps: 1, burst: 1, cacheSize: -1}]} | limits[0].cacheSize: Invalid value: -1: must not be negative
          ResourceQuota | {apiVersion: apiserver.config.k8s.io/v1, kind: ResourceQuotaConfiguration, limitedResources: [{matchContains: [x]}]} | limitedResources[0].resource: Required value
          ImagePolicyWebhook | {imagePolicy: {allowTTL: 9000}} | valid value is between 1s and 30m0s, got 2h30m0s
          ImagePolicyWebhook | {imagePolicy: {retryBackoff: 900000}} | valid value is between 1ns and 5m0s, got 15m0s
          ImagePolicyWebhook | {imagePolicy: 5} | json: cannot unmarshal number into Go struct field AdmissionConfig.imagePolicy of type imagepolicy.imagePolicyWebhookConfig
          ImagePolicyWebhook | {imagePolicy: {defaultAllow: x}} | json: cannot unmarshal string into Go struct field imagePolicyWebhookConfig.imagePolicy.defaultAllow of type bool
          ImagePolicyWebhook | {imagePolicy: {allowTTL: 1s}} | json: cannot unmarshal string into Go struct field imagePolicyWebhookConfig.imagePolicy.allowTTL of type time.Duration
          PodTolerationRestriction | {apiVersion: podtolerationrestriction.admission.k8s.io/v1alpha1, kind: Configuration, default: 5} | json: cannot unmarshal number into Go struct field Configuration.default of type []v1.Toleration
          PodTolerationRestriction | {apiVersion: podtolerationrestriction.admission.k8s.io/v1alpha1, kind: Configuration, default: [{key: a, tolerationSeconds: x}]} | json: cannot unmarshal string into Go struct field Toleration.default.tolerationSeconds of type int64
          PodTolerationRestriction | {apiVersion: podtolerationrestriction.admission.k8s.io/v1alpha1, kind: Configuration, default: [{key: a, operator: Foo}], whitelist: [{}]} | invalid config: [podtolerationrestriction.default[0].operator: Unsupported value: "Foo": supported values: "Equal", "Exists" podtolerationrestriction.whitelist[0].operator: Invalid value: "": operator must be Exists when `key` is empty, which means "match all values and all keys"]
          ValidatingAdmissionWebhook | {apiVersion: apiserver.config.k8s.io/v1, kind: WebhookAdmissionConfiguration, kubeConfigFile: here} | kubeConfigFile: Invalid value: "here": must be an absolute file path
          """)
  void configurationsThatMakeNoSenseKeepTheServerFromStarting(
      String plugin, String configuration, String why) {
    AdmissionPlugins.Builder builder =
        configured(configuration(plugin, configuration)).enable(List.of(plugin));
    assertThatThrownBy(builder::build)
        .hasMessage(
            "failed to apply admission: couldn't init admission plugin \"" + plugin + "\": " + why);
  }

  @Test
  void filesOfPluginsThatAreOffAreNotRead() {
    AdmissionPlugins.Builder builder = AdmissionPlugins.builder()
        .configuration(
            AdmissionConfiguration.read("/etc/k/ac.yaml", """
            apiVersion: apiserver.config.k8s.io/v1
            kind: AdmissionConfiguration
            plugins: [{name: EventRateLimit, path: erl.yaml}, {name: Ghost, path: /x}]
            """, path -> Optional.empty()));
    assertThat(builder.build()).isNotEmpty();
    assertThatThrownBy(builder.enable(List.of("EventRateLimit"))::build)
        .hasMessage("Couldn't open admission plugin configuration /etc/k/erl.yaml:"
            + " &fs.PathError{Op:\"open\", Path:\"/etc/k/erl.yaml\", Err:0x2}");
  }

  @Test
  void imagePolicyNeedsAConfiguration() {
    assertThatThrownBy(() ->
            AdmissionPlugins.builder().enable(List.of("ImagePolicyWebhook")).build())
        .hasMessage("failed to apply admission: couldn't init admission plugin"
            + " \"ImagePolicyWebhook\": no config specified");
  }

  @Test
  void configurationsReachTheirPlugins() {
    AdmissionPlugin selector = configured(
            configuration("PodNodeSelector", "{podNodeSelectorPluginConfig: {shop: a=b}}"))
        .only(List.of("PodNodeSelector"))
        .build()
        .get(0);
    assertThat(TestCall.refusal(TestCall.create("{apiVersion: v1, kind: Pod, metadata: {name: p,"
                + " namespace: shop}, spec: {nodeSelector: {c: d}}}")
            .amid("{apiVersion: v1, kind: Namespace, metadata: {name: shop}}")
            .admit(selector)))
        .contains("labels conflict with its namespace whitelist");
    AdmissionPlugin limits = configured(configuration(
            "EventRateLimit",
            "{apiVersion: eventratelimit.admission.k8s.io/v1alpha1, kind: Configuration, limits:"
                + " [{type: Server, qps: 1, burst: 1}]}"))
        .only(List.of("EventRateLimit"))
        .build()
        .get(0);
    assertThat(
            TestCall.create("{apiVersion: v1, kind: Event, metadata: {name: e, namespace: shop}}")
                .validate(limits)
                .memory())
        .isPresent();
    AdmissionPlugin quota = configured(configuration(
            "ResourceQuota",
            "{apiVersion: resourcequota.admission.k8s.io/v1beta1, kind: Configuration,"
                + " limitedResources: [{resource: pods, matchContains: [pods]}]}"))
        .only(List.of("ResourceQuota"))
        .build()
        .get(0);
    assertThat(TestCall.refusal(
            TestCall.create("{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: shop}}")
                .validate(quota)))
        .contains("insufficient quota to consume: count/pods,pods");
  }

  @Test
  void pluginsThatWereRemovedAreKnown() {
    assertThat(FormerPlugin.find("PodSecurityPolicy").orElseThrow())
        .hasToString(
            "PodSecurityPolicy was removed in 1.25; PodSecurity: namespaces are labelled with a level");
    assertThat(FormerPlugin.find("DenyEscalatingExec").orElseThrow().toString())
        .startsWith("DenyEscalatingExec was removed in 1.21; keep privileged pods");
    assertThat(FormerPlugin.find("LimitRanger")).isEmpty();
    assertThat(FormerPlugin.all())
        .allMatch(plugin -> !AdmissionPlugins.names().contains(plugin.name()))
        .allMatch(plugin ->
            plugin.successor().isEmpty() || AdmissionPlugins.names().contains(plugin.successor()));
  }
}

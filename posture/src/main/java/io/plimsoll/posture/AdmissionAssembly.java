package io.plimsoll.posture;

import io.plimsoll.core.admission.AdmissionPlugin;
import io.plimsoll.core.admission.plugin.AdmissionConfiguration;
import io.plimsoll.core.admission.plugin.AdmissionPlugins;
import io.plimsoll.core.admission.plugin.FormerPlugin;
import io.plimsoll.core.admission.webhook.ObjectVersions;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.validation.Strategies;
import io.plimsoll.psa.PodSecurityPlugin;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The admission plug-ins of a server by its flags. Mirrors {@code pkg/kubeapiserver/options/admission.go}. */
final class AdmissionAssembly {

  private static final long TOLERATION_SECONDS = 300;
  private static final String CONTROL = "admission-control";

  private final ServerFlags flags;
  private final Backends backends;

  AdmissionAssembly(ServerFlags flags, Backends backends) {
    this.flags = flags;
    this.backends = backends;
  }

  List<AdmissionPlugin> plugins(Strategies strategies) {
    AdmissionPlugins.Builder builder = AdmissionPlugins.builder()
        .plugin("PodSecurity", PodSecurityPlugin.factory())
        .webhooks(backends.webhooks())
        .objectVersions(ObjectVersions.of(strategies))
        .enable(flags.list("enable-admission-plugins"))
        .disable(flags.list("disable-admission-plugins"))
        .tolerationSeconds(
            seconds("default-not-ready-toleration-seconds"),
            seconds("default-unreachable-toleration-seconds"));
    backends.imageReviewer().ifPresent(builder::imageReviewer);
    backends.plugins().forEach(builder::plugin);
    if (FeatureGates.of(flags).isOn(FeatureGates.GENERIC_WORKLOAD)) {
      builder.featureGate(FeatureGates.GENERIC_WORKLOAD);
    }
    if (flags.has(CONTROL)) {
      builder.only(control());
    }
    try {
      configuration().ifPresent(builder::configuration);
      return builder.build();
    } catch (ServerStartException refused) {
      throw refused;
    } catch (IllegalArgumentException refused) {
      throw new ServerStartException(String.valueOf(refused.getMessage()), unknown());
    }
  }

  private Optional<AdmissionConfiguration> configuration() {
    return flags
        .last("admission-control-config-file")
        .filter(path -> !path.isEmpty())
        .map(path -> AdmissionConfiguration.read(path, text(path), flags::read));
  }

  private String text(String path) {
    return flags
        .read(path)
        .orElseThrow(() -> new ServerStartException("failed to read plugin config: unable to read"
            + " admission control configuration from " + GoText.quote(path) + " [open " + path
            + ": no such file or directory]"));
  }

  private long seconds(String flag) {
    return flags.last(flag).map(text -> FlagValue.int64(flag, text)).orElse(TOLERATION_SECONDS);
  }

  /** Returns the plug-ins of the old flag that there still are. */
  private List<String> control() {
    return flags.list(CONTROL).stream()
        .filter(name -> isKnown(name) || FormerPlugin.find(name).isEmpty())
        .toList();
  }

  /** Returns what became of the plug-ins of the old flag that are gone. */
  List<String> notes() {
    return flags.formerPlugins().stream()
        .filter(former -> !isKnown(former.name()))
        .map(former -> "--" + CONTROL + ": " + former)
        .toList();
  }

  private boolean isKnown(String name) {
    return AdmissionPlugins.names().contains(name)
        || backends.plugins().stream().anyMatch(plugin -> plugin.name().equals(name));
  }

  /** Returns what became of the plug-ins of today's flags that the server does not know any more. */
  private List<String> unknown() {
    return Stream.of("enable-admission-plugins", "disable-admission-plugins")
        .flatMap(flag -> flags.list(flag).stream())
        .filter(name -> !isKnown(name))
        .flatMap(name -> FormerPlugin.find(name).stream())
        .map(FormerPlugin::toString)
        .distinct()
        .toList();
  }
}

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

/** The admission plug-ins of a server by its flags. Mirrors {@code pkg/kubeapiserver/options/admission.go}. */
final class AdmissionAssembly {

  private static final long TOLERATION_SECONDS = 300;

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
    if (flags.has("admission-control")) {
      builder.only(flags.list("admission-control").stream()
          .filter(name -> FormerPlugin.find(name).isEmpty())
          .toList());
    }
    try {
      configuration().ifPresent(builder::configuration);
      return builder.build();
    } catch (ServerStartException refused) {
      throw refused;
    } catch (IllegalArgumentException refused) {
      throw new ServerStartException(String.valueOf(refused.getMessage()));
    }
  }

  private Optional<AdmissionConfiguration> configuration() {
    return flags
        .last("admission-control-config-file")
        .map(path -> AdmissionConfiguration.read(
            path, flags.file("admission-control-config-file").orElse(""), flags::read));
  }

  private long seconds(String flag) {
    Optional<String> text = flags.last(flag);
    if (text.isEmpty()) {
      return TOLERATION_SECONDS;
    }
    return GoText.parseInt64(text.get())
        .orElseThrow(() -> new ServerStartException("invalid argument \"" + text.get()
            + "\" for \"--" + flag + "\" flag: strconv.ParseInt: parsing \"" + text.get()
            + "\": invalid syntax"));
  }
}

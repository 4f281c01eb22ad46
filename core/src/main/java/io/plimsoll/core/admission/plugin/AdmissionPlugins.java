package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.AdmissionPlugin;
import io.plimsoll.core.admission.webhook.ObjectVersions;
import io.plimsoll.core.admission.webhook.WebhookBackend;
import io.plimsoll.core.manifest.GoText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The admission plug-ins that a server starts with: those of Kubernetes 1.37 in upstream's order, switched on and off as by the
 * flags of the server. Mirrors {@code pkg/kubeapiserver/options} and {@code k8s.io/apiserver/pkg/server/options/admission.go}.
 *
 * <p>{@code PodSecurity} lives in another module and takes its place in the order when it is {@linkplain Builder#plugin added};
 * so does any plug-in of one's own, right before those that see the object last.
 */
public final class AdmissionPlugins {

  private AdmissionPlugins() {}

  /** Returns the names of all plug-ins of Kubernetes in their order. */
  public static List<String> names() {
    return PluginRegistry.order();
  }

  /** Returns the names of the plug-ins that are on by default, in their order. */
  public static List<String> defaultNames() {
    return PluginRegistry.order().stream().filter(PluginRegistry::isOnByDefault).toList();
  }

  /** Returns the plug-ins that are on by default, but for {@code PodSecurity}. */
  public static List<AdmissionPlugin> defaults() {
    return builder().build();
  }

  /** Returns a builder of the plug-ins that are on by default. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the plug-in {@code PersistentVolumeLabel}, which servers before 1.31 had: a server has it if it is {@linkplain
   * Builder#plugin added}.
   *
   * @param labeler the cloud provider
   */
  public static AdmissionPlugin persistentVolumeLabel(VolumeLabeler labeler) {
    return new PersistentVolumeLabel(labeler);
  }

  /** Chooses plug-ins. */
  public static final class Builder {

    private PluginOptions options = PluginOptions.DEFAULT;
    private final Map<String, PluginFactory> further = new LinkedHashMap<>();
    private List<String> enabled = List.of();
    private List<String> disabled = List.of();
    private Optional<List<String>> only = Optional.empty();
    private AdmissionConfiguration configuration = AdmissionConfiguration.NONE;

    private Builder() {}

    /** Switches plug-ins on: the flag {@code --enable-admission-plugins}. */
    public Builder enable(List<String> names) {
      enabled = List.copyOf(names);
      return this;
    }

    /** Switches plug-ins off: the flag {@code --disable-admission-plugins}. */
    public Builder disable(List<String> names) {
      disabled = List.copyOf(names);
      return this;
    }

    /** Switches these plug-ins on and all others off: the old flag {@code --admission-control}. */
    public Builder only(List<String> names) {
      only = Optional.of(List.copyOf(names));
      return this;
    }

    /** Sets the configuration of plug-ins: the file of the flag {@code --admission-control-config-file}. */
    public Builder configuration(AdmissionConfiguration other) {
      configuration = other;
      return this;
    }

    /** Adds a plug-in, or puts it in the place of the one of its name; one that Kubernetes does not know is always on. */
    public Builder plugin(String name, PluginFactory factory) {
      further.put(name, factory);
      return this;
    }

    /** Adds a plug-in, or puts it in the place of the one of its name. */
    public Builder plugin(AdmissionPlugin plugin) {
      return plugin(plugin.name(), unused -> plugin);
    }

    /** Sets what stands behind admission webhooks. */
    public Builder webhooks(WebhookBackend backend) {
      options = options.withWebhooks(backend);
      return this;
    }

    /** Sets what is made of objects on their way to webhooks and back. */
    public Builder objectVersions(ObjectVersions other) {
      options = options.withVersions(other);
      return this;
    }

    /** Sets who is asked about images by {@code ImagePolicyWebhook}. */
    public Builder imageReviewer(ImageReviewer reviewer) {
      options = options.withImageReviewer(reviewer);
      return this;
    }

    /** Sets how long pods stay on failing nodes: {@code --default-not-ready-toleration-seconds} and its sister. */
    public Builder tolerationSeconds(long notReady, long unreachable) {
      options = options.withTolerationSeconds(notReady, unreachable);
      return this;
    }

    /** Switches a feature gate on: {@code --feature-gates}. One decides here: {@code GenericWorkload}. */
    public Builder featureGate(String name) {
      options = options.withFeatureGate(name);
      return this;
    }

    /**
     * Returns the plug-ins in their order.
     *
     * @throws IllegalArgumentException if a server would not start with these options, with what it says then
     */
    public List<AdmissionPlugin> build() {
      Map<String, PluginFactory> factories = PluginRegistry.factories(options);
      factories.putAll(further);
      List<String> order = PluginRegistry.orderWith(further.keySet());
      checkFlags(Set.copyOf(order));
      List<AdmissionPlugin> plugins = new ArrayList<>();
      for (String name : order) {
        if (isOn(name)) {
          make(name, factories).ifPresent(plugins::add);
        }
      }
      return List.copyOf(plugins);
    }

    private boolean isOn(String name) {
      boolean own = !PluginRegistry.order().contains(name);
      if (own) {
        return !disabled.contains(name);
      }
      return only.map(names -> names.contains(name))
          .orElseGet(() -> enabled.contains(name)
              || (PluginRegistry.isOnByDefault(name) && !disabled.contains(name)));
    }

    private Optional<AdmissionPlugin> make(String name, Map<String, PluginFactory> factories) {
      PluginFactory factory = factories.get(name);
      if (factory == null) {
        return Optional.empty();
      }
      try {
        return Optional.of(factory.make(configuration.of(name)));
      } catch (StartFailure failure) {
        throw new IllegalArgumentException(
            "failed to apply admission: " + failure.toMessage(name), failure);
      }
    }

    private void checkFlags(Set<String> known) {
      List<String> errors = new ArrayList<>();
      if (only.isPresent() && !(enabled.isEmpty() && disabled.isEmpty())) {
        errors.add("admission-control and enable-admission-plugins/disable-admission-plugins flags"
            + " are mutually exclusive");
      }
      addUnknown(errors, "admission-control", only.orElse(List.of()), known);
      addUnknown(errors, "enable-admission-plugins", enabled, known);
      addUnknown(errors, "disable-admission-plugins", disabled, known);
      Set<String> both = new TreeSet<>(GoText::compare);
      both.addAll(enabled);
      both.retainAll(disabled);
      if (!both.isEmpty()) {
        errors.add(GoText.list(both)
            + " in enable-admission-plugins and disable-admission-plugins overlapped");
      }
      if (!errors.isEmpty()) {
        throw new IllegalArgumentException(GoText.aggregate(errors));
      }
    }

    private static void addUnknown(
        List<String> errors, String flag, List<String> names, Set<String> known) {
      for (String name : names) {
        if (!known.contains(name)) {
          errors.add(flag + " plugin " + GoText.quote(name) + " is unknown");
        }
      }
    }
  }
}

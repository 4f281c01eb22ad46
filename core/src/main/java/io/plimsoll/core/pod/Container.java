package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One container of a pod. Mirrors {@code core/v1 Container}. */
public record Container(
    String name,
    List<String> args,
    List<String> command,
    List<EnvVar> env,
    List<EnvFromSource> envFrom,
    @Nullable String image,
    @Nullable String imagePullPolicy,
    @Nullable Lifecycle lifecycle,
    @Nullable Probe livenessProbe,
    List<ContainerPort> ports,
    @Nullable Probe readinessProbe,
    List<ContainerResizePolicy> resizePolicy,
    @Nullable ResourceRequirements resources,
    @Nullable String restartPolicy,
    List<ContainerRestartRule> restartPolicyRules,
    @Nullable SecurityContext securityContext,
    @Nullable Probe startupProbe,
    @Nullable Boolean stdin,
    @Nullable Boolean stdinOnce,
    @Nullable String terminationMessagePath,
    @Nullable String terminationMessagePolicy,
    @Nullable Boolean tty,
    List<VolumeDevice> volumeDevices,
    List<VolumeMount> volumeMounts,
    @Nullable String workingDir) {

  public Container {
    args = List.copyOf(args);
    command = List.copyOf(command);
    env = List.copyOf(env);
    envFrom = List.copyOf(envFrom);
    ports = List.copyOf(ports);
    resizePolicy = List.copyOf(resizePolicy);
    restartPolicyRules = List.copyOf(restartPolicyRules);
    volumeDevices = List.copyOf(volumeDevices);
    volumeMounts = List.copyOf(volumeMounts);
  }

  /** Reads the record from a tree. */
  public static Container from(Fields fields) {
    Builder container = builder(fields.text("name"));
    for (int i = 0; i < fields.size(); i++) {
      String name = fields.name(i);
      switch (name) {
        case "args" -> container.args(fields.strings(name));
        case "command" -> container.command(fields.strings(name));
        case "env" -> container.env(fields.list(name, EnvVar::from));
        case "envFrom" -> container.envFrom(fields.list(name, EnvFromSource::from));
        case "image" -> container.image(fields.string(name));
        case "imagePullPolicy" -> container.imagePullPolicy(fields.string(name));
        case "lifecycle" -> container.lifecycle(fields.object(name, Lifecycle::from));
        case "livenessProbe" -> container.livenessProbe(fields.object(name, Probe::from));
        case "ports" -> container.ports(fields.list(name, ContainerPort::from));
        case "readinessProbe" -> container.readinessProbe(fields.object(name, Probe::from));
        case "resizePolicy" ->
          container.resizePolicy(fields.list(name, ContainerResizePolicy::from));
        case "resources" -> container.resources(fields.object(name, ResourceRequirements::from));
        case "restartPolicy" -> container.restartPolicy(fields.string(name));
        case "restartPolicyRules" ->
          container.restartPolicyRules(fields.list(name, ContainerRestartRule::from));
        case "securityContext" ->
          container.securityContext(fields.object(name, SecurityContext::from));
        case "startupProbe" -> container.startupProbe(fields.object(name, Probe::from));
        case "stdin" -> container.stdin(fields.bool(name));
        case "stdinOnce" -> container.stdinOnce(fields.bool(name));
        case "terminationMessagePath" -> container.terminationMessagePath(fields.string(name));
        case "terminationMessagePolicy" -> container.terminationMessagePolicy(fields.string(name));
        case "tty" -> container.tty(fields.bool(name));
        case "volumeDevices" -> container.volumeDevices(fields.list(name, VolumeDevice::from));
        case "volumeMounts" -> container.volumeMounts(fields.list(name, VolumeMount::from));
        case "workingDir" -> container.workingDir(fields.string(name));
        default -> {
          // The name is known, and the record has nothing else.
        }
      }
    }
    return container.build();
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder(name)
        .args(args)
        .command(command)
        .env(env)
        .envFrom(envFrom)
        .image(image)
        .imagePullPolicy(imagePullPolicy)
        .lifecycle(lifecycle)
        .livenessProbe(livenessProbe)
        .ports(ports)
        .readinessProbe(readinessProbe)
        .resizePolicy(resizePolicy)
        .resources(resources)
        .restartPolicy(restartPolicy)
        .restartPolicyRules(restartPolicyRules)
        .securityContext(securityContext)
        .startupProbe(startupProbe)
        .stdin(stdin)
        .stdinOnce(stdinOnce)
        .terminationMessagePath(terminationMessagePath)
        .terminationMessagePolicy(terminationMessagePolicy)
        .tty(tty)
        .volumeDevices(volumeDevices)
        .volumeMounts(volumeMounts)
        .workingDir(workingDir);
  }

  /** Makes a {@link Container}; what is not set is absent. */
  public static final class Builder {
    private final String name;
    private List<String> args = List.of();
    private List<String> command = List.of();
    private List<EnvVar> env = List.of();
    private List<EnvFromSource> envFrom = List.of();
    private @Nullable String image;
    private @Nullable String imagePullPolicy;
    private @Nullable Lifecycle lifecycle;
    private @Nullable Probe livenessProbe;
    private List<ContainerPort> ports = List.of();
    private @Nullable Probe readinessProbe;
    private List<ContainerResizePolicy> resizePolicy = List.of();
    private @Nullable ResourceRequirements resources;
    private @Nullable String restartPolicy;
    private List<ContainerRestartRule> restartPolicyRules = List.of();
    private @Nullable SecurityContext securityContext;
    private @Nullable Probe startupProbe;
    private @Nullable Boolean stdin;
    private @Nullable Boolean stdinOnce;
    private @Nullable String terminationMessagePath;
    private @Nullable String terminationMessagePolicy;
    private @Nullable Boolean tty;
    private List<VolumeDevice> volumeDevices = List.of();
    private List<VolumeMount> volumeMounts = List.of();
    private @Nullable String workingDir;

    private Builder(String name) {
      this.name = name;
    }

    /** Sets {@code args}. */
    public Builder args(List<String> args) {
      this.args = args;
      return this;
    }

    /** Sets {@code args}. */
    public Builder args(String... args) {
      return args(List.of(args));
    }

    /** Sets {@code command}. */
    public Builder command(List<String> command) {
      this.command = command;
      return this;
    }

    /** Sets {@code command}. */
    public Builder command(String... command) {
      return command(List.of(command));
    }

    /** Sets {@code env}. */
    public Builder env(List<EnvVar> env) {
      this.env = env;
      return this;
    }

    /** Sets {@code env}. */
    public Builder env(EnvVar... env) {
      return env(List.of(env));
    }

    /** Sets {@code envFrom}. */
    public Builder envFrom(List<EnvFromSource> envFrom) {
      this.envFrom = envFrom;
      return this;
    }

    /** Sets {@code envFrom}. */
    public Builder envFrom(EnvFromSource... envFrom) {
      return envFrom(List.of(envFrom));
    }

    /** Sets {@code image}. */
    public Builder image(@Nullable String image) {
      this.image = image;
      return this;
    }

    /** Sets {@code imagePullPolicy}. */
    public Builder imagePullPolicy(@Nullable String imagePullPolicy) {
      this.imagePullPolicy = imagePullPolicy;
      return this;
    }

    /** Sets {@code lifecycle}. */
    public Builder lifecycle(@Nullable Lifecycle lifecycle) {
      this.lifecycle = lifecycle;
      return this;
    }

    /** Sets {@code livenessProbe}. */
    public Builder livenessProbe(@Nullable Probe livenessProbe) {
      this.livenessProbe = livenessProbe;
      return this;
    }

    /** Sets {@code ports}. */
    public Builder ports(List<ContainerPort> ports) {
      this.ports = ports;
      return this;
    }

    /** Sets {@code ports}. */
    public Builder ports(ContainerPort... ports) {
      return ports(List.of(ports));
    }

    /** Sets {@code readinessProbe}. */
    public Builder readinessProbe(@Nullable Probe readinessProbe) {
      this.readinessProbe = readinessProbe;
      return this;
    }

    /** Sets {@code resizePolicy}. */
    public Builder resizePolicy(List<ContainerResizePolicy> resizePolicy) {
      this.resizePolicy = resizePolicy;
      return this;
    }

    /** Sets {@code resizePolicy}. */
    public Builder resizePolicy(ContainerResizePolicy... resizePolicy) {
      return resizePolicy(List.of(resizePolicy));
    }

    /** Sets {@code resources}. */
    public Builder resources(@Nullable ResourceRequirements resources) {
      this.resources = resources;
      return this;
    }

    /** Sets {@code restartPolicy}. */
    public Builder restartPolicy(@Nullable String restartPolicy) {
      this.restartPolicy = restartPolicy;
      return this;
    }

    /** Sets {@code restartPolicyRules}. */
    public Builder restartPolicyRules(List<ContainerRestartRule> restartPolicyRules) {
      this.restartPolicyRules = restartPolicyRules;
      return this;
    }

    /** Sets {@code restartPolicyRules}. */
    public Builder restartPolicyRules(ContainerRestartRule... restartPolicyRules) {
      return restartPolicyRules(List.of(restartPolicyRules));
    }

    /** Sets {@code securityContext}. */
    public Builder securityContext(@Nullable SecurityContext securityContext) {
      this.securityContext = securityContext;
      return this;
    }

    /** Sets {@code startupProbe}. */
    public Builder startupProbe(@Nullable Probe startupProbe) {
      this.startupProbe = startupProbe;
      return this;
    }

    /** Sets {@code stdin}. */
    public Builder stdin(@Nullable Boolean stdin) {
      this.stdin = stdin;
      return this;
    }

    /** Sets {@code stdinOnce}. */
    public Builder stdinOnce(@Nullable Boolean stdinOnce) {
      this.stdinOnce = stdinOnce;
      return this;
    }

    /** Sets {@code terminationMessagePath}. */
    public Builder terminationMessagePath(@Nullable String terminationMessagePath) {
      this.terminationMessagePath = terminationMessagePath;
      return this;
    }

    /** Sets {@code terminationMessagePolicy}. */
    public Builder terminationMessagePolicy(@Nullable String terminationMessagePolicy) {
      this.terminationMessagePolicy = terminationMessagePolicy;
      return this;
    }

    /** Sets {@code tty}. */
    public Builder tty(@Nullable Boolean tty) {
      this.tty = tty;
      return this;
    }

    /** Sets {@code volumeDevices}. */
    public Builder volumeDevices(List<VolumeDevice> volumeDevices) {
      this.volumeDevices = volumeDevices;
      return this;
    }

    /** Sets {@code volumeDevices}. */
    public Builder volumeDevices(VolumeDevice... volumeDevices) {
      return volumeDevices(List.of(volumeDevices));
    }

    /** Sets {@code volumeMounts}. */
    public Builder volumeMounts(List<VolumeMount> volumeMounts) {
      this.volumeMounts = volumeMounts;
      return this;
    }

    /** Sets {@code volumeMounts}. */
    public Builder volumeMounts(VolumeMount... volumeMounts) {
      return volumeMounts(List.of(volumeMounts));
    }

    /** Sets {@code workingDir}. */
    public Builder workingDir(@Nullable String workingDir) {
      this.workingDir = workingDir;
      return this;
    }

    /** Returns the record. */
    public Container build() {
      return new Container(
          name,
          args,
          command,
          env,
          envFrom,
          image,
          imagePullPolicy,
          lifecycle,
          livenessProbe,
          ports,
          readinessProbe,
          resizePolicy,
          resources,
          restartPolicy,
          restartPolicyRules,
          securityContext,
          startupProbe,
          stdin,
          stdinOnce,
          terminationMessagePath,
          terminationMessagePolicy,
          tty,
          volumeDevices,
          volumeMounts,
          workingDir);
    }
  }
}

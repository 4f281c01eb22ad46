package io.plimsoll.netpol.api;

import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.ObjectMeta;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an ingress controller lets in from outside, of which only the backends matter here. Mirrors {@code networking/v1
 * Ingress}.
 *
 * @param metadata its name
 * @param backends the services it leads to: that of the default backend, then those of the rules' paths in their order
 */
public record Ingress(ObjectMeta metadata, List<Backend> backends) implements ApiObject {

  /** The kind {@code networking.k8s.io/v1 Ingress}. */
  public static final Kind<Ingress> KIND =
      new Kind<>("networking.k8s.io/v1", "Ingress", Ingress::from);

  public Ingress {
    backends = List.copyOf(backends);
  }

  /** Reads the record from a tree. */
  public static Ingress from(Fields fields) {
    Fields spec = Fields.of(fields.value("spec"));
    List<Backend> backends = new ArrayList<>();
    add(backends, spec.object("defaultBackend", Backend::from));
    for (List<@Nullable Backend> paths : spec.list("rules", Ingress::paths)) {
      paths.forEach(backend -> add(backends, backend));
    }
    return new Ingress(fields.object("metadata", ObjectMeta::from, ObjectMeta.EMPTY), backends);
  }

  private static List<@Nullable Backend> paths(Fields rule) {
    List<@Nullable Backend> backends = new ArrayList<>();
    Fields.of(rule.value("http"))
        .list("paths", path -> path)
        .forEach(path -> backends.add(path.object("backend", Backend::from)));
    return backends;
  }

  private static void add(List<Backend> backends, @Nullable Backend backend) {
    if (backend != null && !backend.service().isEmpty()) {
      backends.add(backend);
    }
  }

  @Override
  public Kind<Ingress> objectKind() {
    return KIND;
  }

  /**
   * A service and the port of it that traffic goes to. Mirrors {@code networking/v1 IngressServiceBackend}.
   *
   * @param service the name of a service of the same namespace; empty for a backend that is none
   * @param portName the name of the service's port
   * @param portNumber the number of the service's port
   */
  public record Backend(
      String service, @Nullable String portName, @Nullable Integer portNumber) {

    /** Reads the record from the tree of an {@code IngressBackend}. */
    public static Backend from(Fields fields) {
      Fields service = Fields.of(fields.value("service"));
      Fields port = Fields.of(service.value("port"));
      return new Backend(service.text("name"), port.string("name"), port.int32("number"));
    }
  }
}

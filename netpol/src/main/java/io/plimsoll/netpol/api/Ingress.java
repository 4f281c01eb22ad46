package io.plimsoll.netpol.api;

import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.ObjectMeta;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an ingress controller lets in from outside, and where it leads. Mirrors {@code networking/v1 Ingress}.
 *
 * @param metadata its name
 * @param defaultBackend where it leads what no rule matches
 * @param rules where it leads the rest
 */
public record Ingress(ObjectMeta metadata, @Nullable Backend defaultBackend, List<Rule> rules)
    implements ApiObject {

  /** The kind {@code networking.k8s.io/v1 Ingress}. */
  public static final Kind<Ingress> KIND =
      new Kind<>("networking.k8s.io/v1", "Ingress", Ingress::from);

  public Ingress {
    rules = List.copyOf(rules);
  }

  /** Reads the record from a tree. */
  public static Ingress from(Fields fields) {
    Fields spec = Fields.of(fields.value("spec"));
    return new Ingress(
        fields.object("metadata", ObjectMeta::from, ObjectMeta.EMPTY),
        spec.object("defaultBackend", Backend::from),
        spec.list("rules", Rule::from));
  }

  @Override
  public Kind<Ingress> objectKind() {
    return KIND;
  }

  /**
   * Where requests to a host are led. Mirrors {@code networking/v1 IngressRule} and what its {@code http} holds.
   *
   * @param host the host, which may start with {@code *.}; absent means every host
   * @param paths its paths
   */
  public record Rule(@Nullable String host, List<Path> paths) {

    public Rule {
      paths = List.copyOf(paths);
    }

    /** Reads the record from a tree. */
    public static Rule from(Fields fields) {
      return new Rule(
          fields.string("host"), Fields.of(fields.value("http")).list("paths", Path::from));
    }
  }

  /**
   * Where requests to a path are led. Mirrors {@code networking/v1 HTTPIngressPath}.
   *
   * @param path the path; absent means every path
   * @param backend where they are led
   */
  public record Path(@Nullable String path, @Nullable Backend backend) {

    /** Reads the record from a tree. */
    public static Path from(Fields fields) {
      return new Path(fields.string("path"), fields.object("backend", Backend::from));
    }
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

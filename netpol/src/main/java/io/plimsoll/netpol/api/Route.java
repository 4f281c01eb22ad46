package io.plimsoll.netpol.api;

import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.IntOrString;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.ObjectMeta;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What OpenShift's router lets in from outside, and where it leads. Mirrors {@code route.openshift.io/v1 Route}.
 *
 * @param metadata its name
 * @param host the host; absent means one that the router makes
 * @param path the path; absent means every path
 * @param to where it leads
 * @param alternateBackends where it leads as well
 * @param targetPort number or name of the services' port; absent means all
 */
public record Route(
    ObjectMeta metadata,
    @Nullable String host,
    @Nullable String path,
    Target to,
    List<Target> alternateBackends,
    @Nullable IntOrString targetPort)
    implements ApiObject {

  /** The kind {@code route.openshift.io/v1 Route}. */
  public static final Kind<Route> KIND = new Kind<>("route.openshift.io/v1", "Route", Route::from);

  public Route {
    alternateBackends = List.copyOf(alternateBackends);
  }

  /** Reads the record from a tree. */
  public static Route from(Fields fields) {
    Fields spec = Fields.of(fields.value("spec"));
    return new Route(
        fields.object("metadata", ObjectMeta::from, ObjectMeta.EMPTY),
        spec.string("host"),
        spec.string("path"),
        Target.from(Fields.of(spec.value("to"))),
        spec.list("alternateBackends", Target::from),
        spec.object("port", port -> port.intOrString("targetPort")));
  }

  @Override
  public Kind<Route> objectKind() {
    return KIND;
  }

  /**
   * A service that traffic is led to. Mirrors {@code route.openshift.io/v1 RouteTargetReference}.
   *
   * @param kind {@code Service}, or empty, which means the same
   * @param name the name of a service of the same namespace
   * @param weight its part of the traffic, 0 for none; absent means 100
   */
  public record Target(String kind, String name, @Nullable Integer weight) {

    /** Reads the record from a tree. */
    public static Target from(Fields fields) {
      return new Target(fields.text("kind"), fields.text("name"), fields.int32("weight"));
    }
  }
}

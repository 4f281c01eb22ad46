package io.plimsoll.netpol.api;

import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.IntOrString;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.ObjectMeta;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What OpenShift's router lets in from outside, of which only the targets matter here. Mirrors {@code route.openshift.io/v1
 * Route}.
 *
 * @param metadata its name
 * @param services the names of services of the same namespace: that of {@code to}, then those of the alternate backends
 * @param targetPort number or name of the services' port; absent means all
 */
public record Route(
    ObjectMeta metadata, List<String> services, @Nullable IntOrString targetPort)
    implements ApiObject {

  /** The kind {@code route.openshift.io/v1 Route}. */
  public static final Kind<Route> KIND = new Kind<>("route.openshift.io/v1", "Route", Route::from);

  public Route {
    services = List.copyOf(services);
  }

  /** Reads the record from a tree. */
  public static Route from(Fields fields) {
    Fields spec = Fields.of(fields.value("spec"));
    List<String> services = new ArrayList<>();
    services.add(service(Fields.of(spec.value("to"))));
    services.addAll(spec.list("alternateBackends", Route::service));
    services.removeIf(String::isEmpty);
    return new Route(
        fields.object("metadata", ObjectMeta::from, ObjectMeta.EMPTY),
        services,
        spec.object("port", port -> port.intOrString("targetPort")));
  }

  private static String service(Fields target) {
    String kind = target.text("kind");
    return kind.isEmpty() || kind.equals("Service") ? target.text("name") : "";
  }

  @Override
  public Kind<Route> objectKind() {
    return KIND;
  }
}

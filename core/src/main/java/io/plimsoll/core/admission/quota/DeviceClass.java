package io.plimsoll.core.admission.quota;

import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.ObjectMeta;

/**
 * A kind of device. Mirrors {@code resource.k8s.io/v1 DeviceClass}.
 *
 * @param metadata its name
 * @param extendedResourceName the name by which containers can ask for it as for a resource, or empty
 */
record DeviceClass(ObjectMeta metadata, String extendedResourceName) implements ApiObject {

  static final Kind<DeviceClass> KIND =
      new Kind<>("resource.k8s.io/v1", "DeviceClass", DeviceClass::from);

  static DeviceClass from(Fields fields) {
    return new DeviceClass(
        fields.object("metadata", ObjectMeta::from, ObjectMeta.EMPTY),
        Trees.object(fields, "spec").text("extendedResourceName"));
  }

  @Override
  public Kind<DeviceClass> objectKind() {
    return KIND;
  }
}

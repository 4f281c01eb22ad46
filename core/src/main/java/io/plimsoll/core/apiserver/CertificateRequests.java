package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who asks for a certificate, which the server writes into the request itself. Mirrors {@code csrStrategy.PrepareForCreate}. */
final class CertificateRequests {

  private CertificateRequests() {}

  static MappingValue askedBy(User user, MappingValue request) {
    MappingValue spec = Fields.of(request.get("spec")).tree();
    spec = spec.with("username", ScalarValue.of(user.name())).without("extra");
    spec =
        user.uid().isEmpty() ? spec.without("uid") : spec.with("uid", ScalarValue.of(user.uid()));
    spec = spec.with("groups", texts(user.groups()));
    if (!user.extra().isEmpty()) {
      Map<String, Value> extra = new LinkedHashMap<>();
      user.extra().forEach((key, values) -> extra.put(key, texts(values)));
      spec = spec.with("extra", MappingValue.of(extra));
    }
    return request.with("spec", spec).without("status");
  }

  private static SequenceValue texts(List<String> texts) {
    return SequenceValue.of(texts.stream().map(ScalarValue::of).toList());
  }
}

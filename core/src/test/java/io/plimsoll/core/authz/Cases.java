package io.plimsoll.core.authz;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.FieldRequirement;
import io.plimsoll.core.request.User;
import io.plimsoll.testkit.ConformanceCase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The parts that cases of the conformance data are made of. */
final class Cases {

  private Cases() {}

  static Fields fields(ConformanceCase conformanceCase) {
    return Fields.of(
        Documents.read(Source.of(conformanceCase.name(), conformanceCase.text()), Limits.DEFAULT)
            .roots()
            .get(0));
  }

  static User user(Fields request) {
    Fields user = Fields.of(request.value("user"));
    Fields extra = Fields.of(user.value("extra"));
    Map<String, List<String>> values = new LinkedHashMap<>();
    extra.names().forEach(key -> values.put(key, extra.strings(key)));
    return new User(user.text("name"), user.text("uid"), user.strings("groups"), values);
  }

  static Attributes attributes(Fields request) {
    return new Attributes(
            request.text("verb"),
            request.text("apiGroup"),
            "*",
            request.text("resource"),
            request.text("subresource"),
            request.text("namespace"),
            request.text("name"),
            request.text("path"),
            Boolean.TRUE.equals(request.bool("resourceRequest")))
        .selecting(
            request.list(
                "fieldSelector",
                one -> new FieldRequirement(
                    one.text("field"), one.text("operator"), one.text("value"))),
            List.of());
  }

  /** Judges the decisions and reasons of all requests of a case. */
  static void sameDecisions(
      ConformanceCase conformanceCase, Fields fields, Authorizer authorizer, Cluster cluster) {
    for (Fields request : fields.list("requests", Function.identity())) {
      Authorization answer = authorizer.authorize(cluster, user(request), attributes(request));
      conformanceCase.same(
          request.tree() + "\n" + request.text("decision") + " " + request.text("reason"),
          request.tree() + "\n" + answer.decision() + " " + answer.reason());
    }
  }
}

package io.plimsoll.rbac;

import io.plimsoll.core.model.FieldSelector;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Selector;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.FieldRequirement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the paths of the recordings ask for: enough of the server's rules for them. */
final class ChainPaths {

  private ChainPaths() {}

  static Attributes attributes(Fields request) {
    String method = request.text("method");
    String path = request.text("path");
    List<String> parts = List.of(path.substring(1).split("/"));
    boolean core = parts.get(0).equals("api");
    int first = core ? 2 : 3;
    if (!(core || parts.get(0).equals("apis")) || parts.size() <= first) {
      return Attributes.ofPath(method.toLowerCase(Locale.ROOT), path);
    }
    List<String> rest = parts.subList(first, parts.size());
    String namespace = "";
    if (rest.get(0).equals("namespaces") && rest.size() > 1) {
      namespace = rest.get(1);
      if (rest.size() > 2 && !List.of("status", "finalize").contains(rest.get(2))) {
        rest = rest.subList(2, rest.size());
      }
    }
    String resource = rest.get(0);
    String name = rest.size() > 1 ? rest.get(1) : "";
    String subresource = rest.size() > 2 ? rest.get(2) : "";
    Fields query = Fields.of(request.value("query"));
    String verb = switch (method) {
      case "POST" -> "create";
      case "PUT" -> "update";
      case "PATCH" -> "patch";
      case "DELETE" -> name.isEmpty() ? "deletecollection" : "delete";
      default -> !name.isEmpty() ? "get" : query.text("watch").isEmpty() ? "list" : "watch";
    };
    Optional<FieldSelector> fields = FieldSelector.tryParse(query.text("fieldSelector"));
    if (List.of("list", "watch").contains(verb) && name.isEmpty()) {
      name = fields.flatMap(one -> one.exactMatch("metadata.name")).orElse("");
    }
    return new Attributes(
            verb,
            core ? "" : parts.get(1),
            core ? parts.get(1) : parts.get(2),
            resource,
            subresource,
            namespace,
            name,
            path,
            true)
        .selecting(
            fields.map(FieldRequirement::of).orElse(List.of()),
            Selector.tryParse(query.text("labelSelector"))
                .map(Selector::requirements)
                .orElse(List.of()));
  }
}

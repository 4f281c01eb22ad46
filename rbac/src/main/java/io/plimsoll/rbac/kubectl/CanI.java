package io.plimsoll.rbac.kubectl;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import io.plimsoll.core.schema.ApiResource;
import io.plimsoll.core.schema.ResourceCatalog;
import io.plimsoll.rbac.Rbac;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The command {@code kubectl auth can-i}. Mirrors {@code kubectl/pkg/cmd/auth/cani.go}.
 *
 * <p>The answer is that of RBAC behind the group {@code system:masters}. As with {@code kubectl}, {@code pods/log} is the pod of
 * the name {@code log}; a hint says so. What {@code --list} prints is a {@link CanIList}.
 */
public final class CanI {

  private static final Set<String> RESOURCE_VERBS = Set.of(
      "get",
      "list",
      "watch",
      "create",
      "update",
      "patch",
      "delete",
      "deletecollection",
      "use",
      "bind",
      "impersonate",
      "*",
      "approve",
      "sign",
      "escalate",
      "attest");

  private static final Set<String> URL_VERBS =
      Set.of("get", "put", "post", "head", "options", "delete", "patch", "*");

  private final Rbac rbac;
  private final ResourceCatalog catalog;

  private CanI(Rbac rbac, ResourceCatalog catalog) {
    this.rbac = rbac;
    this.catalog = catalog;
  }

  /** Returns the command for a cluster that serves the resources of Kubernetes. */
  public static CanI of(Rbac rbac) {
    return of(rbac, ResourceCatalog.kubernetes());
  }

  /** Returns the command for a cluster that serves these resources. */
  public static CanI of(Rbac rbac, ResourceCatalog catalog) {
    return new CanI(rbac, catalog);
  }

  /** Returns whether a user can do what the question names. */
  public CanIAnswer ask(User user, CanIQuestion question) {
    return question.isUrl() ? askUrl(user, question) : askResource(user, question);
  }

  /** Returns what a user can do in a namespace, without regard to the group {@code system:masters}. */
  public CanIList list(User user, String namespace) {
    return CanIList.of(rbac.rulesFor(user, namespace));
  }

  private CanIAnswer askUrl(User user, CanIQuestion question) {
    Attributes request = Attributes.ofPath(question.verb(), question.what());
    List<String> warnings =
        URL_VERBS.contains(question.verb()) ? List.of() : List.of(unknownVerb(question));
    return new CanIAnswer(request, rbac.canWithMasters(user, request), warnings, List.of());
  }

  private CanIAnswer askResource(User user, CanIQuestion question) {
    int slash = question.what().indexOf('/');
    String typed = slash < 0 ? question.what() : question.what().substring(0, slash);
    String name = slash < 0 ? "" : question.what().substring(slash + 1);
    TypedResource resource = TypedResource.of(typed, catalog);

    Attributes request = Attributes.ofResource(question.verb(), resource.group(), resource.name())
        .subresource(question.subresource())
        .in(question.namespace())
        .named(name);
    return new CanIAnswer(
        request,
        rbac.canWithMasters(user, request),
        warnings(question, resource),
        hints(question, resource, name));
  }

  private static List<String> warnings(CanIQuestion question, TypedResource resource) {
    List<String> warnings = new ArrayList<>();
    resource.warning().ifPresent(warnings::add);
    // kubectl looks neither at scope nor at verb where all namespaces or nothing at all is meant.
    if (question.namespace().isEmpty() || resource.isEmpty()) {
      return warnings;
    }
    resource
        .found()
        .filter(found -> !found.namespaced())
        .ifPresent(found -> warnings.add("resource '" + found.name() + "' is not namespace scoped"
            + (found.group().isEmpty() ? "" : " in group '" + found.group() + "'")));
    if (!RESOURCE_VERBS.contains(question.verb())) {
      warnings.add(unknownVerb(question));
    }
    return warnings;
  }

  private static String unknownVerb(CanIQuestion question) {
    return "verb '" + question.verb() + "' is not a known verb";
  }

  private List<String> hints(CanIQuestion question, TypedResource resource, String name) {
    List<String> hints = new ArrayList<>();
    resource.suggestion(catalog).ifPresent(like -> hints.add("did you mean " + like));
    if (!RESOURCE_VERBS.contains(question.verb())) {
      catalog.nearestVerb(question.verb()).ifPresent(verb -> hints.add("did you mean " + verb));
    }
    if (question.subresource().isEmpty() && hasSubresource(resource, name)) {
      hints.add(GoText.quote(name) + " is taken as the name of an object; "
          + "the subresource is asked for with --subresource=" + name);
    }
    return hints;
  }

  private static boolean hasSubresource(TypedResource resource, String name) {
    return resource
        .found()
        .flatMap((ApiResource found) -> found.subresource(name))
        .isPresent();
  }
}

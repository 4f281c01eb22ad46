package io.plimsoll.rbac.kubectl;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.ApiObject;
import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.Subject;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The output of {@code kubectl auth reconcile}. Mirrors {@code printResults} of {@code kubectl/pkg/cmd/auth/reconcile.go}. */
final class ReconcileText {

  private final StringBuilder text = new StringBuilder();

  private ReconcileText() {}

  static String of(Reconciliation reconciliation) {
    ReconcileText text = new ReconcileText();
    text.head(reconciliation);
    if (reconciliation.operation() == Operation.NONE) {
      return text.text.toString();
    }
    if (reconciliation instanceof Reconciliation.OfRole role) {
      text.list("missing rules added", role.missingRules(), ReconcileText::rule);
      if (role.removesExtra()) {
        text.list("extra rules removed", role.extraRules(), ReconcileText::rule);
      }
    } else if (reconciliation instanceof Reconciliation.OfBinding binding) {
      text.list("missing subjects added", binding.missingSubjects(), ReconcileText::subject);
      if (binding.removesExtra()) {
        text.list("extra subjects removed", binding.extraSubjects(), ReconcileText::subject);
      }
    }
    return text.text.toString();
  }

  private void head(Reconciliation reconciliation) {
    ApiObject object = reconciliation.result();
    text.append(object.objectKind().kind().toLowerCase(Locale.ROOT))
        .append('.')
        .append(object.objectKind().group())
        .append('/')
        .append(object.metadata().nameOrEmpty())
        .append(" reconciled (dry run)\n");
    if (reconciliation.operation() != Operation.NONE) {
      text.append("\treconciliation required ")
          .append(reconciliation.operation())
          .append(
              reconciliation.isProtected()
                  ? ", but object opted out (rbac.authorization.kubernetes.io/autoupdate: false)"
                  : "")
          .append('\n');
    }
  }

  private <T> void list(String header, List<T> items, Function<T, String> print) {
    if (!items.isEmpty()) {
      text.append('\t').append(header).append(":\n");
      items.forEach(item -> text.append("\t\t").append(print.apply(item)).append('\n'));
    }
  }

  /** The rule as {@code %+v} prints it. */
  private static String rule(PolicyRule rule) {
    return "{Verbs:" + GoText.list(rule.verbs())
        + " APIGroups:" + GoText.list(rule.apiGroups())
        + " Resources:" + GoText.list(rule.resources())
        + " ResourceNames:" + GoText.list(rule.resourceNames())
        + " NonResourceURLs:" + GoText.list(rule.nonResourceURLs()) + "}";
  }

  private static String subject(Subject subject) {
    return "{Kind:" + subject.kind()
        + " APIGroup:" + subject.apiGroup()
        + " Name:" + subject.name()
        + " Namespace:" + subject.namespace() + "}";
  }
}

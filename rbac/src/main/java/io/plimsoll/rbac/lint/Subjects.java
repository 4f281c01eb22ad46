package io.plimsoll.rbac.lint;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.finding.Patch;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.request.User;
import io.plimsoll.rbac.Role;
import io.plimsoll.rbac.Subject;
import java.util.List;
import java.util.Optional;

/** Finds subjects that are nobody, or more than people think. */
final class Subjects {

  private static final String NAME = "name";
  private static final String NAMESPACE = "namespace";

  private final Accounts accounts;
  private final Effort effort;

  Subjects(Facts facts, Effort effort) {
    this.accounts = facts.accounts();
    this.effort = effort;
  }

  void check(WrittenBinding written, List<Finding> found) {
    List<Subject> subjects = written.binding().subjects();
    if (subjects.isEmpty()) {
      found.add(LintRule.NO_SUBJECTS.at(
          written.object(),
          WrittenBinding.SUBJECTS,
          "the binding has no subjects, it is for nobody"));
    }
    for (int i = 0; i < subjects.size(); i++) {
      Subject subject = subjects.get(i);
      form(written, i, subject, found);
      Subject meant = written.subject(i);
      switch (meant.kind()) {
        case Subject.SERVICE_ACCOUNT -> account(written, i, meant, found);
        case Subject.GROUP -> {
          group(written, i, meant.name(), found);
          star(written, i, "group", found);
        }
        case Subject.USER -> {
          user(written, i, meant.name(), found);
          star(written, i, "user", found);
        }
        default -> {
          // What the API server says of such kinds is told elsewhere.
        }
      }
    }
  }

  /** Looks at the fields that have to fit the kind. */
  private static void form(
      WrittenBinding written, int index, Subject subject, List<Finding> found) {
    boolean account = subject.kind().equals(Subject.SERVICE_ACCOUNT);
    boolean other = subject.kind().equals(Subject.USER) || subject.kind().equals(Subject.GROUP);
    if (!account && !other) {
      return;
    }
    FieldPath path = WrittenBinding.path(index);
    String right = account ? "" : Role.KIND.group();
    if (!subject.withDefaults().apiGroup().equals(right)) {
      found.add(WrongGroups.finding(written, path.field("apiGroup"), subject.apiGroup(), right));
    }
    if (other && !subject.namespace().isEmpty()) {
      found.add(LintRule.NAMESPACE_OF_USER
          .at(
              written.object(),
              path.field(NAMESPACE),
              "a " + subject.kind() + " is in no namespace, the field means nothing")
          .withFix(Patch.of(new Patch.Operation.Remove(path.field(NAMESPACE)))));
    }
  }

  private void account(WrittenBinding written, int index, Subject account, List<Finding> found) {
    if (account.name().isEmpty()) {
      return;
    }
    FieldPath path = WrittenBinding.path(index);
    if (account.namespace().isEmpty()) {
      found.add(withoutNamespace(written, path, account));
    } else if (account.name().equals(Accounts.DEFAULT)) {
      found.add(LintRule.DEFAULT_SERVICE_ACCOUNT.at(
          written.object(),
          path.field(NAME),
          "every pod in namespace " + GoText.quote(account.namespace())
              + " that names no service account gets this role"));
    } else if (!accounts.has(account)) {
      missing(written, index, account).ifPresent(found::add);
    }
  }

  private Finding withoutNamespace(WrittenBinding written, FieldPath path, Subject account) {
    Optional<Subject> only = accounts.only(account.name());
    Finding finding = LintRule.SERVICE_ACCOUNT_WITHOUT_NAMESPACE.at(
        written.object(),
        path.field(NAMESPACE),
        "a service account in a ClusterRoleBinding needs its namespace, the API server refuses it"
            + " without" + only.map(one -> "; did you mean " + one).orElse(""));
    return only.flatMap(one -> written
            .set(path.field(NAMESPACE), one.namespace())
            .map(fix -> finding.withAllowed(List.of(one.namespace())).withFix(fix)))
        .orElse(finding);
  }

  /** Returns what there is to say; nothing of a name that the API server refuses, unless one that is alike is meant. */
  private Optional<Finding> missing(WrittenBinding written, int index, Subject account) {
    boolean refused = !Names.dnsSubdomainErrors(account.name()).isEmpty();
    boolean described = accounts.describe(account.namespace());
    Optional<Subject> like = accounts.nearest(account, effort);
    String sentence = "there is no ServiceAccount " + GoText.quote(account.name())
        + " in namespace " + GoText.quote(account.namespace());
    if (like.isEmpty() && refused) {
      return Optional.empty();
    }
    if (like.isEmpty()) {
      Severity grade = described ? Severity.WARNING : Severity.INFO;
      String why = described ? "" : " here; it may come from elsewhere, as the namespace does";
      return Optional.of(LintRule.MISSING_SERVICE_ACCOUNT.at(
          written.object(), nameOf(index), grade, sentence + why));
    }
    boolean elsewhere = like.get().name().equals(account.name());
    String meant = elsewhere ? like.get().namespace() : like.get().name();
    FieldPath field = elsewhere ? WrittenBinding.path(index).field(NAMESPACE) : nameOf(index);
    Finding finding = LintRule.MISSING_SERVICE_ACCOUNT
        .at(
            written.object(),
            field,
            described || refused ? Severity.ERROR : Severity.WARNING,
            sentence + "; did you mean " + (elsewhere ? "namespace " : "") + GoText.quote(meant))
        .withAllowed(List.of(meant));
    // A user by the name of a service account is left to its author.
    boolean plain = written.binding().subjects().get(index).kind().equals(Subject.SERVICE_ACCOUNT);
    return Optional.of(
        plain ? written.set(field, meant).map(finding::withFix).orElse(finding) : finding);
  }

  /** A star in the name of a user or group stands for itself. */
  private static void star(WrittenBinding written, int index, String what, List<Finding> found) {
    String name = written.subject(index).name();
    if (name.indexOf('*') < 0) {
      return;
    }
    Finding finding = LintRule.SUBJECT_PATTERN.at(
        written.object(),
        nameOf(index),
        GoText.quote(name) + " is taken as the name of one " + what
            + "; all users are in the group " + GoText.quote(User.AUTHENTICATED)
            + ", the service accounts of a namespace in "
            + GoText.quote(User.SERVICE_ACCOUNTS + ":NAMESPACE"));
    found.add(written.remove(index).map(finding::withFix).orElse(finding));
  }

  private static FieldPath nameOf(int index) {
    return WrittenBinding.path(index).field(NAME);
  }

  private static void group(WrittenBinding written, int index, String name, List<Finding> found) {
    FieldPath path = WrittenBinding.path(index).field(NAME);
    switch (name) {
      case User.UNAUTHENTICATED ->
        found.add(LintRule.ANONYMOUS.at(
            written.object(), path, "everybody who reaches the API server gets this role unasked"));
      case User.AUTHENTICATED ->
        found.add(LintRule.EVERYBODY.at(
            written.object(), path, "all users and all service accounts get this role"));
      case User.SERVICE_ACCOUNTS ->
        found.add(LintRule.EVERYBODY.at(
            written.object(), path, "all service accounts of all namespaces get this role"));
      case User.MASTERS ->
        found.add(LintRule.MASTERS.at(
            written.object(),
            path,
            "system:masters may do everything without any role, and taking this one away changes"
                + " nothing"));
      default -> {
        // Only the groups that Kubernetes itself puts people into are known.
      }
    }
  }

  private static void user(WrittenBinding written, int index, String name, List<Finding> found) {
    if (name.equals(User.ANONYMOUS.name())) {
      found.add(LintRule.ANONYMOUS.at(
          written.object(),
          WrittenBinding.path(index).field(NAME),
          "everybody who reaches the API server gets this role unasked"));
    }
  }
}

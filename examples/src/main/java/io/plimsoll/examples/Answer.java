package io.plimsoll.examples;

import io.plimsoll.core.apiserver.Response;
import io.plimsoll.core.apiserver.TraceStep;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.manifest.YamlWriter;
import io.plimsoll.core.request.User;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the API server answered to something that was tried.
 *
 * @param who who tried it
 * @param what what was tried
 * @param response the answer
 */
record Answer(String who, String what, Response response) {

  /** Returns the answer, what each stage and plug-in did, and what it changed, a line each. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(who + ": " + what);
    lines.add("  " + response.code()
        + (response.isSuccess() ? " done" : " " + response.message().strip()));
    response.warnings().forEach(text -> lines.add("  warning: " + text));
    for (TraceStep step : response.trace()) {
      if (!step.isQuiet()) {
        lines.add("    " + step);
        step.patch().operations().forEach(operation -> lines.add("      " + operation));
      }
    }
    if (response.isSuccess() && response.body() instanceof Response.Body.OfText of) {
      of.text().lines().forEach(line -> lines.add("  " + line));
    }
    return lines;
  }

  String text() {
    return String.join("\n", lines()) + "\n";
  }

  /** Returns the object of the answer, or the status; the rest are comments. */
  String yaml() {
    StringBuilder yaml = new StringBuilder();
    lines().forEach(line -> yaml.append("# ").append(line).append('\n'));
    response.object().ifPresent(object -> yaml.append(YamlWriter.write(object)));
    return yaml.append("---\n").toString();
  }

  /** Returns all of the answer. */
  Value tree() {
    Map<String, Value> tree = new LinkedHashMap<>();
    tree.put("user", ScalarValue.of(who));
    tree.put("request", ScalarValue.of(what));
    tree.put("code", ScalarValue.of(response.code()));
    tree.put("body", body());
    tree.put("warnings", texts(response.warnings()));
    tree.put("audit", audit());
    tree.put(
        "trace", SequenceValue.of(response.trace().stream().map(Answer::step).toList()));
    return MappingValue.of(tree);
  }

  private Value body() {
    if (response.body() instanceof Response.Body.OfObject of) {
      return of.object();
    }
    return response.body() instanceof Response.Body.OfStatus of
        ? of.status().toTree()
        : ScalarValue.of(((Response.Body.OfText) response.body()).text());
  }

  private Value audit() {
    Map<String, Value> tree = new LinkedHashMap<>();
    response.audit().user().ifPresent(user -> tree.put("user", user(user)));
    response.audit().impersonated().ifPresent(user -> tree.put("impersonatedUser", user(user)));
    Map<String, Value> annotations = new LinkedHashMap<>();
    response
        .audit()
        .annotations()
        .forEach((key, text) -> annotations.put(key, ScalarValue.of(text)));
    tree.put("annotations", MappingValue.of(annotations));
    return MappingValue.of(tree);
  }

  private static Value user(User user) {
    Map<String, Value> tree = new LinkedHashMap<>();
    tree.put("name", ScalarValue.of(user.name()));
    tree.put("groups", texts(user.groups()));
    return MappingValue.of(tree);
  }

  private static Value step(TraceStep step) {
    Map<String, Value> tree = new LinkedHashMap<>();
    tree.put("stage", ScalarValue.of(step.stage().toString()));
    if (!step.component().isEmpty()) {
      tree.put("component", ScalarValue.of(step.component()));
    }
    tree.put("outcome", ScalarValue.of(step.outcome()));
    if (!step.detail().isEmpty()) {
      tree.put("detail", ScalarValue.of(step.detail()));
    }
    if (step.change().isPresent()) {
      tree.put("patch", step.patch().toTree());
    }
    return MappingValue.of(tree);
  }

  private static Value texts(List<String> texts) {
    return SequenceValue.of(texts.stream().map(ScalarValue::of).toList());
  }
}

package io.plimsoll.examples;

import io.plimsoll.core.apiserver.ApiServer;
import io.plimsoll.core.apiserver.Response;
import io.plimsoll.core.apiserver.TraceStep;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.YamlWriter;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.Request;
import io.plimsoll.core.request.Requester;
import io.plimsoll.core.request.User;
import io.plimsoll.posture.Posture;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the API server would answer if somebody tried something: {@code create deployments -n shop}, {@code delete pods web -n shop}.
 * What is created are the objects of the manifests, on a cluster that does not have them yet.
 */
final class Trial {

  private final Cluster cluster;
  private final Requester requester;
  private final String who;
  private final boolean yaml;
  private final ApiServer server = Posture.apiServer();

  private Trial(Cluster cluster, Requester requester, String who, boolean yaml) {
    this.yaml = yaml;
    this.cluster = cluster;
    this.requester = requester;
    this.who = who;
  }

  static Trial of(Cluster manifests, String user, List<String> groups, boolean yaml) {
    User asked = User.of(user, groups.toArray(String[]::new));
    return new Trial(Posture.running(manifests), Request.as(asked), user, yaml);
  }

  /** What is to be tried: a verb, a resource, perhaps a name, perhaps a namespace. */
  private record Question(Attributes attributes, String resource) {

    static Question parse(String text) {
      List<String> words = new ArrayList<>(List.of(text.trim().split("\\s+")));
      String namespace = "";
      int flag = Math.max(words.indexOf("-n"), words.indexOf("--namespace"));
      if (flag >= 0 && flag + 1 < words.size()) {
        namespace = words.remove(flag + 1);
        words.remove(flag);
      }
      if (words.size() < 2 || words.size() > 3) {
        throw new IllegalArgumentException(
            "must be VERB RESOURCE [NAME] [-n NAMESPACE]: \"" + text + "\"");
      }
      Attributes asked = Request.of(words.get(0), words.get(1)).in(namespace);
      return new Question(words.size() > 2 ? asked.named(words.get(2)) : asked, words.get(1));
    }
  }

  /** Returns the answers with their traces, as text. */
  String answer(String text) {
    Question question = Question.parse(text);
    StringBuilder answers = new StringBuilder();
    if (question.attributes().verb().equals("create")) {
      List<KubeObject> objects = objects(question.attributes());
      if (objects.isEmpty()) {
        return "there is nothing like that in the manifests: " + question.attributes() + "\n";
      }
      for (KubeObject object : objects) {
        Response response = server.handle(cluster.without(object.ref()), requester.create(object));
        append(answers, "create " + object, response);
      }
      return answers.toString();
    }
    append(answers, question.attributes().toString(), server.handle(cluster, request(question)));
    return answers.toString();
  }

  private List<KubeObject> objects(Attributes asked) {
    Stream<KubeObject> all = cluster.objects().stream()
        .filter(object -> object.ref().group().equals(asked.apiGroup()))
        .filter(object ->
            Request.of("create", object.ref().kind()).resource().equals(asked.resource()));
    return all.filter(object ->
            asked.namespace().isEmpty() || object.ref().namespace().equals(asked.namespace()))
        .filter(object -> asked.name().isEmpty() || object.ref().name().equals(asked.name()))
        .toList();
  }

  private ApiRequest request(Question question) {
    Attributes asked = question.attributes();
    return switch (asked.verb()) {
      case "get" -> requester.get(question.resource(), asked.namespace(), asked.name());
      case "list" -> requester.list(question.resource(), asked.namespace());
      case "delete" -> requester.delete(question.resource(), asked.namespace(), asked.name());
      default ->
        throw new IllegalArgumentException(
            "must be create, get, list or delete: \"" + asked.verb() + "\"");
    };
  }

  private void append(StringBuilder answers, String what, Response response) {
    List<String> lines = new ArrayList<>();
    lines.add(who + ": " + what);
    lines.add("  " + response.code() + (response.isSuccess() ? " done" : " " + response.message()));
    response.warnings().forEach(text -> lines.add("  warning: " + text));
    for (TraceStep step : response.trace()) {
      lines.add("    " + step);
      step.patch().operations().forEach(operation -> lines.add("      " + operation));
    }
    for (String line : lines) {
      answers.append(yaml ? "# " : "").append(line).append('\n');
    }
    if (yaml) {
      response.object().ifPresent(object -> answers.append(YamlWriter.write(object)));
      answers.append("---\n");
    }
  }
}

package io.plimsoll.examples;

import io.plimsoll.core.apiserver.ApiServer;
import io.plimsoll.core.apiserver.Response;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.JsonWriter;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Request;
import io.plimsoll.core.request.Requester;
import io.plimsoll.core.request.User;
import io.plimsoll.posture.Posture;
import io.plimsoll.posture.ServerFlags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the API server would answer if somebody tried something: {@code create deployments -n shop}, {@code delete pods web -n shop}.
 * What is created are the objects of the manifests, on a cluster that does not have them yet; what is updated are those objects, by
 * themselves.
 */
final class Trial {

  private static final User ROOT = User.of("root", "system:masters");

  private final Cluster manifests;
  private final Cluster cluster;
  private final User user;
  private final Requester requester;
  private final String output;
  private final ApiServer server;

  private Trial(Cluster manifests, ServerFlags flags, User user, String output) {
    this.manifests = manifests;
    this.cluster = Posture.running(manifests, flags);
    this.server = Posture.apiServer(flags);
    this.user = user;
    this.requester = Request.as(user);
    this.output = output;
  }

  /** Asks a server that is started with flags; an {@link IllegalArgumentException} says why it does not start. */
  static Trial of(Cluster manifests, ServerFlags flags, Options options) {
    User asked = User.of(options.as(), options.groups().toArray(String[]::new));
    return new Trial(manifests, flags, asked, options.output());
  }

  /** Returns the answers with their traces; an {@link IllegalArgumentException} says what is wrong with the question. */
  String answer(String text) {
    Question question = Question.parse(text);
    List<Answer> answers = new ArrayList<>();
    if (question.isAboutManifests()) {
      for (KubeObject object : objects(question)) {
        String what = question.verb() + " " + object;
        answers.add(new Answer(user.name(), what, send(question, object)));
      }
      if (answers.isEmpty()) {
        return "there is nothing like that in the manifests: " + question + "\n";
      }
    } else {
      Response response = server.handle(cluster, request(question));
      answers.add(new Answer(user.name(), question.toString(), response));
    }
    return printed(answers);
  }

  private String printed(List<Answer> answers) {
    return switch (output) {
      case "json" -> {
        List<Value> trees = answers.stream().map(Answer::tree).toList();
        yield JsonWriter.pretty(MappingValue.of(Map.of("answers", SequenceValue.of(trees))));
      }
      case "yaml" -> answers.stream().map(Answer::yaml).collect(Collectors.joining());
      default -> answers.stream().map(Answer::text).collect(Collectors.joining());
    };
  }

  private Response send(Question question, KubeObject object) {
    return question.verb().equals("create")
        ? server.handle(cluster.without(object.ref()), requester.create(object))
        : server.handle(cluster, requester.update(object));
  }

  private List<KubeObject> objects(Question asked) {
    Cluster from = asked.verb().equals("create") ? manifests : cluster;
    return from.objects(asked.resource().group(), asked.resource().kind()).stream()
        .filter(object ->
            asked.namespace().isEmpty() || object.ref().namespace().equals(asked.namespace()))
        .filter(object -> asked.name().isEmpty() || object.ref().name().equals(asked.name()))
        .toList();
  }

  private ApiRequest request(Question question) {
    String path = question.path();
    return switch (question.verb()) {
      case "create" -> body("POST", path, question, plainBody(question));
      case "update" -> body("PUT", path, question, currentBody(question));
      case "patch" -> patch(path, question);
      case "watch" -> by("GET", path).withParameter("watch", "true");
      case "delete", "deletecollection" -> by("DELETE", path);
      default -> by("GET", path);
    };
  }

  private ApiRequest by(String method, String path) {
    return ApiRequest.of(method, path).as(user);
  }

  private ApiRequest body(String method, String path, Question question, String usual) {
    String body = question.body().isEmpty() ? usual : question.body();
    return body.isEmpty() ? by(method, path) : by(method, path).withBody("application/json", body);
  }

  /** Streams are opened without a body; what else is created as a part of an object at least says its name. */
  private static String plainBody(Question question) {
    return switch (question.subresource()) {
      case "exec", "attach", "portforward", "proxy" -> "";
      default -> "{\"metadata\": {\"name\": \"" + question.name() + "\"}}";
    };
  }

  /** Returns what is there, to be put in its own place. */
  private String currentBody(Question question) {
    ApiRequest read = ApiRequest.of("GET", question.path()).as(ROOT);
    return server
        .handle(cluster, read)
        .object()
        .map(MappingValue::toString)
        .orElseGet(() -> plainBody(question));
  }

  /** A list is a JSON patch, an object a merge patch; the patch of nothing changes nothing. */
  private ApiRequest patch(String path, Question question) {
    String body = question.body().isEmpty() ? "{}" : question.body();
    String type = body.startsWith("[") ? "json-patch" : "merge-patch";
    return by("PATCH", path).withBody("application/" + type + "+json", body);
  }
}

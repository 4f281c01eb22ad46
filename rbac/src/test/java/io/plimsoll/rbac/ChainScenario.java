package io.plimsoll.rbac;

import io.plimsoll.core.authz.Abac;
import io.plimsoll.core.authz.AuthorizationConfiguration;
import io.plimsoll.core.authz.AuthorizationOptions;
import io.plimsoll.core.authz.AuthorizerTypes;
import io.plimsoll.core.authz.SubjectAccessReviewer.Answer;
import io.plimsoll.core.authz.Union;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.User;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A scenario of the recordings of the chain, as far as authorization goes: settings and objects of the server, and requests. */
final class ChainScenario {

  private static final List<String> DEFAULT_MODES = List.of("Node", "RBAC");

  private final Fields scenario;
  private final Fields server;

  ChainScenario(Fields scenario) {
    this.scenario = scenario;
    this.server = Fields.of(scenario.value("server"));
  }

  String name() {
    return scenario.text("name");
  }

  Fields server() {
    return server;
  }

  /** Returns the requests with their answers. */
  List<Fields> steps() {
    return scenario.has("steps") ? scenario.list("steps", step -> step) : List.of(scenario);
  }

  Cluster cluster() {
    List<KubeObject> objects =
        new ArrayList<>(scenario.list("objects", object -> KubeObject.of(object.tree())));
    return BootstrapPolicy.addTo(Cluster.of(objects));
  }

  /** Returns the authorizers that the settings describe; throws with the error with which the server did not start. */
  Union authorizer() {
    AuthorizerTypes types = AuthorizerTypes.standard().with("RBAC", new RbacAuthorizer());
    AuthorizationConfiguration configuration = configuration();
    if (server.has("abacPolicy")) {
      try {
        types = types.with("ABAC", Abac.parse("abac.jsonl", server.text("abacPolicy")));
      } catch (IllegalArgumentException refused) {
        throw new IllegalArgumentException(
            "invalid authorization config: " + refused.getMessage(), refused);
      }
    }
    Fields webhooks = Fields.of(scenario.value("webhooks"));
    for (var one : configuration.authorizers()) {
      if (one.webhook() != null) {
        Fields answer = Fields.of(Fields.of(webhooks.value(one.name())).value("answer"));
        types = types.withWebhook(one.name(), spec -> answer(answer));
      }
    }
    return types.build(configuration);
  }

  private AuthorizationConfiguration configuration() {
    if (server.has("authorizationConfiguration")) {
      Value tree =
          withFiles(Fields.of(server.value("authorizationConfiguration")).tree());
      return AuthorizationConfiguration.parse(Source.of("config", tree.toString()));
    }
    List<String> modes =
        server.has("authorizationModes") ? server.strings("authorizationModes") : DEFAULT_MODES;
    return new AuthorizationOptions(modes, server.has("abacPolicy") ? "abac.jsonl" : null, null)
        .toConfiguration(Set.of());
  }

  /** Where the recording has a URL, the server had a file. What is called had conditions that were true, else some were not. */
  private MappingValue withFiles(MappingValue configuration) {
    List<Value> authorizers = new ArrayList<>();
    for (Value one : ((SequenceValue) configuration.get("authorizers")).items()) {
      MappingValue authorizer = (MappingValue) one;
      if (authorizer.get("webhook") instanceof MappingValue webhook) {
        MappingValue connection = (MappingValue) webhook.get("connectionInfo");
        if (connection != null && connection.get("url") != null) {
          webhook = webhook.with(
              "connectionInfo",
              connection.without("url").with("kubeConfigFile", ScalarValue.of("/authz")));
        }
        if (scenario.has("webhookCalls")) {
          String name = Fields.of(authorizer).text("name");
          boolean called =
              scenario.list("webhookCalls", call -> call.text("webhook")).contains(name);
          if (!called && webhook.get("matchConditions") != null) {
            continue;
          }
          webhook = webhook.without("matchConditions");
        }
        authorizer = authorizer.with("webhook", webhook);
      }
      authorizers.add(authorizer);
    }
    return configuration.with("authorizers", SequenceValue.of(authorizers));
  }

  private static Answer answer(Fields answer) {
    if (answer.has("httpStatus")) {
      return Answer.ofHttp(answer.int32("httpStatus"), "scripted failure");
    }
    if (answer.has("rawBody")) {
      return Answer.ofHttp(200, answer.text("rawBody"));
    }
    return Answer.ofHttp(
        200,
        MappingValue.of(Map.of("status", Fields.of(answer.value("status")).tree()))
            .toString());
  }

  /** Returns who sends a request, as the server knows them. */
  static User user(Fields request) {
    Fields user = Fields.of(request.value("user"));
    List<String> groups = new ArrayList<>(user.strings("groups"));
    String name = user.text("name");
    if (!name.equals("system:anonymous")
        && !groups.contains(User.UNAUTHENTICATED)
        && !groups.contains(User.AUTHENTICATED)) {
      groups.add(User.AUTHENTICATED);
    }
    return new User(name, user.text("uid"), groups, lists(user, "extra"));
  }

  static Map<String, List<String>> lists(Fields fields, String name) {
    Fields lists = Fields.of(fields.value(name));
    Map<String, List<String>> result = new LinkedHashMap<>();
    lists.names().forEach(key -> result.put(key, lists.strings(key)));
    return result;
  }

  /** Returns the headers of a request, also those by which it asks for impersonation. */
  static ApiRequest http(Fields request) {
    ApiRequest http = ApiRequest.of(request.text("method"), request.text("path"));
    Fields headers = Fields.of(request.value("headers"));
    for (String name : headers.names()) {
      List<String> values =
          headers.string(name) == null ? headers.strings(name) : List.of(headers.text(name));
      for (String value : values) {
        http = http.withHeader(name, value);
      }
    }
    Fields as = Fields.of(request.value("impersonate"));
    if (as.has("user")) {
      http = http.withHeader("Impersonate-User", as.text("user"));
    }
    if (as.has("uid")) {
      http = http.withHeader("Impersonate-Uid", as.text("uid"));
    }
    for (String group : as.strings("groups")) {
      http = http.withHeader("Impersonate-Group", group);
    }
    for (Map.Entry<String, List<String>> extra : lists(as, "extra").entrySet()) {
      for (String value : extra.getValue()) {
        http = http.withHeader(
            "Impersonate-Extra-" + extra.getKey().replace("%", "%25").replace("/", "%2F"), value);
      }
    }
    return http;
  }
}

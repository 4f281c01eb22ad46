package io.plimsoll.core.apiserver;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.Maps;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.request.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The server's answer to a request.
 *
 * <p>Objects may hold secrets, such as the data of a Secret or a token that was issued; no {@code toString} here has them.
 *
 * @param code the HTTP code
 * @param body what the client gets
 * @param warnings the texts of the {@code Warning} headers, in order
 * @param audit what the audit log would say
 * @param trace what each part of the server did, in order
 * @param state the server's state after the request; the one before it if nothing was stored
 */
public record Response(
    int code,
    Body body,
    List<String> warnings,
    Audit audit,
    List<TraceStep> trace,
    ServerState state) {

  public Response {
    warnings = List.copyOf(warnings);
    trace = List.copyOf(trace);
  }

  /** What a client gets. */
  public sealed interface Body {

    /**
     * An object, or a list of objects.
     *
     * @param object the object
     */
    record OfObject(MappingValue object) implements Body {

      /** Returns what the object is called: {@code Secret shop/db}. */
      @Override
      public String toString() {
        return KubeObject.of(object).toString().strip();
      }
    }

    /**
     * A status: what went wrong, or that an object is gone.
     *
     * @param status the status
     */
    record OfStatus(Status status) implements Body {

      /** Returns the reason and the message. */
      @Override
      public String toString() {
        return (status.reason() + " " + status.messageWithoutObject()).strip();
      }
    }

    /**
     * A plain text.
     *
     * @param text the text
     */
    record OfText(String text) implements Body {

      /** Returns how long the text is. */
      @Override
      public String toString() {
        return "text of " + text.length() + " characters";
      }
    }
  }

  /**
   * What the audit log says of a request.
   *
   * @param user who asked; empty if nobody could be authenticated
   * @param impersonated the user that the request was made as, if that was another
   * @param authenticationMetadata how the asker may impersonate, if that is limited
   * @param annotations notes, by their keys
   * @param logged why nobody was authenticated, as the server's own log says; empty otherwise
   */
  public record Audit(
      Optional<User> user,
      Optional<User> impersonated,
      Map<String, String> authenticationMetadata,
      Map<String, String> annotations,
      String logged) {
    public Audit {
      authenticationMetadata = Maps.copy(authenticationMetadata);
      annotations = Maps.copy(annotations);
    }
  }

  /** Returns whether the request was done. */
  public boolean isSuccess() {
    return code < 400;
  }

  /** Returns the status that the client gets, if it gets one. */
  public Optional<Status> status() {
    return body instanceof Body.OfStatus of ? Optional.of(of.status()) : Optional.empty();
  }

  /** Returns the object that the client gets, if it gets one. */
  public Optional<MappingValue> object() {
    return body instanceof Body.OfObject of ? Optional.of(of.object()) : Optional.empty();
  }

  /** Returns what went wrong; empty if nothing did. */
  public String message() {
    if (body instanceof Body.OfText of && !isSuccess()) {
      return of.text();
    }
    return status().filter(status -> !isSuccess()).map(Status::message).orElse("");
  }

  /** Returns the objects of the cluster after the request. */
  public Cluster cluster() {
    return state.cluster();
  }

  /** Returns the code and what the body is about, without anything secret: {@code 200 Secret shop/db}. */
  @Override
  public String toString() {
    return (code + " " + body).strip();
  }
}

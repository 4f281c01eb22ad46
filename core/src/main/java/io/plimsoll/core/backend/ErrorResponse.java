package io.plimsoll.core.backend;

import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.model.Fields;

/**
 * What an API server says where a backend that it asks over HTTP, such as a webhook, answers with an error. Mirrors {@code
 * NewGenericServerResponse} of {@code k8s.io/apimachinery/pkg/api/errors} and {@code rest.Request} of {@code k8s.io/client-go}.
 */
public final class ErrorResponse {

  /** How much of a body that is no object is looked at. */
  private static final int LONGEST = 2048;

  private ErrorResponse() {}

  /**
   * Returns the message of an answer that is an error.
   *
   * @param code the HTTP code, 400 or more
   * @param body the body, which may be a {@code Status}
   */
  public static String message(int code, String body) {
    Documents documents = Documents.readJson(Source.of("response", body), Limits.DEFAULT);
    if (!documents.roots().isEmpty() && documents.roots().get(0) instanceof MappingValue object) {
      Fields status = Fields.of(object);
      if (status.text("kind").equals("Status") && !status.text("status").equals("Success")) {
        return status.text("message");
      }
    }
    String text = body.length() > LONGEST ? body.substring(0, LONGEST) : body;
    return reason(code, text.strip());
  }

  private static String reason(int code, String text) {
    return switch (code) {
      case 400 -> "the server rejected our request for an unknown reason";
      case 401 -> "the server has asked for the client to provide credentials";
      case 403, 415 -> text;
      case 404 -> "the server could not find the requested resource";
      case 405 -> "the server does not allow this method on the requested resource";
      case 406 ->
        text.isEmpty()
            ? "the server was unable to respond with a content type that the client supports"
            : text;
      case 409 -> "the server reported a conflict";
      case 422 -> "the server rejected our request due to an error in our request";
      case 429 -> "the server has received too many requests and has asked us to try again later";
      case 503 -> "the server is currently unable to handle the request";
      case 504 ->
        "the server was unable to return a response in the time allotted, but may still be processing the request";
      default ->
        code >= 500
            ? "an error on the server (" + GoText.quote(text)
                + ") has prevented the request from succeeding"
            : "the server responded with the status code " + code
                + " but did not return more information";
    };
  }
}

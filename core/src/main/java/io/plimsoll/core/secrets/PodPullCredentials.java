package io.plimsoll.core.secrets;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.pod.ImageName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;

/**
 * What the images of a pod are pulled with. Mirrors {@code getPullSecretsForPod} of {@code pkg/kubelet}, {@code EnsureImageExists} of
 * {@code pkg/kubelet/images} and {@code MakeDockerKeyring} of {@code pkg/credentialprovider/secrets}.
 *
 * <p>What a node has itself, such as a file of Docker or a plug-in for credentials, comes after these and is not known.
 */
public final class PodPullCredentials {

  private final List<PullSecretReference> references;
  private final List<PullSecretReference> missing;
  private final Keyring keyring = new Keyring();
  private final String error;

  PodPullCredentials(
      List<PullSecretReference> references,
      Function<PullSecretReference, Optional<PullSecret>> secrets) {
    this.references = List.copyOf(references);
    List<PullSecretReference> unknown = new ArrayList<>();
    String failure = "";
    for (PullSecretReference reference : references) {
      Optional<PullSecret> secret = secrets.apply(reference);
      if (secret.isEmpty()) {
        unknown.add(reference);
      } else if (failure.isEmpty()) {
        failure = add(secret.get());
      }
    }
    this.missing = List.copyOf(unknown);
    this.error = failure;
  }

  /** Adds what a secret knows, or returns why it is malformed. */
  private String add(PullSecret secret) {
    if (secret.error().isEmpty()) {
      secret.config().ifPresent(config -> keyring.add(config, secret.object().ref()));
    }
    return secret.error();
  }

  /** Returns the pull secrets of the pod in order: its own, or those of its service account if it has none. */
  public List<PullSecretReference> references() {
    return references;
  }

  /** Returns the pull secrets that do not exist; the kubelet goes on without them. */
  public List<PullSecretReference> missing() {
    return missing;
  }

  /** Returns why no image of the pod can be pulled, in upstream's words; empty if that is not so. */
  public Optional<String> error() {
    return Optional.of(error).filter(text -> !text.isEmpty());
  }

  /** Returns the credentials that are tried for an image. */
  public ImageCredentials lookup(String image) {
    String repository = ImageName.tryParse(image).map(ImageName::repository).orElse("");
    if (repository.isEmpty()) {
      return new ImageCredentials(
          image, "", List.of(), "couldn't parse image name " + GoText.quote(image));
    }
    return new ImageCredentials(
        image, repository, error.isEmpty() ? keyring.lookup(repository) : List.of(), error);
  }

  /** Returns the names of the pull secrets, and which are missing; nothing of what is in them. */
  @Override
  public String toString() {
    StringJoiner names = new StringJoiner(", ", "pull credentials [", "]");
    for (PullSecretReference reference : references) {
      names.add(reference.secret() + (missing.contains(reference) ? " (missing)" : ""));
    }
    return names.toString();
  }
}

package io.plimsoll.core.secrets;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.pod.ImageName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the images of a pod are pulled with. Mirrors {@code getPullSecretsForPod} of {@code pkg/kubelet}, {@code EnsureImageExists} of
 * {@code pkg/kubelet/images} and {@code MakeDockerKeyring} of {@code pkg/credentialprovider/secrets}.
 *
 * <p>What a node has itself, such as a file of Docker or a plug-in for credentials, comes after these and is not known.
 */
public final class PodPullCredentials {

  private final List<PullSecretReference> references;
  private final List<PullSecretReference> missing = new ArrayList<>();
  private final Keyring keyring = new Keyring();
  private String error = "";

  PodPullCredentials(
      List<PullSecretReference> references,
      Function<PullSecretReference, Optional<PullSecret>> secrets) {
    this.references = List.copyOf(references);
    for (PullSecretReference reference : references) {
      Optional<PullSecret> secret = secrets.apply(reference);
      if (secret.isEmpty()) {
        missing.add(reference);
      } else if (error.isEmpty()) {
        add(secret.get());
      }
    }
  }

  private void add(PullSecret secret) {
    error = secret.error();
    if (error.isEmpty()) {
      secret.config().ifPresent(config -> keyring.add(config, secret.object().ref()));
    }
  }

  /** Returns the pull secrets of the pod in order: its own, or those of its service account if it has none. */
  public List<PullSecretReference> references() {
    return references;
  }

  /** Returns the pull secrets that do not exist; the kubelet goes on without them. */
  public List<PullSecretReference> missing() {
    return List.copyOf(missing);
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
}

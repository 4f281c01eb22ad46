package io.plimsoll.core.secrets;

import java.util.List;

/**
 * What a kubelet tries to pull an image with.
 *
 * <p>There is no credential if no pull secret is for the image: then it is pulled without any, or with what the node itself has.
 *
 * @param image the image as the pod names it
 * @param repository the full name of the image without tag and digest, which registries are compared with; empty if the name is
 *     malformed
 * @param credentials the credentials in the order in which they are tried
 * @param error why the kubelet does not even try; empty if it does
 */
public record ImageCredentials(
    String image, String repository, List<PullCredential> credentials, String error) {

  public ImageCredentials {
    credentials = List.copyOf(credentials);
  }
}

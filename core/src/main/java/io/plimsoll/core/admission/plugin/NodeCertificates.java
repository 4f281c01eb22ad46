package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.Errors;
import io.plimsoll.core.admission.support.NotAllowed;
import io.plimsoll.core.admission.support.PodTrees;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.authz.Authorization;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.User;
import java.util.Set;

/**
 * Which certificates a kubelet may ask for. Mirrors {@code admitCSR} and {@code admitPodCertificateRequest} of {@code
 * plugin/pkg/admission/noderestriction}.
 */
final class NodeCertificates {

  private static final Set<String> SIGNERS =
      Set.of("kubernetes.io/kubelet-serving", "kubernetes.io/kube-apiserver-client-kubelet");

  private NodeCertificates() {}

  static void check(NodeRequest request) throws NotAllowed {
    Fields spec = Trees.spec(request.call().object());
    if (request.operation() != Operation.CREATE || !SIGNERS.contains(spec.text("signerName"))) {
      return;
    }
    String user = User.node(request.node()).name();
    try {
      request.require(
          CertificateSubject.ofRequest(spec.text("request")).commonName().equals(user),
          "can only create a node CSR with CN=" + user);
    } catch (IllegalArgumentException unreadable) {
      throw request.refusal("unable to parse csr: " + unreadable.getMessage());
    }
  }

  static void checkForPod(NodeRequest request) throws NotAllowed {
    request.require(
        request.operation() == Operation.CREATE, "unexpected operation " + request.operation());
    String subresource = request.call().attributes().subresource();
    request.require(subresource.isEmpty(), "unexpected subresource " + subresource);
    Fields spec = Trees.spec(request.call().object());
    checkNode(request, spec);
    String podName = GoText.quote(request.namespace() + "/" + spec.text("podName"));
    MappingValue pod =
        retrieved(request, "Pod", request.namespace(), spec.text("podName"), "pod " + podName);
    checkPod(request, spec, pod, podName);
    checkAccount(request, spec, podName);
    checkSigner(request, spec, pod, podName);
  }

  private static void checkNode(NodeRequest request, Fields spec) throws NotAllowed {
    String name = spec.text("nodeName");
    request.require(
        name.equals(request.node()),
        "PodCertificateRequest.Spec.NodeName=" + GoText.quote(name)
            + ", which is not the requesting node " + request.quoted());
    MappingValue node = retrieved(request, "Node", "", name, "node " + GoText.quote(name));
    String uid = Trees.metadata(node).text("uid");
    requirePlain(
        uid.equals(spec.text("nodeUID")),
        "PodCertificateRequest for pod "
            + GoText.quote(request.namespace() + "/" + spec.text("podName")) + " names node UID "
            + GoText.quote(spec.text("nodeUID")) + ", inconsistent with the running node ("
            + GoText.quote(uid) + ")");
  }

  private static void checkPod(NodeRequest request, Fields spec, MappingValue pod, String podName)
      throws NotAllowed {
    String uid = Trees.metadata(pod).text("uid");
    requirePlain(
        uid.equals(spec.text("podUID")),
        "PodCertificateRequest for pod " + podName + " contains pod UID ("
            + GoText.quote(spec.text("podUID")) + ") which differs from running pod "
            + GoText.quote(uid));
    request.require(
        Trees.spec(pod).text("nodeName").equals(spec.text("nodeName")),
        "pod " + podName + " is not running on node " + GoText.quote(spec.text("nodeName"))
            + " named in the PodCertificateRequest");
    request.require(!PodTrees.isMirror(pod), "pod " + podName + " is a mirror pod");
    String account = Trees.spec(pod).text("serviceAccountName");
    request.require(
        account.equals(spec.text("serviceAccountName")),
        "PodCertificateRequest for pod " + podName + " contains serviceAccountName ("
            + GoText.quote(spec.text("serviceAccountName")) + ") that differs from running pod ("
            + GoText.quote(account) + ")");
  }

  private static void checkAccount(NodeRequest request, Fields spec, String podName)
      throws NotAllowed {
    String name = spec.text("serviceAccountName");
    MappingValue account = retrieved(
        request,
        "ServiceAccount",
        request.namespace(),
        name,
        "service account " + GoText.quote(request.namespace() + "/" + name));
    String uid = Trees.metadata(account).text("uid");
    requirePlain(
        uid.equals(spec.text("serviceAccountUID")),
        "PodCertificateRequest for pod " + podName + " names service account UID "
            + GoText.quote(spec.text("serviceAccountUID"))
            + ", which differs from the running service account (" + GoText.quote(uid) + ")");
  }

  private static void checkSigner(
      NodeRequest request, Fields spec, MappingValue pod, String podName) throws NotAllowed {
    String signer = spec.text("signerName");
    boolean mounted = Trees.list(Trees.spec(pod), "volumes").stream()
        .flatMap(volume -> Trees.list(Trees.object(volume, "projected"), "sources").stream())
        .filter(source -> source.has("podCertificate"))
        .anyMatch(
            source -> Trees.object(source, "podCertificate").text("signerName").equals(signer));
    if (mounted) {
      return;
    }
    Authorization answer = request.ask(
        "request-serviceaccounts-podcertificate-signer",
        signer.replace('/', ':'),
        spec.text("serviceAccountName"));
    if (answer.isAllowed()) {
      return;
    }
    throw request.refusal(answer
        .error()
        .map(error -> "error authorizing " + request.call().attributes().user().name()
            + " to request podcertificaterequests for signer " + GoText.quote(signer) + ": "
            + error)
        .orElse("pod " + podName + " does not mount a podCertificate projected volume for signer "
            + GoText.quote(signer)));
  }

  /** Upstream makes no status of these, so that they are answered with the code 500. */
  private static void requirePlain(boolean holds, String why) throws NotAllowed {
    if (!holds) {
      throw new NotAllowed(Errors.plain(why));
    }
  }

  private static MappingValue retrieved(
      NodeRequest request, String kind, String namespace, String name, String what)
      throws NotAllowed {
    try {
      return request.find("v1", kind, namespace, name).tree();
    } catch (NotAllowed missing) {
      throw new NotAllowed(Errors.plain("while retrieving " + what
          + " named in the PodCertificateRequest: " + missing.status().message()));
    }
  }
}

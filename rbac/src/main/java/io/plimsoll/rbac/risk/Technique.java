package io.plimsoll.rbac.risk;

/**
 * A way from one power to another, most immediate first. Each holds only if effective rules allow the very requests it takes:
 * wildcards, subresources, names and the scope of bindings count as when the API server is asked.
 */
public enum Technique {
  /** The group {@code system:masters} is let through before any authorizer is asked. */
  MASTERS("masters", "belongs to the group that may do everything"),
  /** A rule allows everything: {@code *} of {@code *} in {@code *}. */
  EVERYTHING("everything", "is allowed everything by one rule"),
  /** Role bindings are created, all secrets read and pods created in a namespace. */
  RULE_NAMESPACE("rule-namespace", "may bind roles, read all secrets and run pods"),
  /** {@code get}, {@code list} or {@code watch} of secrets, of any name. */
  READ_SECRETS("read-secrets", "may read secrets of any name"),
  /** {@code create serviceaccounts/token} makes a token for a service account. */
  REQUEST_TOKEN("request-token", "requests a token of a service account"),
  /** {@code get}, {@code list} or {@code watch} of a secret that holds a service account's token. */
  READ_TOKEN("read-token", "reads the secret with a service account's token"),
  /** A secret of type {@code kubernetes.io/service-account-token} is created for any service account, filled in, and read. */
  MINT_TOKEN("mint-token", "creates a token secret for a service account and reads it"),
  /** {@code impersonate serviceaccounts}. */
  IMPERSONATE_SERVICE_ACCOUNT("impersonate-service-account", "impersonates a service account"),
  /** {@code impersonate users}. Names of service accounts are no names of users here. */
  IMPERSONATE_USER("impersonate-user", "impersonates a user"),
  /** {@code impersonate groups}, and a user or service account, without whom no group can be named. */
  IMPERSONATE_GROUP("impersonate-group", "impersonates a user in a group of its choice"),
  /** {@code impersonate users} of the name of a node, and the group {@code system:nodes}; the node authorizer then allows. */
  IMPERSONATE_NODE("impersonate-node", "impersonates the kubelet of a node"),
  /**
   * {@code impersonate:serviceaccount} on the service account, where only what {@code impersonate-on:serviceaccount:…} names
   * can be done in its name.
   */
  CONSTRAINED_SERVICE_ACCOUNT(
      "constrained-service-account", "impersonates a service account for some requests"),
  /** {@code impersonate:user-info} on a user and perhaps a group, with {@code impersonate-on:user-info:…}. */
  CONSTRAINED_USER("constrained-user", "impersonates a user or group for some requests"),
  /**
   * {@code impersonate:arbitrary-node} or {@code impersonate:associated-node}, and {@code impersonate-on:…:create} of tokens of
   * service accounts, which a kubelet gets for its pods.
   */
  CONSTRAINED_NODE("constrained-node", "requests the tokens of a node's pods as its kubelet"),
  /** A role is bound with the verb {@code bind} on it. Who only holds its rules, and so may bind it, gains nothing by that. */
  BIND_ROLE("bind-role", "binds a role to itself without holding it"),
  /** {@code escalate} and {@code update} or {@code patch} of a role it is bound to, or {@code create} of one that is missing. */
  ESCALATE_ROLE("escalate-role", "writes any rule into a role it is bound to"),
  /** {@code escalate} on a ClusterRole that an aggregated one, which it is bound to, can be made to select by a label. */
  AGGREGATE_ROLE("aggregate-role", "writes a role whose rules its aggregated role collects"),
  /** A role is made with the verb {@code escalate}, and bound with the verb {@code bind}. */
  CREATE_ROLE("create-role", "creates a role of any rules and binds it to itself"),
  /** A client certificate is requested and approved; any user and group but {@code system:masters} can be in it. */
  APPROVE_CLIENT_CERTIFICATE(
      "approve-client-certificate", "requests and approves a client certificate of its choice"),
  /** A kubelet's certificate is requested and approved. */
  APPROVE_NODE_CERTIFICATE(
      "approve-node-certificate", "requests and approves a kubelet's certificate"),
  /** A kubelet's certificate is requested and, by {@code create certificatesigningrequests/nodeclient}, approved unasked. */
  REQUEST_NODE_CERTIFICATE(
      "request-node-certificate", "gets a kubelet's certificate without approval"),
  /** A secret of type {@code bootstrap.kubernetes.io/token} in {@code kube-system} is a token of {@code system:bootstrappers}. */
  BOOTSTRAP_TOKEN("bootstrap-token", "creates a bootstrap token"),
  /** A pod is created: it runs as any service account of its namespace. */
  CREATE_POD("create-pod", "creates a pod that runs as a service account of its choice"),
  /** Something that makes pods is created. */
  CREATE_WORKLOAD(
      "create-workload", "creates a workload that runs as a service account of its choice"),
  /** The template of something that makes pods is changed, service account included. */
  UPDATE_WORKLOAD(
      "update-workload", "changes a workload to run as a service account of its choice"),
  /** {@code create pods/exec}; since Kubernetes 1.35 {@code get} alone is not enough. */
  EXEC("exec", "runs commands in a pod"),
  /** {@code update} or {@code patch} of {@code pods/ephemeralcontainers}: a container of its own in a pod, with its volumes. */
  EPHEMERAL_CONTAINER("ephemeral-container", "adds a container of its own to a pod"),
  /** {@code update} or {@code patch} of pods: the image of a container can be changed while it runs. */
  PATCH_POD("patch-pod", "changes the image of a pod"),
  /** {@code create pods/attach}: the terminal of a process that has one. */
  ATTACH("attach", "attaches to a process of a pod"),
  /** {@code get} or {@code create nodes/proxy}: the kubelet runs commands in any pod of the node. */
  NODE_PROXY("node-proxy", "runs commands in pods through the kubelet"),
  /** A privileged pod, in a namespace that enforces no Pod Security level. */
  PRIVILEGED_POD("privileged-pod", "runs a privileged pod, which no Pod Security level keeps out"),
  /** The namespace's Pod Security label is changed first. */
  UNGUARD_NAMESPACE(
      "unguard-namespace",
      "takes the Pod Security label off a namespace and runs a privileged pod"),
  /** A volume of a path of the node is created, claimed and mounted, which no Pod Security level keeps out. */
  HOST_PATH_VOLUME("host-path-volume", "mounts a path of a node by a persistent volume"),
  /** What runs on a node is root's: the tokens of its pods. */
  POD_TOKENS("pod-tokens", "takes the tokens of the pods that run there"),
  /** A pod that is changed when it is made runs code of others as what it is. */
  MUTATED_POD("mutated-pod", "puts a container of its own into a pod"),
  /** Mutating webhooks are written. */
  MUTATING_WEBHOOK("mutating-webhook", "registers a mutating webhook"),
  /** Mutating admission policies are changed, or created and bound. */
  MUTATING_POLICY("mutating-policy", "writes a mutating admission policy"),
  /** Validating webhooks are written. */
  VALIDATING_WEBHOOK("validating-webhook", "registers a validating webhook"),
  /** Validating admission policies are changed, or created and bound. */
  VALIDATING_POLICY("validating-policy", "writes a validating admission policy"),
  /** API services are written. */
  API_SERVICE("api-service", "registers a server for a group of the API"),
  /** Definitions of custom resources are changed: their conversion is done by a webhook. */
  CUSTOM_RESOURCE("custom-resource", "changes the conversion of custom resources"),
  /** The ConfigMap {@code aws-auth} of {@code kube-system}, where there is one, says who is in {@code system:masters} on EKS. */
  AWS_AUTH("aws-auth", "adds itself to the admins of the cluster in aws-auth"),
  /** The ConfigMap {@code coredns} of {@code kube-system} says what names mean. */
  CLUSTER_DNS("cluster-dns", "changes what names mean in the ConfigMap of CoreDNS"),
  /** Endpoints and endpoint slices say where a service's connections go. */
  ENDPOINTS("endpoints", "changes where services lead"),
  /** The addresses in a service's status are its own to the nodes: CVE-2020-8554. */
  SERVICE_STATUS("service-status", "claims any address in the status of a service"),
  /** {@code create pods/binding} puts a pod on a node. */
  BIND_POD("bind-pod", "puts pods on a node of its choice"),
  /** Labels and taints of nodes say which pods run there, and drive out those that do. */
  TAINT_NODE("taint-node", "drives pods off a node by its labels and taints"),
  /** Nodes are made to look full, and pods removed, so that they are made anew elsewhere. */
  STEAL_POD("steal-pod", "removes pods and makes other nodes look full"),
  /** {@code create pods/portforward}. */
  PORT_FORWARD("port-forward", "forwards ports of pods to itself"),
  /** Whoever holds the lease of a controller in {@code kube-system} leads, so that the real one waits. */
  LEASE("lease", "takes the lease of a control plane component");

  private final String id;
  private final String phrase;

  Technique(String name, String phrase) {
    this.id = "rbac/risk/" + name;
    this.phrase = phrase;
  }

  /** Returns the stable name: {@code rbac/risk/create-pod}. */
  public String id() {
    return id;
  }

  /** Returns whether this is no more than the use of what is allowed outright. */
  public boolean isHolding() {
    return switch (this) {
      case MASTERS, EVERYTHING, RULE_NAMESPACE, READ_SECRETS -> true;
      default -> false;
    };
  }

  /** Returns what somebody does, to follow their name. */
  public String phrase() {
    return phrase;
  }
}

/**
 * Pod Security Standards and admission: may this pod run?
 *
 * <p>{@link io.plimsoll.psa.PodSecurity} answers for a pod and a level as Kubernetes does, to the byte, and says why as data: which
 * check, which field of which container, what it is, what it may be, and the patch that mends it. {@link
 * io.plimsoll.psa.PodSecurityAdmission} answers a request as the admission plug-in does, with the labels of namespaces, exemptions,
 * warnings and audit annotations.
 *
 * <pre>{@code
 * PodSecurityResult result = PodSecurity.evaluate(workload, LevelVersion.parse("restricted:latest"));
 * result.forbiddenReason();                // privileged, hostPort
 * result.violations().get(0).findings();   // spec.template.spec.containers[0].securityContext.privileged …
 * result.fixes().patch();                  // all of it in one change
 * PodSecurityAdmission.of(configuration).review(request, AdmissionView.of(namespaces, pods)).allowed();
 * }</pre>
 *
 * <p>{@link io.plimsoll.psa.EffectiveSecurityContext} says what a container runs with, and where each setting comes from; {@link
 * io.plimsoll.psa.PodSecurity#appArmor} whether a node has the profiles it asks for.
 *
 * <p>Each check is one class, in the order and with the name of upstream's file; {@link io.plimsoll.psa.Check} is what they are
 * written as. A check that finds nothing allocates nothing, and text is made only when it is asked for.
 */
@NullMarked
package io.plimsoll.psa;

import org.jspecify.annotations.NullMarked;

/**
 * Secrets at rest and on the way to registries: what an API server encrypts before it stores it, and with which credentials the images
 * of a pod are pulled.
 *
 * <p>{@link io.plimsoll.core.secrets.EncryptionAtRest} answers for an {@code EncryptionConfiguration}; {@link
 * io.plimsoll.core.secrets.PullCredentials} answers for the pods of a cluster. Both find what is most likely not meant. Keys and
 * passwords are in no finding.
 *
 * <pre>{@code
 * EncryptionAtRest encryption = EncryptionAtRest.load(Source.of("encryption.yaml", text));
 * encryption.of("secrets").isEncrypted();                 // false: the provider identity comes first
 * PullCredentials registries = PullCredentials.of(cluster);
 * registries.of(cluster.workload("shop/web")).lookup("registry.example.com/shop/web:1.2").credentials();
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.secrets;

import org.jspecify.annotations.NullMarked;

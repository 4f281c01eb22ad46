package io.plimsoll.testkit;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority of a test, which signs certificates of clients and of further authorities. */
public final class CertificateAuthority {

  private static final ASN1ObjectIdentifier UID = new ASN1ObjectIdentifier("1.3.6.1.4.1.57683.2");
  private static final Duration LIFE = Duration.ofDays(3650);

  private final KeyPair key;
  private final X509Certificate certificate;
  private final AtomicLong serial = new AtomicLong(1);

  private CertificateAuthority(KeyPair key, X509Certificate certificate) {
    this.key = key;
    this.certificate = certificate;
  }

  /**
   * What a certificate says.
   *
   * @param commonName the common name, if it has one
   * @param organizations the organizations, in order
   * @param uids the uids of Kubernetes' own attribute, in order
   * @param notBefore from when on it is good
   * @param notAfter until when it is good
   * @param usages what it is good for: {@code clientAuth}, {@code serverAuth}; anything if empty
   */
  public record Subject(
      Optional<String> commonName,
      List<String> organizations,
      List<String> uids,
      Instant notBefore,
      Instant notAfter,
      List<String> usages) {
    public Subject {
      organizations = List.copyOf(organizations);
      uids = List.copyOf(uids);
      usages = List.copyOf(usages);
    }

    /** Returns a client that is good for a day around a time. */
    public static Subject client(String commonName, Instant now, String... organizations) {
      return new Subject(
          Optional.of(commonName),
          List.of(organizations),
          List.of(),
          now.minus(Duration.ofDays(1)),
          now.plus(Duration.ofDays(1)),
          List.of("clientAuth"));
    }
  }

  /** Returns an authority that nobody signed, good for years around a time. */
  public static CertificateAuthority root(String commonName, Instant now) {
    KeyPair key = newKey();
    X500Name name = authorityName(commonName);
    X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
        name, BigInteger.ONE, from(now), until(now), name, key.getPublic());
    return new CertificateAuthority(key, signed(asAuthority(builder), key));
  }

  /** Returns an authority that this one signed. */
  public CertificateAuthority intermediate(String commonName, Instant now) {
    KeyPair own = newKey();
    X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
        certificate,
        nextSerial(),
        from(now),
        until(now),
        authorityName(commonName),
        own.getPublic());
    return new CertificateAuthority(own, signed(asAuthority(builder), key));
  }

  private static X500Name authorityName(String commonName) {
    return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, commonName).build();
  }

  private static Date from(Instant now) {
    return Date.from(now.minus(LIFE));
  }

  private static Date until(Instant now) {
    return Date.from(now.plus(LIFE));
  }

  /** Returns the authority's own certificate. */
  public X509Certificate certificate() {
    return certificate;
  }

  /** Returns a certificate of a client. */
  public X509Certificate sign(Subject subject) {
    X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
    subject.organizations().forEach(organization -> name.addRDN(BCStyle.O, organization));
    subject.commonName().ifPresent(commonName -> name.addRDN(BCStyle.CN, commonName));
    subject.uids().forEach(uid -> name.addRDN(UID, uid));
    X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
        certificate,
        nextSerial(),
        Date.from(subject.notBefore()),
        Date.from(subject.notAfter()),
        name.build(),
        newKey().getPublic());
    if (!subject.usages().isEmpty()) {
      KeyPurposeId[] usages =
          subject.usages().stream().map(CertificateAuthority::usage).toArray(KeyPurposeId[]::new);
      extend(builder, Extension.extendedKeyUsage, new ExtendedKeyUsage(usages));
    }
    return signed(builder, key);
  }

  private BigInteger nextSerial() {
    return BigInteger.valueOf(serial.incrementAndGet());
  }

  private static KeyPurposeId usage(String name) {
    return switch (name) {
      case "clientAuth" -> KeyPurposeId.id_kp_clientAuth;
      case "serverAuth" -> KeyPurposeId.id_kp_serverAuth;
      default -> throw new IllegalArgumentException("no usage: \"" + name + "\"");
    };
  }

  private static X509v3CertificateBuilder asAuthority(X509v3CertificateBuilder builder) {
    return extend(builder, Extension.basicConstraints, new BasicConstraints(true));
  }

  private static X509v3CertificateBuilder extend(
      X509v3CertificateBuilder builder, ASN1ObjectIdentifier extension, ASN1Object value) {
    try {
      return builder.addExtension(extension, false, value);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static X509Certificate signed(X509v3CertificateBuilder builder, KeyPair key) {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(builder.build(
              new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate())));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

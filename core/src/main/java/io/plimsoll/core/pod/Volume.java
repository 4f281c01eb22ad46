package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** A volume of a pod: a name and, normally, one source. Mirrors {@code core/v1 Volume}. */
public record Volume(
    String name,
    @Nullable AwsElasticBlockStoreVolumeSource awsElasticBlockStore,
    @Nullable AzureDiskVolumeSource azureDisk,
    @Nullable AzureFileVolumeSource azureFile,
    @Nullable CephFsVolumeSource cephfs,
    @Nullable CinderVolumeSource cinder,
    @Nullable ConfigMapVolumeSource configMap,
    @Nullable CsiVolumeSource csi,
    @Nullable DownwardApiVolumeSource downwardAPI,
    @Nullable EmptyDirVolumeSource emptyDir,
    @Nullable EphemeralVolumeSource ephemeral,
    @Nullable FcVolumeSource fc,
    @Nullable FlexVolumeSource flexVolume,
    @Nullable FlockerVolumeSource flocker,
    @Nullable GcePersistentDiskVolumeSource gcePersistentDisk,
    @Nullable GitRepoVolumeSource gitRepo,
    @Nullable GlusterfsVolumeSource glusterfs,
    @Nullable HostPathVolumeSource hostPath,
    @Nullable ImageVolumeSource image,
    @Nullable IscsiVolumeSource iscsi,
    @Nullable NfsVolumeSource nfs,
    @Nullable PersistentVolumeClaimVolumeSource persistentVolumeClaim,
    @Nullable PhotonPersistentDiskVolumeSource photonPersistentDisk,
    @Nullable PortworxVolumeSource portworxVolume,
    @Nullable ProjectedVolumeSource projected,
    @Nullable QuobyteVolumeSource quobyte,
    @Nullable RbdVolumeSource rbd,
    @Nullable ScaleIoVolumeSource scaleIO,
    @Nullable SecretVolumeSource secret,
    @Nullable StorageOsVolumeSource storageos,
    @Nullable VsphereVirtualDiskVolumeSource vsphereVolume) {

  /** Reads the record from a tree. */
  public static Volume from(Fields fields) {
    Builder volume = builder(fields.text("name"));
    for (int i = 0; i < fields.size(); i++) {
      String name = fields.name(i);
      switch (name) {
        case "awsElasticBlockStore" ->
          volume.awsElasticBlockStore(fields.object(name, AwsElasticBlockStoreVolumeSource::from));
        case "azureDisk" -> volume.azureDisk(fields.object(name, AzureDiskVolumeSource::from));
        case "azureFile" -> volume.azureFile(fields.object(name, AzureFileVolumeSource::from));
        case "cephfs" -> volume.cephfs(fields.object(name, CephFsVolumeSource::from));
        case "cinder" -> volume.cinder(fields.object(name, CinderVolumeSource::from));
        case "configMap" -> volume.configMap(fields.object(name, ConfigMapVolumeSource::from));
        case "csi" -> volume.csi(fields.object(name, CsiVolumeSource::from));
        case "downwardAPI" ->
          volume.downwardAPI(fields.object(name, DownwardApiVolumeSource::from));
        case "emptyDir" -> volume.emptyDir(fields.object(name, EmptyDirVolumeSource::from));
        case "ephemeral" -> volume.ephemeral(fields.object(name, EphemeralVolumeSource::from));
        case "fc" -> volume.fc(fields.object(name, FcVolumeSource::from));
        case "flexVolume" -> volume.flexVolume(fields.object(name, FlexVolumeSource::from));
        case "flocker" -> volume.flocker(fields.object(name, FlockerVolumeSource::from));
        case "gcePersistentDisk" ->
          volume.gcePersistentDisk(fields.object(name, GcePersistentDiskVolumeSource::from));
        case "gitRepo" -> volume.gitRepo(fields.object(name, GitRepoVolumeSource::from));
        case "glusterfs" -> volume.glusterfs(fields.object(name, GlusterfsVolumeSource::from));
        case "hostPath" -> volume.hostPath(fields.object(name, HostPathVolumeSource::from));
        case "image" -> volume.image(fields.object(name, ImageVolumeSource::from));
        case "iscsi" -> volume.iscsi(fields.object(name, IscsiVolumeSource::from));
        case "nfs" -> volume.nfs(fields.object(name, NfsVolumeSource::from));
        case "persistentVolumeClaim" ->
          volume.persistentVolumeClaim(
              fields.object(name, PersistentVolumeClaimVolumeSource::from));
        case "photonPersistentDisk" ->
          volume.photonPersistentDisk(fields.object(name, PhotonPersistentDiskVolumeSource::from));
        case "portworxVolume" ->
          volume.portworxVolume(fields.object(name, PortworxVolumeSource::from));
        case "projected" -> volume.projected(fields.object(name, ProjectedVolumeSource::from));
        case "quobyte" -> volume.quobyte(fields.object(name, QuobyteVolumeSource::from));
        case "rbd" -> volume.rbd(fields.object(name, RbdVolumeSource::from));
        case "scaleIO" -> volume.scaleIO(fields.object(name, ScaleIoVolumeSource::from));
        case "secret" -> volume.secret(fields.object(name, SecretVolumeSource::from));
        case "storageos" -> volume.storageos(fields.object(name, StorageOsVolumeSource::from));
        case "vsphereVolume" ->
          volume.vsphereVolume(fields.object(name, VsphereVirtualDiskVolumeSource::from));
        default -> {
          // The name is known, and the record has nothing else.
        }
      }
    }
    return volume.build();
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder(name)
        .awsElasticBlockStore(awsElasticBlockStore)
        .azureDisk(azureDisk)
        .azureFile(azureFile)
        .cephfs(cephfs)
        .cinder(cinder)
        .configMap(configMap)
        .csi(csi)
        .downwardAPI(downwardAPI)
        .emptyDir(emptyDir)
        .ephemeral(ephemeral)
        .fc(fc)
        .flexVolume(flexVolume)
        .flocker(flocker)
        .gcePersistentDisk(gcePersistentDisk)
        .gitRepo(gitRepo)
        .glusterfs(glusterfs)
        .hostPath(hostPath)
        .image(image)
        .iscsi(iscsi)
        .nfs(nfs)
        .persistentVolumeClaim(persistentVolumeClaim)
        .photonPersistentDisk(photonPersistentDisk)
        .portworxVolume(portworxVolume)
        .projected(projected)
        .quobyte(quobyte)
        .rbd(rbd)
        .scaleIO(scaleIO)
        .secret(secret)
        .storageos(storageos)
        .vsphereVolume(vsphereVolume);
  }

  /** Makes a {@link Volume}; what is not set is absent. */
  public static final class Builder {
    private final String name;
    private @Nullable AwsElasticBlockStoreVolumeSource awsElasticBlockStore;
    private @Nullable AzureDiskVolumeSource azureDisk;
    private @Nullable AzureFileVolumeSource azureFile;
    private @Nullable CephFsVolumeSource cephfs;
    private @Nullable CinderVolumeSource cinder;
    private @Nullable ConfigMapVolumeSource configMap;
    private @Nullable CsiVolumeSource csi;
    private @Nullable DownwardApiVolumeSource downwardAPI;
    private @Nullable EmptyDirVolumeSource emptyDir;
    private @Nullable EphemeralVolumeSource ephemeral;
    private @Nullable FcVolumeSource fc;
    private @Nullable FlexVolumeSource flexVolume;
    private @Nullable FlockerVolumeSource flocker;
    private @Nullable GcePersistentDiskVolumeSource gcePersistentDisk;
    private @Nullable GitRepoVolumeSource gitRepo;
    private @Nullable GlusterfsVolumeSource glusterfs;
    private @Nullable HostPathVolumeSource hostPath;
    private @Nullable ImageVolumeSource image;
    private @Nullable IscsiVolumeSource iscsi;
    private @Nullable NfsVolumeSource nfs;
    private @Nullable PersistentVolumeClaimVolumeSource persistentVolumeClaim;
    private @Nullable PhotonPersistentDiskVolumeSource photonPersistentDisk;
    private @Nullable PortworxVolumeSource portworxVolume;
    private @Nullable ProjectedVolumeSource projected;
    private @Nullable QuobyteVolumeSource quobyte;
    private @Nullable RbdVolumeSource rbd;
    private @Nullable ScaleIoVolumeSource scaleIO;
    private @Nullable SecretVolumeSource secret;
    private @Nullable StorageOsVolumeSource storageos;
    private @Nullable VsphereVirtualDiskVolumeSource vsphereVolume;

    private Builder(String name) {
      this.name = name;
    }

    /** Sets {@code awsElasticBlockStore}. */
    public Builder awsElasticBlockStore(
        @Nullable AwsElasticBlockStoreVolumeSource awsElasticBlockStore) {
      this.awsElasticBlockStore = awsElasticBlockStore;
      return this;
    }

    /** Sets {@code azureDisk}. */
    public Builder azureDisk(@Nullable AzureDiskVolumeSource azureDisk) {
      this.azureDisk = azureDisk;
      return this;
    }

    /** Sets {@code azureFile}. */
    public Builder azureFile(@Nullable AzureFileVolumeSource azureFile) {
      this.azureFile = azureFile;
      return this;
    }

    /** Sets {@code cephfs}. */
    public Builder cephfs(@Nullable CephFsVolumeSource cephfs) {
      this.cephfs = cephfs;
      return this;
    }

    /** Sets {@code cinder}. */
    public Builder cinder(@Nullable CinderVolumeSource cinder) {
      this.cinder = cinder;
      return this;
    }

    /** Sets {@code configMap}. */
    public Builder configMap(@Nullable ConfigMapVolumeSource configMap) {
      this.configMap = configMap;
      return this;
    }

    /** Sets {@code csi}. */
    public Builder csi(@Nullable CsiVolumeSource csi) {
      this.csi = csi;
      return this;
    }

    /** Sets {@code downwardAPI}. */
    public Builder downwardAPI(@Nullable DownwardApiVolumeSource downwardAPI) {
      this.downwardAPI = downwardAPI;
      return this;
    }

    /** Sets {@code emptyDir}. */
    public Builder emptyDir(@Nullable EmptyDirVolumeSource emptyDir) {
      this.emptyDir = emptyDir;
      return this;
    }

    /** Sets {@code ephemeral}. */
    public Builder ephemeral(@Nullable EphemeralVolumeSource ephemeral) {
      this.ephemeral = ephemeral;
      return this;
    }

    /** Sets {@code fc}. */
    public Builder fc(@Nullable FcVolumeSource fc) {
      this.fc = fc;
      return this;
    }

    /** Sets {@code flexVolume}. */
    public Builder flexVolume(@Nullable FlexVolumeSource flexVolume) {
      this.flexVolume = flexVolume;
      return this;
    }

    /** Sets {@code flocker}. */
    public Builder flocker(@Nullable FlockerVolumeSource flocker) {
      this.flocker = flocker;
      return this;
    }

    /** Sets {@code gcePersistentDisk}. */
    public Builder gcePersistentDisk(@Nullable GcePersistentDiskVolumeSource gcePersistentDisk) {
      this.gcePersistentDisk = gcePersistentDisk;
      return this;
    }

    /** Sets {@code gitRepo}. */
    public Builder gitRepo(@Nullable GitRepoVolumeSource gitRepo) {
      this.gitRepo = gitRepo;
      return this;
    }

    /** Sets {@code glusterfs}. */
    public Builder glusterfs(@Nullable GlusterfsVolumeSource glusterfs) {
      this.glusterfs = glusterfs;
      return this;
    }

    /** Sets {@code hostPath}. */
    public Builder hostPath(@Nullable HostPathVolumeSource hostPath) {
      this.hostPath = hostPath;
      return this;
    }

    /** Sets {@code image}. */
    public Builder image(@Nullable ImageVolumeSource image) {
      this.image = image;
      return this;
    }

    /** Sets {@code iscsi}. */
    public Builder iscsi(@Nullable IscsiVolumeSource iscsi) {
      this.iscsi = iscsi;
      return this;
    }

    /** Sets {@code nfs}. */
    public Builder nfs(@Nullable NfsVolumeSource nfs) {
      this.nfs = nfs;
      return this;
    }

    /** Sets {@code persistentVolumeClaim}. */
    public Builder persistentVolumeClaim(
        @Nullable PersistentVolumeClaimVolumeSource persistentVolumeClaim) {
      this.persistentVolumeClaim = persistentVolumeClaim;
      return this;
    }

    /** Sets {@code photonPersistentDisk}. */
    public Builder photonPersistentDisk(
        @Nullable PhotonPersistentDiskVolumeSource photonPersistentDisk) {
      this.photonPersistentDisk = photonPersistentDisk;
      return this;
    }

    /** Sets {@code portworxVolume}. */
    public Builder portworxVolume(@Nullable PortworxVolumeSource portworxVolume) {
      this.portworxVolume = portworxVolume;
      return this;
    }

    /** Sets {@code projected}. */
    public Builder projected(@Nullable ProjectedVolumeSource projected) {
      this.projected = projected;
      return this;
    }

    /** Sets {@code quobyte}. */
    public Builder quobyte(@Nullable QuobyteVolumeSource quobyte) {
      this.quobyte = quobyte;
      return this;
    }

    /** Sets {@code rbd}. */
    public Builder rbd(@Nullable RbdVolumeSource rbd) {
      this.rbd = rbd;
      return this;
    }

    /** Sets {@code scaleIO}. */
    public Builder scaleIO(@Nullable ScaleIoVolumeSource scaleIO) {
      this.scaleIO = scaleIO;
      return this;
    }

    /** Sets {@code secret}. */
    public Builder secret(@Nullable SecretVolumeSource secret) {
      this.secret = secret;
      return this;
    }

    /** Sets {@code storageos}. */
    public Builder storageos(@Nullable StorageOsVolumeSource storageos) {
      this.storageos = storageos;
      return this;
    }

    /** Sets {@code vsphereVolume}. */
    public Builder vsphereVolume(@Nullable VsphereVirtualDiskVolumeSource vsphereVolume) {
      this.vsphereVolume = vsphereVolume;
      return this;
    }

    /** Returns the record. */
    public Volume build() {
      return new Volume(
          name,
          awsElasticBlockStore,
          azureDisk,
          azureFile,
          cephfs,
          cinder,
          configMap,
          csi,
          downwardAPI,
          emptyDir,
          ephemeral,
          fc,
          flexVolume,
          flocker,
          gcePersistentDisk,
          gitRepo,
          glusterfs,
          hostPath,
          image,
          iscsi,
          nfs,
          persistentVolumeClaim,
          photonPersistentDisk,
          portworxVolume,
          projected,
          quobyte,
          rbd,
          scaleIO,
          secret,
          storageos,
          vsphereVolume);
    }
  }
}

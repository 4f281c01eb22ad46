package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** One action of a container's lifecycle. Mirrors {@code core/v1 LifecycleHandler}. */
public record LifecycleHandler(
    @Nullable ExecAction exec,
    @Nullable HttpGetAction httpGet,
    @Nullable SleepAction sleep,
    @Nullable TcpSocketAction tcpSocket) {

  /** Reads the record from a tree. */
  public static LifecycleHandler from(Fields fields) {
    return new LifecycleHandler(
        fields.object("exec", ExecAction::from),
        fields.object("httpGet", HttpGetAction::from),
        fields.object("sleep", SleepAction::from),
        fields.object("tcpSocket", TcpSocketAction::from));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder().exec(exec).httpGet(httpGet).sleep(sleep).tcpSocket(tcpSocket);
  }

  /** Makes a {@link LifecycleHandler}; what is not set is absent. */
  public static final class Builder {
    private @Nullable ExecAction exec;
    private @Nullable HttpGetAction httpGet;
    private @Nullable SleepAction sleep;
    private @Nullable TcpSocketAction tcpSocket;

    private Builder() {}

    /** Sets {@code exec}. */
    public Builder exec(@Nullable ExecAction exec) {
      this.exec = exec;
      return this;
    }

    /** Sets {@code httpGet}. */
    public Builder httpGet(@Nullable HttpGetAction httpGet) {
      this.httpGet = httpGet;
      return this;
    }

    /** Sets {@code sleep}. */
    public Builder sleep(@Nullable SleepAction sleep) {
      this.sleep = sleep;
      return this;
    }

    /** Sets {@code tcpSocket}. */
    public Builder tcpSocket(@Nullable TcpSocketAction tcpSocket) {
      this.tcpSocket = tcpSocket;
      return this;
    }

    /** Returns the record. */
    public LifecycleHandler build() {
      return new LifecycleHandler(exec, httpGet, sleep, tcpSocket);
    }
  }
}

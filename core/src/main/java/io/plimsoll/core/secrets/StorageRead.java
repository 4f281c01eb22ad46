package io.plimsoll.core.secrets;

/** A stored value that was read, or could not be. */
public final class StorageRead {

  private final byte[] data;
  private final ReadAnswer answer;

  StorageRead(byte[] data, ReadAnswer answer) {
    this.data = data;
    this.answer = answer;
  }

  /** Returns whether it could be read, and if not why. */
  public ReadAnswer answer() {
    return answer;
  }

  /**
   * Returns the value.
   *
   * @throws IllegalStateException if it could not be read
   */
  public byte[] data() {
    if (answer instanceof ReadAnswer.Failed unreadable) {
      throw new IllegalStateException(unreadable.error());
    }
    return data.clone();
  }
}

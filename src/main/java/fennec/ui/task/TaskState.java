package fennec.ui.task;

/** Where a piece of work stands. */
public enum TaskState {
  /** Handed in, not begun. */
  WAITING,
  /** Under way. */
  RUNNING,
  /** Finished with a result. */
  DONE,
  /** Stopped because the user asked. */
  CANCELLED,
  /** Stopped by a failure, which was shown. */
  FAILED;

  /** Whether nothing more will happen. */
  public boolean isOver() {
    return this == DONE || this == CANCELLED || this == FAILED;
  }
}

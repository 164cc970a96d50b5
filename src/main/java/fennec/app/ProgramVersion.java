package fennec.app;

/** Name and version of the program, as files and {@code --version} state them. */
public final class ProgramVersion {

  /** For example {@code Fennec Workbench 1.0.0}. */
  public static final String NAME = "Fennec Workbench " + version();

  private ProgramVersion() {}

  private static String version() {
    String built = ProgramVersion.class.getPackage().getImplementationVersion();
    return built == null ? "(development)" : built;
  }
}

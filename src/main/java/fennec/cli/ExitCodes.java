package fennec.cli;

/** How the program ends; see {@code fennec --help}. */
final class ExitCodes {

  static final int FINE = 0;
  static final int BAD_DATA = 1;
  static final int USAGE = 2;
  static final int ENCODER_UNAVAILABLE = 3;
  static final int NO_WINDOW = 4;
  static final int CANCELLED = 130;

  private ExitCodes() {}
}

package fennec.ui;

import fennec.app.EncoderFiles;
import fennec.app.Workbench;
import fennec.error.FennecException;
import fennec.progress.Progress;
import fennec.ui.fetch.EncoderKeeping;
import fennec.ui.fetch.EncoderOffer;
import fennec.ui.fetch.KeptEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of encoders, as the terminal's {@code fennec encoder} keeps them. */
final class WorkbenchEncoders implements EncoderKeeping {

  private final EncoderFiles files;
  private final Workbench workbench;
  private final WorkbenchDownloads downloads;

  WorkbenchEncoders(EncoderFiles files, Workbench workbench, WorkbenchDownloads downloads) {
    this.files = files;
    this.workbench = workbench;
    this.downloads = downloads;
  }

  @Override
  public List<KeptEncoder> kept() throws FennecException {
    List<KeptEncoder> all = new ArrayList<>();
    for (EncoderFiles.Kept each : files.list()) {
      all.add(
          new KeptEncoder(
              each.name(),
              each.title(),
              each.licence(),
              each.folder().map(Path::toString).orElse(""),
              each.bytes()));
    }
    return all;
  }

  @Override
  public String check(String encoder, Progress progress) throws FennecException {
    List<String> damaged = files.check(encoder, progress);
    return damaged.isEmpty()
        ? "All files are as they were published."
        : "Damaged: " + String.join(", ", damaged) + "; delete it and get it again.";
  }

  @Override
  public String copy(String encoder, Path folder, Progress progress) throws FennecException {
    Path copy = files.copy(encoder, folder, progress);
    return "It is in "
        + copy
        + ". On the other computer choose that folder with the button beside the encoder, or say"
        + " --encoder clip:FOLDER or dinov2:FOLDER.";
  }

  @Override
  public String remove(String encoder) throws FennecException {
    long freed = files.remove(encoder);
    downloads.look();
    workbench.forgetAutomatic();
    return EncoderOffer.megabytes(freed) + " freed.";
  }
}

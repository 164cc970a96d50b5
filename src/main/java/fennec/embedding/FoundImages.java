package fennec.embedding;

import fennec.progress.Progress;
import java.util.ArrayList;
import java.util.List;

/** Collects pictures and complaints while folders and archives are walked. */
final class FoundImages {

  private final List<ImageSource> sources = new ArrayList<>();
  private final List<FailedImage> complaints = new ArrayList<>();
  private final Progress progress;

  FoundImages(Progress progress) {
    this.progress = progress;
  }

  /** A file met on the way: taken if its name is that of a picture. */
  void addMet(String name, ImageSource.Opener opener) {
    if (ImageFormats.isUnsupported(name)) {
      complain(name, ImageFormats.unsupported(ImageFormats.extension(name)));
    } else if (ImageFormats.isPicture(name)) {
      take(name, opener);
    }
  }

  /** A file named by the user: taken whatever it is called. */
  void addListed(String name, ImageSource.Opener opener) {
    if (ImageFormats.isUnsupported(name)) {
      complain(name, ImageFormats.unsupported(ImageFormats.extension(name)));
    } else {
      take(name, opener);
    }
  }

  private void take(String name, ImageSource.Opener opener) {
    sources.add(new ImageSource(name, "", opener));
    if (sources.size() % 256 == 0) {
      progress.checkCancelled();
      progress.step(sources.size(), 0, "looking for pictures");
    }
  }

  void complain(String name, String reason) {
    complaints.add(new FailedImage(name, reason));
  }

  List<ImageSource> sources() {
    return sources;
  }

  List<FailedImage> complaints() {
    return complaints;
  }
}

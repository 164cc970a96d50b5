package fennec.ui.target;

import fennec.embedding.DecodedImage;
import fennec.error.FennecException;
import fennec.progress.Progress;
import fennec.ui.fetch.EncoderDownloads;
import fennec.ui.fetch.EncoderKeeping;
import fennec.ui.session.TargetRun;
import java.nio.file.Path;
import java.util.List;

/** What the task pane needs from the program. Methods that take long are called off the window. */
public interface RecommendationService {

  /** Encoders, the one to use by default first. */
  List<EncoderChoice> encoders();

  /** Fetches encoders that are not here; {@link #encoders} tells of them afterwards. */
  EncoderDownloads downloads();

  /** Checks, copies and deletes encoders that are here. */
  EncoderKeeping keeping();

  /** Folders of images that come with the program. */
  List<SampleTask> sampleTasks();

  /**
   * Loads the encoder so that the first run need not wait.
   *
   * @return where it runs and why
   * @throws FennecException if it cannot be made ready
   */
  EncoderReady warmUp(String encoder, Progress progress) throws FennecException;

  /**
   * Embeds the images and scores all candidates.
   *
   * @throws FennecException if nothing could be ranked
   */
  TargetRun recommend(TargetRequest request, ImageWatcher watcher, Progress progress)
      throws FennecException;

  /**
   * Scores the candidates of a run anew with another number of clusters of architectures; nothing
   * is embedded again.
   *
   * @throws FennecException if there cannot be so many clusters
   */
  TargetRun recluster(TargetRun run, int clusters, Progress progress) throws FennecException;

  /**
   * Reads one image of a run again, for its thumbnail.
   *
   * @throws FennecException if it cannot be read
   */
  DecodedImage read(List<Path> sources, String file) throws FennecException;
}

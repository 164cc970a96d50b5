package fennec.ui.fetch;

import fennec.error.FennecException;
import fennec.progress.Progress;

/** What the window needs for fetching encoders; both methods are called off the window's thread. */
public interface EncoderDownloads {

  /**
   * Asks what an encoder consists of; fetches nothing.
   *
   * @param encoder its name on the command line
   * @throws FennecException if offline or the server refuses
   */
  EncoderOffer offer(String encoder) throws FennecException;

  /**
   * Fetches what is missing; steps of the progress are bytes.
   *
   * @return what is here now and how to go on, for people
   * @throws FennecException if the disk is full or the server fails for good
   * @throws java.util.concurrent.CancellationException if the watcher asked to stop
   */
  String fetch(EncoderOffer offer, Progress progress) throws FennecException;
}

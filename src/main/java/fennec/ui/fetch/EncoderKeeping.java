package fennec.ui.fetch;

import fennec.error.FennecException;
import fennec.progress.Progress;
import java.nio.file.Path;
import java.util.List;

/**
 * What the window needs for encoders that were fetched; methods are called off the window's thread
 * and use no network.
 */
public interface EncoderKeeping {

  /**
   * All encoders of the catalogue, here or not.
   *
   * @throws FennecException if files that are here cannot be read
   */
  List<KeptEncoder> kept() throws FennecException;

  /**
   * Compares the files of an encoder with their hashes.
   *
   * @return what was found, a sentence
   * @throws FennecException if they cannot be read
   */
  String check(String encoder, Progress progress) throws FennecException;

  /**
   * Copies an encoder into {@code folder}, for another computer.
   *
   * @return where it is and how it is used there, a sentence or two
   * @throws FennecException if it cannot be read or written
   */
  String copy(String encoder, Path folder, Progress progress) throws FennecException;

  /**
   * Deletes an encoder.
   *
   * @return what was freed, a sentence
   * @throws FennecException if it cannot be deleted
   */
  String remove(String encoder) throws FennecException;
}

package fennec.encoder;

import fennec.error.FennecException;
import java.util.SortedSet;

/** The named tensors of a checkpoint, under the names of the Transformers library. */
interface Weights extends AutoCloseable {

  /** The file or files they come from, for messages. */
  String source();

  /** All names. */
  SortedSet<String> names();

  /** Lengths of the axes of a tensor that is among {@link #names}. */
  long[] shape(String name);

  /** All numbers of a tensor that is among {@link #names}, row by row, widened to singles. */
  float[] floats(String name) throws FennecException;

  @Override
  void close();
}

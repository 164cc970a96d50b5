package fennec.ui.target;

import fennec.embedding.DecodedImage;
import fennec.error.FennecException;
import fennec.ui.task.Outcome;
import fennec.ui.task.TaskRunner;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Thumbnails of one run. Those of images that were just decoded are kept; others are read from the
 * file when a cell that is looked at asks for them, the last asked first. At most {@value #KEPT}
 * are kept, so that memory does not grow with the folder.
 */
public final class Thumbnails {

  /** Reads an image of the run. */
  @FunctionalInterface
  public interface Reader {
    /** Reads the image; called off the window's thread. */
    DecodedImage read(String file) throws FennecException;
  }

  private static final int KEPT = 600;
  private static final int MOST_WAITING = 200;

  private final TaskRunner tasks;
  private final Reader reader;
  private final Map<String, Thumbnail> kept =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Thumbnail> eldest) {
              return size() > KEPT;
            }
          });
  private final Map<String, Consumer<Thumbnail>> wanted = new HashMap<>();
  private final Deque<String> waiting = new ArrayDeque<>();
  private boolean reading;

  /** Creates an empty store that reads through {@code reader} on {@code tasks}. */
  public Thumbnails(TaskRunner tasks, Reader reader) {
    this.tasks = tasks;
    this.reader = reader;
  }

  /** Keeps the thumbnail of an image that was decoded; any thread. */
  public void keep(String file, DecodedImage image) {
    kept.put(file, Thumbnail.of(image));
  }

  /** The thumbnail if it is at hand, else null and {@code later} is called when it was read. */
  public Thumbnail get(String file, Consumer<Thumbnail> later) {
    Thumbnail here = kept.get(file);
    if (here == null) {
      wanted.merge(file, later, Consumer::andThen);
      waiting.remove(file);
      waiting.push(file);
      if (waiting.size() > MOST_WAITING) {
        wanted.remove(waiting.removeLast());
      }
      readNext();
    }
    return here;
  }

  private void readNext() {
    if (reading || waiting.isEmpty()) {
      return;
    }
    reading = true;
    String file = waiting.pop();
    tasks.runQuietly(
        progress -> {
          Thumbnail here = kept.get(file);
          return here == null ? Thumbnail.of(reader.read(file)) : here;
        },
        new Outcome<Thumbnail>() {
          @Override
          public void done(Thumbnail thumbnail) {
            kept.put(file, thumbnail);
            Consumer<Thumbnail> cell = wanted.remove(file);
            if (cell != null) {
              cell.accept(thumbnail);
            }
            next();
          }

          @Override
          public boolean failed(FennecException failure) {
            // The list of damaged files says why; an empty cell is enough here.
            wanted.remove(file);
            next();
            return true;
          }

          @Override
          public void cancelled() {
            next();
          }
        });
  }

  private void next() {
    reading = false;
    readNext();
  }
}

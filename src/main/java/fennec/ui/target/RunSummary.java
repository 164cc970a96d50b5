package fennec.ui.target;

import fennec.ui.session.TargetRun;
import java.util.Locale;

/** A finished run in a sentence or two. */
final class RunSummary {

  /** Below this many images the ranking rests on little. */
  private static final int FEW_IMAGES = 10;

  private RunSummary() {}

  /** What was used; {@code fromCache} of the vectors were there already. */
  static String of(TargetRun run, int fromCache) {
    int used = run.provenance().images();
    int classes = run.recommendation().task().embeddings().classes();
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "%,d %s used", used, used == 1 ? "image" : "images"));
    text.append(
        classes > 1
            ? ", " + classes + " classes from sub-folders (optional)."
            : ", no classes (none are needed).");
    if (fromCache > 0) {
      text.append(
          fromCache == used
              ? " All vectors were kept from earlier: nothing was embedded again."
              : String.format(
                  Locale.ROOT, " %,d of the vectors were kept from earlier.", fromCache));
    }
    run.notes().forEach(note -> text.append('\n').append(note));
    return text.toString();
  }

  /** What the user should be warned of; empty if there is nothing. */
  static String warning(TargetRun run) {
    int used = run.provenance().images();
    return used < FEW_IMAGES
        ? String.format(
            Locale.ROOT,
            "Too few images: %,d say little about a task. Add some, %d or more; until then take the"
                + " places for wide guesses.",
            used,
            FEW_IMAGES)
        : "";
  }
}

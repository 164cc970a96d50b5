package fennec.ui.target;

import fennec.ui.session.TargetRun;
import java.util.Locale;

/** A finished run in a sentence or two. */
final class RunSummary {

  /** Below this many images the ranking rests on little. */
  private static final int FEW_IMAGES = 10;

  private RunSummary() {}

  static String of(TargetRun run) {
    int used = run.provenance().images();
    int classes = run.recommendation().task().embeddings().classes();
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "%,d %s used", used, used == 1 ? "image" : "images"));
    text.append(
        classes > 1
            ? ", " + classes + " classes from sub-folders (optional)."
            : ", no classes (none are needed).");
    if (used < FEW_IMAGES) {
      text.append(" So few images say little; expect wide intervals.");
    }
    run.notes().forEach(note -> text.append('\n').append(note));
    return text.toString();
  }
}

package fennec.evaluate;

/**
 * One figure of a sweep.
 *
 * @param pack name of the pack or of the joined packs
 * @param series name of the curve, for example {@code similarity}
 * @param x place on the axis; for settings that are no numbers, their position
 * @param setting the setting in words, for example {@code 0.25} or {@code without medical}
 * @param measure label of a {@link RankingMeasure}, or another such as {@code reconstruction_error}
 * @param value mean over tasks and draws
 */
public record SweepPoint(
    String pack, String series, double x, String setting, String measure, double value) {}

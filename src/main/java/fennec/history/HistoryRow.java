package fennec.history;

/**
 * One row of a joined history.
 *
 * @param name name of the row, unique: that of the model, with the pack behind it in brackets where
 *     several packs have a model of that name
 * @param pack position of its pack
 * @param model name of the model within its pack
 */
public record HistoryRow(String name, int pack, String model) {}

package fennec.io;

import fennec.recommend.RankingReport;
import java.io.IOException;
import java.io.Writer;

/** Writes a ranking in one format. The same report gives the same bytes. */
public interface RankingWriter {

  /** Writes {@code report} to {@code out}, which the caller closes. */
  void write(RankingReport report, Writer out) throws IOException;
}

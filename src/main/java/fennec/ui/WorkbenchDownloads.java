package fennec.ui;

import fennec.app.EncoderFetch;
import fennec.app.EncoderShelf;
import fennec.app.Workbench;
import fennec.error.FennecException;
import fennec.progress.Progress;
import fennec.ui.fetch.EncoderDownloads;
import fennec.ui.fetch.EncoderOffer;
import java.util.List;

/** Encoders of the catalogue: which are here, and fetching the others. */
final class WorkbenchDownloads implements EncoderDownloads {

  private final Workbench workbench;
  private final EncoderFetch fetch;
  private volatile List<EncoderShelf.Fetchable> known;

  WorkbenchDownloads(Workbench workbench, EncoderFetch fetch) {
    this.workbench = workbench;
    this.fetch = fetch;
    this.known = fetch.known(workbench.encoders());
  }

  /** The encoders of the catalogue as they were after the last download. */
  List<EncoderShelf.Fetchable> known() {
    return known;
  }

  /** Looks again which encoders are here. */
  void look() {
    known = fetch.known(workbench.encoders());
  }

  @Override
  public EncoderOffer offer(String encoder) throws FennecException {
    return shown(fetch.offer(encoder));
  }

  private static EncoderOffer shown(EncoderFetch.Offer offer) {
    return new EncoderOffer(
        offer.name(),
        offer.title(),
        offer.source() + "/" + offer.repository(),
        offer.licence(),
        offer.target().toString(),
        offer.totalBytes(),
        offer.missingBytes(),
        offer.freeBytes());
  }

  @Override
  public String fetch(EncoderOffer offer, Progress progress) throws FennecException {
    fetch.fetch(fetch.offer(offer.encoder()), progress);
    look();
    workbench.forgetAutomatic();
    boolean lacks =
        known.stream()
            .anyMatch(each -> each.name().equals(offer.encoder()) && each.lacksFeatures());
    return offer.title() + " is here. " + (lacks ? howToGoOn(offer.encoder()) : "Choose it below.");
  }

  /** What to do about an encoder without features of the historical tasks. */
  static String howToGoOn(String encoder) {
    return "It has not seen the historical tasks yet, so images would not change its transfer"
        + " scores: run \"fennec history embed --encoder "
        + encoder
        + " --from-hub\" in a terminal, then start this program again.";
  }
}

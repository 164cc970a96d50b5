package fennec.io;

import fennec.recommend.PackStamp;
import fennec.recommend.Provenance;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A provenance as pairs of key and text, for the formats that people read. */
final class ProvenanceLines {

  private ProvenanceLines() {}

  static Map<String, String> of(Provenance p) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("program", p.program());
    lines.put("java", p.java());
    lines.put("encoder", p.encoderTitle() + " (" + p.encoder() + ")");
    lines.put("weights_sha256", p.weightsSha256());
    lines.put("device", p.device());
    lines.put("folder", p.folder());
    lines.put("folder_fingerprint", p.folderFingerprint());
    lines.put("images", String.valueOf(p.images()));
    lines.put("failed_images", String.valueOf(p.failedImages()));
    lines.put("history", p.packs().stream().map(PackStamp::name).collect(Collectors.joining(", ")));
    lines.put("method", p.settings().method().label());
    lines.put("k", String.valueOf(p.settings().latentSize()));
    lines.put("trees", String.valueOf(p.settings().trees()));
    lines.put("clusters", String.valueOf(p.settings().clusters()));
    lines.put("seed", String.valueOf(p.settings().seed()));
    lines.put("alpha", String.valueOf(p.alpha()));
    lines.put("time", p.time().toString());
    return lines;
  }
}

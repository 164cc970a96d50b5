package fennec.recommend;

/**
 * Names the exact content of a history pack.
 *
 * @param name short name
 * @param sha256 hash of its files
 */
public record PackStamp(String name, String sha256) {}

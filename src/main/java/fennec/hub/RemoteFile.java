package fennec.hub;

/**
 * What the server announces of one file.
 *
 * @param name in the repository
 * @param commit of the repository the name was resolved to
 * @param etag without quotes: the SHA-256 of a large file, the git hash of a small one
 * @param size in bytes
 */
record RemoteFile(String name, String commit, String etag, long size) {}

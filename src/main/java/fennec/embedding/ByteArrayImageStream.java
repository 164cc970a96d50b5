package fennec.embedding;

import javax.imageio.stream.ImageInputStreamImpl;

/** Bytes in memory as the codecs want them: no copy, no temporary file. */
final class ByteArrayImageStream extends ImageInputStreamImpl {

  private final byte[] bytes;

  ByteArrayImageStream(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read() {
    bitOffset = 0;
    return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    bitOffset = 0;
    if (length == 0) {
      return 0;
    }
    if (streamPos >= bytes.length) {
      return -1;
    }
    int number = (int) Math.min(length, bytes.length - streamPos);
    System.arraycopy(bytes, (int) streamPos, into, offset, number);
    streamPos += number;
    return number;
  }

  @Override
  public long length() {
    return bytes.length;
  }
}

package fennec.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class ExifOrientationTest {

  /** The smallest EXIF block with an orientation: a header and one entry. */
  private static byte[] block(int orientation) {
    ByteBuffer tiff = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN);
    tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
    tiff.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation).putShort((short) 0).putInt(0);
    return tiff.array();
  }

  @Test
  void theEightWaysAreReadAndEveryOtherIsUpright() {
    for (int way = 1; way <= 8; way++) {
      assertEquals(way, ExifOrientation.ofBlock(block(way)));
    }
    for (int none : new int[] {0, 9, 255, 65535}) {
      assertEquals(ExifOrientation.UPRIGHT, ExifOrientation.ofBlock(block(none)));
    }
    assertEquals(ExifOrientation.UPRIGHT, ExifOrientation.ofBlock(new byte[0]));
  }
}

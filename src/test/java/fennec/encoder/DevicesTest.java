package fennec.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.error.EncoderUnavailableException;
import fennec.error.FennecException;
import org.junit.jupiter.api.Test;

/** What is chosen and what is said, from what engine and driver report. */
class DevicesTest {

  private static final NvidiaDriver ONE =
      NvidiaDriver.parse("NVIDIA H100 80GB HBM3, 550.54.15, 81559 MiB\n", 0);
  private static final NvidiaDriver NONE = NvidiaDriver.parse("", 0);

  @Test
  void gpuIsTakenWhereTheEngineSeesOne() throws Exception {
    Devices.Choice choice = Devices.choose("auto", 1, ONE);
    assertEquals("cuda:0", choice.name());
    assertEquals("cuda:0 NVIDIA H100 80GB HBM3", choice.title());
    assertEquals("cuda:0", Devices.choose("cuda", 1, ONE).name());
  }

  @Test
  void cpuBuildIsTheReasonAndTheWayOnIsSaid() throws Exception {
    Devices.Choice choice = Devices.choose("auto", 0, ONE);
    assertEquals("cpu", choice.name());
    assertEquals(
        "The GPU is not used: the driver 550.54.15 reports NVIDIA H100 80GB HBM3, but the engine in"
            + " use is PyTorch's CPU build; set PYTORCH_LIBRARY_PATH to the torch/lib folder of an"
            + " installed PyTorch 2.7.1 with CUDA and PYTORCH_FLAVOR to its flavour, for example"
            + " cu128, then start again.",
        choice.whyNoGpu());
    assertEquals("", Devices.choose("auto", 0, NONE).whyNoGpu());
  }

  @Test
  void gpuThatCannotBeHadIsAFailure() {
    assertEquals(
        "The device cuda:0 cannot be used: the driver reports no GPU.",
        assertThrows(EncoderUnavailableException.class, () -> Devices.choose("cuda:0", 0, NONE))
            .getMessage());
    assertEquals(
        "The device cuda:3 cannot be used: there are 1 GPUs, numbered from 0.",
        assertThrows(EncoderUnavailableException.class, () -> Devices.choose("cuda:3", 1, ONE))
            .getMessage());
    assertEquals(
        "nvidia-smi reports: NVIDIA-SMI has failed",
        NvidiaDriver.parse("NVIDIA-SMI has failed\n", 9).problem());
  }

  @Test
  void unknownWordsAreRefused() throws Exception {
    assertEquals(
        "There is no device 'gpu'; say auto, cpu, cuda or cuda:N.",
        assertThrows(FennecException.class, () -> Devices.choose("gpu")).getMessage());
    assertTrue(Devices.choose("cpu").title().startsWith("CPU, "));
  }
}

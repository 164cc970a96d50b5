package fennec.ui.target;

/**
 * An encoder that was loaded.
 *
 * @param where its name and where it runs, for example {@code CLIP ViT-B/32 on cuda:0 NVIDIA H100}
 * @param why why this one and not a GPU, and what to do about it; empty if there is nothing to say
 */
public record EncoderReady(String where, String why) {}

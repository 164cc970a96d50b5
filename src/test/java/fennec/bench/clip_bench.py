"""The checkpoint of ClipBench.java run by transformers and PyTorch. Arguments: FOLDER SECONDS."""

import sys
import time

import numpy
import torch
import transformers
from safetensors.torch import load_file
from transformers import CLIPVisionConfig, CLIPVisionModelWithProjection

folder, seconds = sys.argv[1], float(sys.argv[2])
config = CLIPVisionConfig(projection_dim=512, patch_size=32, attn_implementation="sdpa")
model = CLIPVisionModelWithProjection(config).eval()
missing, unexpected = model.load_state_dict(load_file(folder + "/model.safetensors"), strict=False)
assert not unexpected and all("position_ids" in name for name in missing), (missing, unexpected)
print("torch", torch.__version__, "transformers", transformers.__version__, torch.get_num_threads(), "threads")
with torch.inference_mode():
    for batch in (1, 8, 32):
        pixels = torch.randn(batch, 3, 224, 224, generator=torch.Generator().manual_seed(1))
        model(pixels)
        rates = []
        end = time.perf_counter() + seconds
        while time.perf_counter() < end or len(rates) < 3:
            start = time.perf_counter()
            model(pixels)
            rates.append(batch / (time.perf_counter() - start))
        print(f"torch batch {batch:2d}: median {numpy.median(rates):.2f}, best {max(rates):.2f} images/s ({len(rates)} runs)")

"""Draws the pictures of golden/images and writes what the reference implementations compute of them.

make.py write GOLDEN BUILT_IN_FOLDER BUILT_IN_EXPECTED   draws, computes and writes
make.py check GOLDEN                                     how far the stored values are from these ones
"""

import json
import os
import sys

import numpy
import PIL
import torch
import transformers
from PIL import Image
from transformers import CLIPModel, Dinov2Model

CHECKPOINTS = ("clip-tiny-patch8-32", "clip-tiny-gelu-patch14-56", "dinov2-tiny")
MADE_WITH = (
    f"transformers {transformers.__version__}, torch {torch.__version__}, Pillow {PIL.__version__}: RGB, BICUBIC "
    "resize of the shorter side (longer side int(side * long / short)), centre crop with floor offsets, /255, mean, std"
)


def scene(width, height, seed):
    """Waves, discs and grain: smooth and rough places, every colour, no symmetry."""
    random = numpy.random.default_rng(seed)
    y, x = numpy.mgrid[0:height, 0:width]
    picture = numpy.zeros((height, width, 3))
    for channel in range(3):
        a, b, c = random.uniform(0.01, 0.25, 3)
        picture[..., channel] = 128 + 70 * numpy.sin(a * x + b * y) * numpy.cos(c * (x - y))
    for _ in range(7):
        cx, cy, r = random.uniform(0, width), random.uniform(0, height), random.uniform(0.04, 0.3) * max(width, height)
        picture[(x - cx) ** 2 + (y - cy) ** 2 < r * r] = random.uniform(0, 255, 3)
    picture += random.normal(0, 6 + 3 * seed, picture.shape)
    return Image.fromarray(numpy.clip(picture, 0, 255).astype(numpy.uint8))


def draw(folder):
    os.makedirs(folder, exist_ok=True)
    for i, (width, height) in enumerate(((96, 96), (120, 80), (32, 32), (150, 150), (90, 131), (28, 28))):
        scene(width, height, i).save(f"{folder}/{i:02d}_scene.png")
    photo = scene(200, 133, 9)
    photo.resize((300, 40)).save(f"{folder}/10_wide.png")
    photo.resize((30, 220)).save(f"{folder}/11_tall.png")
    photo.resize((7, 5)).save(f"{folder}/12_tiny.png")
    photo.convert("L").save(f"{folder}/13_gray.png")
    photo.quantize(64).save(f"{folder}/14_palette.png")
    faded = photo.copy()
    faded.putalpha(Image.linear_gradient("L").resize(photo.size))
    faded.save(f"{folder}/15_rgba.png")
    photo.save(f"{folder}/16_photo.jpg", quality=88)


def pixels(path, side, crop, mean, std):
    image = Image.open(path).convert("RGB")
    width, height = image.size
    short, long = min(width, height), max(width, height)
    other = int(side * long / short)
    image = image.resize((side, other) if width < height else (other, side), Image.BICUBIC)
    left, top = (image.width - crop) // 2, (image.height - crop) // 2
    levels = numpy.asarray(image.crop((left, top, left + crop, top + crop)), dtype=numpy.float32)
    values = (levels / numpy.float32(255) - numpy.float32(mean)) / numpy.float32(std)
    return torch.from_numpy(values.transpose(2, 0, 1).copy())[None]


def prepared(folder, path):
    config = json.load(open(f"{folder}/preprocessor_config.json"))
    return pixels(
        path, config["size"]["shortest_edge"], config["crop_size"]["height"], config["image_mean"], config["image_std"]
    )


def checkpoint(folder):
    if "dinov2" in folder:
        model = Dinov2Model.from_pretrained(folder).eval()
        return lambda x: model(x).pooler_output, "Dinov2Model pooler_output"
    model = CLIPModel.from_pretrained(folder).eval()
    return (
        lambda x: model.visual_projection(model.vision_model(x).pooler_output),
        "CLIPModel vision_model and visual_projection",
    )


def expected(folder, images):
    forward, name = checkpoint(folder)
    rows = {}
    for file in sorted(os.listdir(images)):
        x = prepared(folder, f"{images}/{file}")
        random = numpy.random.default_rng(len(rows))
        crop = x.shape[-1]
        places = [(int(random.integers(3)), int(random.integers(crop)), int(random.integers(crop))) for _ in range(48)]
        with torch.no_grad():
            vector = forward(x)[0]
        rows[file] = {
            "pixels": [[*p, float(x[(0, *p)])] for p in places],
            "embedding": [float(v) for v in vector],
        }
    return {"made_with": MADE_WITH, "class": name + ", float32, not normalised", "expected": rows}


def built_in(folder, images):
    description = json.load(open(f"{folder}/encoder.json"))
    steps = description["preprocess"]
    model = torch.jit.load(f"{folder}/encoder.pt").eval()
    rows = {}
    for file in sorted(os.listdir(images)):
        x = pixels(f"{images}/{file}", steps["resize_shorter_side"], steps["centre_crop"], steps["mean"], steps["std"])
        with torch.no_grad():
            rows[file] = [float(v) for v in model(x)[0]]
    return {"made_with": MADE_WITH, "expected": rows}


def main(command, golden, *more):
    if command == "check":
        for name in CHECKPOINTS:
            folder = f"{golden}/{name}"
            images = f"{folder}/images" if os.path.isdir(f"{folder}/images") else f"{golden}/images"
            stored = json.load(open(f"{folder}/expected.json"))["expected"]
            again = expected(folder, images)["expected"]
            worst = max(
                abs(a - b) for f in stored for a, b in zip(stored[f]["embedding"], again[f]["embedding"], strict=True)
            )
            print(name, len(stored), "pictures, largest difference", worst)
        return
    images = f"{golden}/images"
    draw(images)
    for name in CHECKPOINTS:
        json.dump(expected(f"{golden}/{name}", images), open(f"{golden}/{name}/expected.json", "w"), indent=1)
    json.dump(built_in(more[0], images), open(more[1], "w"), indent=1)


main(*sys.argv[1:])

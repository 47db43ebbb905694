"""Baked radiance -> clean 8-bit lightmap. Usage: python3 lightmap.py NAME [SCALE]; writes out/NAME_lm.rgb (raw, top row first).

Debian's Blender has no denoiser, so: firefly clamp, a-trous filter guided by baked position and normal, then the empty
texels are filled so that filtering and mipmaps never reach black. Stored = sRGB(light / SCALE).
"""
import os
import sys
import time
import warnings
import numpy as np

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'out')
STEPS = 4
#: of log light; narrows by 0.72 a step. Judged by eye: less leaves grime on ceilings, more eats contact shadows
LUMINANCE_SIGMA = 1.6
NEIGHBOURS = ((0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (1, -1), (-1, 1), (-1, -1))


def shifted(a, dy, dx):
    return np.roll(np.roll(a, dy, 0), dx, 1)


def texel_size(position, valid):
    """Metres between neighbouring texels, the median."""
    gap = np.linalg.norm(shifted(position, 0, -1) - position, axis=-1)
    return float(np.median(gap[valid & shifted(valid, 0, -1)]))


def clamp_fireflies(light, valid):
    """A texel far brighter than the median of its neighbours is pulled down to it."""
    luminance = light.mean(-1)
    around = np.stack([np.where(shifted(valid, dy, dx), shifted(luminance, dy, dx), np.nan) for dy, dx in NEIGHBOURS])
    with warnings.catch_warnings():
        warnings.simplefilter('ignore', RuntimeWarning)  # texels without any valid neighbour
        middle = np.nanmedian(around, 0)
    middle = np.where(np.isfinite(middle), middle, luminance)
    hot = valid & (luminance > middle * 2.2 + 0.12)
    return np.where(hot[..., None], light * (middle / np.maximum(luminance, 1e-6))[..., None], light)


def smooth(light, normal, position, valid, texel_m):
    kernel = (1 / 16, 1 / 4, 3 / 8, 1 / 4, 1 / 16)
    for step in range(STEPS):
        stride = 2 ** step
        total, weights = np.zeros_like(light), np.zeros(valid.shape, np.float32)
        level = np.log1p(4 * light.mean(-1))
        for dy in range(-2, 3):
            for dx in range(-2, 3):
                y, x = dy * stride, dx * stride
                other = shifted(light, y, x)
                weight = (kernel[dy + 2] * kernel[dx + 2]) * shifted(valid, y, x)
                facing = np.clip((normal * shifted(normal, y, x)).sum(-1), 0, 1)
                weight = weight * facing ** 32
                away = position - shifted(position, y, x)
                weight = weight * ((away * away).sum(-1) < (texel_m * stride * 4.5) ** 2)
                weight = weight * np.exp(-np.abs(level - np.log1p(4 * other.mean(-1))) / (LUMINANCE_SIGMA * 0.72 ** step))
                total += other * weight[..., None]
                weights += weight
        light = np.where((weights > 1e-5)[..., None], total / np.maximum(weights, 1e-6)[..., None], light)
    return light


def push_pull(light, valid):
    """Averages of ever larger neighbourhoods, for texels no chart covers."""
    pyramid = [(light * valid[..., None], valid.astype(np.float32))]
    while len(pyramid[-1][1]) > 1:
        color, mass = pyramid[-1]
        half = len(mass) // 2
        color = color.reshape(half, 2, half, 2, 3).sum((1, 3))
        mass = mass.reshape(half, 2, half, 2).sum((1, 3))
        pyramid.append((color / np.maximum(mass, 1)[..., None], np.minimum(mass, 1)))
    color, mass = pyramid[-1]
    filled = color / np.maximum(mass, 1e-6)[..., None]
    for color, mass in pyramid[-2::-1]:
        filled = filled.repeat(2, 0).repeat(2, 1)
        filled = np.where(mass[..., None] > 0, color / np.maximum(mass, 1e-6)[..., None], filled)
    return filled


def dilate(light, valid, rings=4):
    """Grows every chart outwards by its own edge colours."""
    light, valid = np.where(valid[..., None], light, 0), valid.copy()
    for _ in range(rings):
        total, count = np.zeros_like(light), np.zeros(valid.shape, np.float32)
        for dy, dx in NEIGHBOURS:
            near = shifted(valid, dy, dx)
            total += shifted(light, dy, dx) * near[..., None]
            count += near
        grown = ~valid & (count > 0)
        light[grown] = total[grown] / count[grown][..., None]
        valid |= grown
    return light, valid


def main(name, scale):
    started = time.time()
    baked = np.load(os.path.join(OUT, name + '_lm_raw.npz'))
    rgb = baked['rgb'].astype(np.float32)
    light, valid = np.nan_to_num(rgb[..., :3]), rgb[..., 3] > 0.5
    normal, position = baked['nrm'].astype(np.float32) * 2 - 1, baked['pos'].astype(np.float32)
    light = smooth(clamp_fireflies(light, valid), normal, position, valid, texel_size(position, valid))
    grown, covered = dilate(light, valid)
    light = np.where(covered[..., None], grown, push_pull(light, valid))
    stored = np.clip(light / scale, 0, 1)
    stored = np.where(stored <= 0.0031308, stored * 12.92, 1.055 * stored ** (1 / 2.4) - 0.055)
    dither = np.random.default_rng(1).random(stored.shape)
    np.clip(stored * 255 + dither, 0, 255).astype(np.uint8)[::-1].tofile(os.path.join(OUT, name + '_lm.rgb'))
    clipped = (light / scale > 1).any(-1)[valid].mean()
    print('%s: %.1f%% of texels used, %.2f%% brighter than the scale, %.0f s' % (name, 100 * valid.mean(), 100 * clipped, time.time() - started))


if __name__ == '__main__':
    main(sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else 4.0)

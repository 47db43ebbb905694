"""What the hand takes on the way out of a fire, or should leave: cloth, tape, torch, tap, escape mask, bags."""
import math
from part import TAU
from prop_kit import SIGNS, Prop


def carried_props():
    _towel()
    _sheet()
    _tape()
    _tape_frame()
    _torch()
    _tap()
    _escape_mask()
    _handbag()
    _laptop_bag()
    _wallet()


def _hanging(width, length, across, down, gather):
    """Grid of a cloth that hangs from one hand: gathered at the origin, wider and in folds below. gather: width there."""
    rows = []
    for j in range(down + 1):
        t = j / down
        half = (gather + (width - gather) * min(1.0, t * 1.5) ** 0.7) / 2
        row = []
        for i in range(across + 1):
            s = 2 * i / across - 1
            fold = 0.035 * (0.35 + t) * math.sin(i * 1.9 + 0.6 * t)
            row.append((half * s, fold, 0.03 - length * t - 0.05 * (1 - s * s) * t))
        rows.append(row)
    return rows


def _towel():
    """Hand towel. Parts, one shown at a time: folded 0.30 x 0.08 x 0.20 m; held by a hand; sill: rolled, 0.8 m along x, 0.1 m thick."""
    prop, cloth, stripe = Prop('towel'), '#dfe9ec', '#4f8fb5'
    folded = prop.part('folded')
    for k, (wide, deep) in enumerate(((0.30, 0.20), (0.292, 0.19), (0.285, 0.185))):
        folded.box((wide, deep, 0.027), (0, 0.004 * k, -0.0265 + 0.0265 * k), cloth, 'matte', 0.011, 1)
    for x in (-0.10, -0.085):
        folded.box((0.008, 0.187, 0.002), (x, 0.008, 0.0402), stripe, 'matte', 0, cull='D')
    held = prop.part('held')
    rows = _hanging(0.30, 0.40, 6, 7, 0.12)
    for first, last, color in ((0, 5, cloth), (5, 6, stripe), (6, 7, cloth)):
        held.sheet(rows[first:last + 1], color, thickness=0.008)
    sill = prop.part('sill')
    sill.tube([(0.40 * t, 0.006 * math.sin(5 * t), 0.003 * math.cos(9 * t)) for t in (-1, -0.6, -0.2, 0.2, 0.6, 1)], 0.048, cloth, 'matte', 9, 1)
    for x in (-0.335, -0.315):
        sill.lathe([(0.0495, -0.006), (0.0495, 0.006)], (x, 0.003, 0), stripe, 'matte', 9, rot=(0, 90, 0))
    prop.close()


def _sheet():
    """Bright sheet to be waved: folded 0.40 x 0.10 x 0.30 m, or held, about 0.9 m long."""
    prop, cloth, edge = Prop('sheet'), '#f2512c', '#f7b733'
    folded = prop.part('folded')
    for k in range(3):
        folded.box((0.40 - 0.008 * k, 0.30 - 0.01 * k, 0.034), (0, 0.005 * k, -0.033 + 0.033 * k), cloth, 'matte', 0.014, 1)
    folded.box((0.03, 0.285, 0.002), (-0.13, 0.010, 0.0502), edge, 'matte', 0, cull='D')
    held = prop.part('held')
    rows = _hanging(0.85, 0.92, 8, 9, 0.10)
    held.sheet(rows[:9], cloth, thickness=0.006)
    held.sheet(rows[8:], edge, thickness=0.006)
    prop.close()


def _tape():
    """Roll of wide tape, lying flat."""
    prop = Prop('tape')
    body = prop.part('body')
    body.lathe([(0.036, -0.024), (0.050, -0.024), (0.050, 0.024), (0.036, 0.024), (0.036, -0.024)], (0, 0, 0), '#b9c2c6', 'gloss', 20)
    body.lathe([(0.0362, 0.0245), (0.0352, 0.0245), (0.0352, -0.0245), (0.0362, -0.0245)], (0, 0, 0), '#c79b66', 'matte', 20)
    body.box((0.022, 0.002, 0.046), (0.012, -0.0505, 0), '#cdd5d8', 'gloss', 0)
    prop.close()


def _tape_frame():
    """Strips of tape round a leaf of 0.90 x 2.05 m, on its -z side: both sides and the head. The app scales it to the leaf."""
    prop, face = Prop('tape-frame'), -0.036
    body = prop.part('body')
    for x in (-0.45, 0.45):
        body.box((0.055, 0.004, 2.05), (x, face, 0.0), '#b9c2c6', 'gloss', 0)
        for k in range(3):  # where one length ends and the next begins
            body.box((0.058, 0.006, 0.03), (x, face, -0.62 + 0.6 * k), '#a7b1b6', 'gloss', 0, rot=(0, 6 * (k - 1), 0))
    body.box((0.955, 0.0045, 0.055), (0, face, 1.0), '#c3cbcf', 'gloss', 0)
    prop.close()


def _torch():
    """Torch 0.18 m long, its light leaves along -z of the part `lens`."""
    prop = Prop('torch')
    body = prop.part('body')
    profile = [(0, -0.088), (0.015, -0.088), (0.017, -0.084), (0.017, 0.030), (0.019, 0.034), (0.028, 0.062), (0.029, 0.088), (0.025, 0.088), (0.022, 0.070)]
    body.lathe(profile, (0, 0, 0), '#e8b02e', 'gloss', 16, rot=(90, 0, 0))
    for y in (-0.02, 0.0, 0.02, 0.04, 0.06):
        body.lathe([(0.0176, -0.004), (0.0186, 0), (0.0176, 0.004)], (0, y, 0), '#2b2f33', 'matte', 12, rot=(90, 0, 0))
    body.box((0.010, 0.022, 0.006), (0, -0.012, 0.019), '#d8322a', 'gloss', 0.002, 1)
    lens = prop.part('lens', (0, -0.080, 0))
    lens.disc(0.0245, (0, 0, 0), n=14, mat='emit')
    prop.close()


def _tap():
    """Basin mixer; origin in the middle of its height, spout to the front. stream: water, shown while it runs."""
    prop, steel = Prop('tap'), '#d3d7d9'
    body = prop.part('body')
    body.cyl(0.026, 0.012, (0, 0.04, -0.094), steel, 'metal', 0.003, 12, seg=1)
    body.cyl(0.019, 0.11, (0, 0.04, -0.035), steel, 'metal', 0.003, 14, seg=1)
    body.tube([(0, 0.038, -0.01), (0, -0.02, 0.012), (0, -0.062, 0.010), (0, -0.072, -0.012)], 0.011, steel, 'metal', 7, 3)
    body.cyl(0.0195, 0.022, (0, 0.04, 0.030), steel, 'metal', 0.005, 12, seg=1)
    body.rail([(0, 0.04, 0.036), (0, 0.030, 0.062), (0, -0.025, 0.088)], 0.008, steel, 'metal', 6, 0.02)
    stream = prop.part('stream', (0, -0.073, -0.022))
    stream.lathe([(0.006, -0.16), (0.0065, -0.08), (0.008, 0.0)], (0, 0, 0), '#cfeaf5', 'gloss', 8)
    prop.close()


def _escape_mask():
    """Filtering escape mask (GB 21976.7): box, 0.13 x 0.11 x 0.17 m, and the hood with its window and filter."""
    prop = Prop('escape-mask')
    box = prop.part('box')
    box.box((0.13, 0.11, 0.17), (0, 0, 0), '#c8302a', 'gloss', 0.008, 1)
    box.quad(0.118, 0.140, (0, -0.0556, 0), uv=SIGNS['maskbox'])
    box.box((0.012, 0.10, 0.004), (0.045, 0, 0.086), '#f4f0e6', 'gloss', 0)
    mask = prop.part('mask')
    mask.pillow((0.19, 0.21, 0.27), (0, 0.01, 0.02), '#d8612e', 'matte', n=4, power=2.6)
    mask.box((0.13, 0.012, 0.085), (0, -0.094, 0.045), '#2f4650', 'gloss', 0.012, 1)
    mask.cyl(0.042, 0.05, (0, -0.115, -0.045), '#3a4044', 'matte', 0.005, 14, rot=(90, 0, 0), seg=1)
    mask.cyl(0.030, 0.006, (0, -0.142, -0.045), '#8d9699', 'metal', 0, 12, rot=(90, 0, 0))
    mask.lathe([(0.085, -0.118), (0.094, -0.10), (0.088, -0.085)], (0, 0.01, 0), '#f2c12e', 'matte', 14)
    prop.close()


def _handbag():
    """Handbag 0.32 x 0.20 x 0.28 m; origin in the middle of that box."""
    prop, leather, dark = Prop('handbag'), '#a3473e', '#7c332d'
    body = prop.part('body')
    body.box((0.30, 0.13, 0.19), (0, 0, -0.045), leather, 'matte', 0.022, 1, taper=(0.86, 0.62))
    body.box((0.24, 0.014, 0.09), (0, -0.055, 0.005), dark, 'matte', 0.006, 1, rot=(-8, 0, 0))
    body.box((0.03, 0.010, 0.022), (0, -0.066, -0.030), '#d9b24c', 'metal', 0.003, 1)
    for y in (-0.035, 0.035):
        body.rail([(-0.075, y, 0.045), (-0.065, y * 0.7, 0.135), (0.065, y * 0.7, 0.135), (0.075, y, 0.045)], 0.006, dark, 'matte', 5, 0.05)
        for x in (-0.075, 0.075):
            body.box((0.014, 0.012, 0.022), (x, y, 0.042), '#d9b24c', 'metal', 0)
    prop.close()


def _laptop_bag():
    """Laptop bag standing on its edge, 0.38 x 0.10 x 0.28 m."""
    prop, cloth = Prop('laptop-bag'), '#3d4a55'
    body = prop.part('body')
    body.box((0.38, 0.085, 0.27), (0, 0, -0.01), cloth, 'matte', 0.020, 1)
    body.box((0.31, 0.018, 0.17), (0, -0.046, -0.03), '#4b5a66', 'matte', 0.010, 1)
    body.box((0.385, 0.03, 0.010), (0, 0, 0.112), '#22282c', 'matte', 0.004, 1)
    for x in (-0.10, 0.10):
        body.box((0.012, 0.006, 0.020), (x, -0.056, 0.035), '#c9cdd0', 'metal', 0)
    for y in (-0.022, 0.022):
        body.rail([(-0.07, y, 0.12), (-0.06, y, 0.165), (0.06, y, 0.165), (0.07, y, 0.12)], 0.006, '#22282c', 'matte', 5, 0.03)
    body.tube([(-0.18, 0, 0.11), (-0.205, 0.02, 0.0), (-0.16, 0.065, -0.125), (0.0, 0.085, -0.135), (0.15, 0.065, -0.125), (0.205, 0.02, 0.0), (0.18, 0, 0.11)], 0.007, '#22282c', 'matte', 5, 2)
    prop.close()


def _wallet():
    """Folded wallet with a note sticking out, 0.12 x 0.09 x 0.03 m."""
    prop, leather = Prop('wallet'), '#6b4630'
    body = prop.part('body')
    for z, color in ((-0.008, leather), (0.008, '#7a5238')):
        body.box((0.116, 0.090, 0.011), (0, 0, z), color, 'matte', 0.004, 1)
    body.box((0.010, 0.088, 0.024), (0.054, 0, 0), leather, 'matte', 0.004, 1)
    body.box((0.10, 0.090, 0.003), (-0.006, 0.012, 0.0), '#c9707a', 'matte', 0)
    body.box((0.024, 0.092, 0.002), (-0.03, 0, 0.0145), '#5a3a28', 'matte', 0, cull='D')
    body.cyl(0.006, 0.002, (-0.03, -0.030, 0.016), '#d9b24c', 'metal', 0, 10)
    prop.close()

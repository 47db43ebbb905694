"""Fittings of a Yunnan restaurant: laid tables, stools, counter, lamps and lanterns, aquarium, kitchen steel, wash basins, yard."""
import math
import random
from furniture_kitchen import bottle, bowl, plant
from materials import mix_hex
from part import TAU, Part

DARK, WARM, RED, GOLD = '#4a2716', '#9c5a30', '#b5281f', '#e0b04a'
STEEL = '#ccd3d6'


def stool(part, x, y, color=RED, round_=True, tall=0.45):
    if round_:
        part.lathe([(0.155, tall - 0.05), (0.165, tall - 0.03), (0.155, tall), (0, tall + 0.008)], (x, y, 0), color, 'matte', 14)
        part.lathe([(0.135, tall - 0.09), (0.15, tall - 0.05)], (x, y, 0), DARK, 'matte', 14)
    else:
        part.box((0.31, 0.31, 0.05), (x, y, tall - 0.025), color, 'matte', 0.012, 1)
    for i in range(4):
        a = TAU * (i + 0.5) / 4
        part.rail([(x + 0.10 * math.cos(a), y + 0.10 * math.sin(a), tall - 0.05), (x + 0.145 * math.cos(a), y + 0.145 * math.sin(a), 0)], 0.015, DARK, 'matte', 5)


def table(at, turn=0, round_=True, places=6, size=1.24, seed=1, seats=RED):
    """Laid table with its stools pushed in: all within a square of 1.4 m."""
    rng = random.Random(seed)
    part = Part('table', at, (0, 0, turn), detail=0.9)
    half, top = size / 2, 0.76
    if round_:
        part.lathe([(half - 0.02, top - 0.045), (half, top - 0.03), (half, top - 0.012), (half - 0.012, top), (0, top)], (0, 0, 0), '#f0c896', 'wood', 36)
        part.cyl(0.27, 0.018, (0, 0, top + 0.022), '#7a3f20', 'gloss', 0.006, 28, cull='D')
        part.lathe([(0.30, 0), (0.28, 0.03), (0.09, 0.07), (0.065, 0.12), (0.065, 0.6), (0.2, top - 0.05)], (0, 0, 0), DARK, 'matte', 16)
    else:
        part.box((size, size, 0.045), (0, 0, top - 0.0225), '#f0c896', 'wood', 0.01, 2, cull='D')
        part.box((size - 0.14, size - 0.14, 0.07), (0, 0, top - 0.08), DARK, 'matte', 0.004, 1, cull='UD')
        for x in (-1, 1):
            for y in (-1, 1):
                part.box((0.06, 0.06, top - 0.05), (x * (half - 0.06), y * (half - 0.06), (top - 0.05) / 2), DARK, 'matte', 0.006, 1, cull='UD')
    stools = Part('stools', at, (0, 0, turn), detail=0.6)
    for i in range(places):
        if round_:
            a = TAU * (i + 0.5) / places
            x, y = math.cos(a), math.sin(a)
            stool(stools, 0.525 * x, 0.525 * y, seats)
        else:
            x, y = ((0, -1), (1, 0), (0, 1), (-1, 0))[i % 4]
            stool(stools, 0.53 * x + (0.0 if places <= 4 else 0), 0.53 * y, seats, False)
        _place(part, x, y, half - 0.16, top, rng)
    _dishes(part, top + (0.031 if round_ else 0), rng)
    stools.done()
    return part.done()


def _place(part, x, y, reach, top, rng):
    """Bowl, saucer, cup and chopsticks before one guest."""
    px, py = x * reach, y * reach
    side = (-y, x)
    part.lathe([(0.07, 0.001), (0.085, 0.008), (0, 0.006)], (px, py, top), '#f3ede0', 'gloss', 10)
    part.lathe([(0.03, 0.006), (0.062, 0.045), (0.057, 0.045), (0.03, 0.016), (0, 0.016)], (px, py, top), rng.choice(('#3f6f9a', '#f3ede0', '#8a2f22')), 'gloss', 10)
    cx, cy = px + side[0] * 0.14 - x * 0.03, py + side[1] * 0.14 - y * 0.03
    part.cyl(0.026, 0.055, (cx, cy, top + 0.0275), '#e9dcc4', 'gloss', 0.004, 8, seg=1, cull='D')
    for k in (0.105, 0.118):
        part.box((0.006, 0.21, 0.006), (px - side[0] * k, py - side[1] * k, top + 0.004), '#6b3a1e', 'matte', 0, cull='D', rot=(0, 0, math.degrees(math.atan2(y, x)) - 90))


def _dishes(part, top, rng):
    """What is served in the middle: steam pot, greens, ham, rice in a pineapple, tea."""
    part.lathe([(0.06, 0), (0.10, 0.035), (0.105, 0.075), (0.04, 0.10), (0.035, 0.15), (0.02, 0.15), (0, 0.14)], (0.02, 0.02, top), '#7a3f2a', 'gloss', 18)
    for i, (color, food) in enumerate((('#f3ede0', '#6f9a3c'), ('#f3ede0', '#b5402a'), ('#3f6f9a', '#e9c04a'), ('#f3ede0', '#c98a3a'))):
        a = TAU * i / 4 + rng.random() * 0.6
        x, y = 0.19 * math.cos(a), 0.19 * math.sin(a)
        part.lathe([(0.05, 0.001), (0.078, 0.014), (0.07, 0.014), (0, 0.010)], (x, y, top), color, 'gloss', 14)
        part.pillow((0.11, 0.11, 0.05), (x, y, top + 0.016), food, 'matte', n=3, power=2, top_color=mix_hex(food, '#ffffff', 0.25))
    if rng.random() < 0.7:
        a = rng.random() * TAU
        x, y = 0.40 * math.cos(a), 0.40 * math.sin(a)
        part.lathe([(0.05, -0.03), (0.062, 0.0), (0.06, 0.05), (0.02, 0.08), (0, 0.09)], (x, y, top), '#efe6d2', 'gloss', 12)
        part.rail([(x + 0.055, y, top + 0.04), (x + 0.10, y, top + 0.06)], 0.008, '#efe6d2', 'gloss', 5)


def pendant(at, drop, glow='#ffd99a', shade='#c98a4a'):
    """Woven lamp over a table; at: the ceiling."""
    part = Part('pendant', at, detail=0.8)
    part.cyl(0.05, 0.02, (0, 0, -0.01), DARK, 'matte', 0, 10, cull='U')
    part.cyl(0.005, drop - 0.24, (0, 0, -(drop - 0.24) / 2), DARK, 'matte', 0, 5, cull='UD')
    shape = [(0.25, -drop), (0.245, -drop + 0.05), (0.18, -drop + 0.16), (0.08, -drop + 0.22), (0.03, -drop + 0.25)]
    part.lathe(shape, (0, 0, 0), shade, 'matte', 20, top_color=mix_hex(shade, DARK, 0.4))
    part.lathe([(r - 0.006, z) for r, z in shape[::-1]], (0, 0, 0), glow, 'matte', 20)
    for k in range(10):
        a = TAU * k / 10
        part.tube([((r + 0.003) * math.cos(a), (r + 0.003) * math.sin(a), z) for r, z in shape], 0.005, mix_hex(shade, DARK, 0.55), 'matte', 3, 1, caps=False)
    part.lathe([(0, -0.05), (0.045, -0.03), (0.05, 0.01), (0.02, 0.06)], (0, 0, -drop + 0.09), glow, 'emit', 10)
    return part.done()


def lantern(at, size=0.16, drop=0.25):
    """Red lantern that glows; at: where its cord is tied."""
    part = Part('lantern', at, detail=0.8)
    z = -drop - size * 0.85
    part.cyl(0.004, drop, (0, 0, -drop / 2), GOLD, 'matte', 0, 4, cull='UD')
    profile = [(size * math.sin(a), z - size * 0.8 * math.cos(a)) for a in [math.radians(24 + 16.5 * i) for i in range(9)]]
    part.lathe(profile, (0, 0, 0), '#b01810', 'emit', 12, top_color='#d8401c')
    for k in range(8):
        a = TAU * k / 8
        part.tube([((r + 0.002) * math.cos(a), (r + 0.002) * math.sin(a), h) for r, h in profile[::2]], 0.004, '#8a1410', 'matte', 3, 1, caps=False)
    for sign in (-1, 1):
        part.cyl(size * 0.42, 0.025, (0, 0, z + sign * size * 0.76), GOLD, 'gloss', 0, 12)
    part.cyl(0.016, 0.15, (0, 0, z - size * 0.8 - 0.09), '#c8281c', 'matte', 0, 6, top_radius=0.010, cull='U')
    return part.done()


def counter(at, rot, length, signs, depth=0.45, tall=1.1):
    """Front desk; origin at the floor, middle of its back; guests stand at -Y. Till, payment stand, lucky cat, toothpicks."""
    part = Part('counter', at, (0, 0, rot))
    part.box((length, depth - 0.06, tall - 0.05), (0, -(depth - 0.06) / 2, (tall - 0.05) / 2), WARM, 'matte', 0.004, 1, cull='DU')
    count = int(length / 0.13)
    for i in range(count):
        x = -length / 2 + length * (i + 0.5) / count
        part.box((0.085, 0.03, tall - 0.2), (x, -depth + 0.055, tall / 2 - 0.01), mix_hex(WARM, DARK, 0.25 + 0.2 * (i % 2)), 'matte', 0.006, 1, cull='BD')
    part.box((length, 0.02, 0.1), (0, -depth + 0.05, 0.05), DARK, 'matte', 0, cull='BD')
    part.box((length + 0.06, depth + 0.04, 0.05), (0, -depth / 2, tall - 0.025), '#e8b884', 'wood', 0.012, 2)
    part.quad(0.5, 0.25, (-0.0, -depth + 0.034, 0.62), uv=signs['lattice'])
    # till
    part.box((0.36, 0.30, 0.09), (-0.15, -0.2, tall + 0.045), '#2f3538', 'gloss', 0.01, 1, cull='D')
    part.box((0.34, 0.03, 0.24), (-0.15, -0.17, tall + 0.24), '#22282b', 'gloss', 0.008, 1, rot=(8, 0, 0))
    part.box((0.30, 0.004, 0.19), (-0.15, -0.15, tall + 0.245), '#3f8fb0', 'emit', 0, rot=(8, 0, 0), cull='F')
    part.box((0.12, 0.10, 0.006), (-0.45, -0.3, tall + 0.003), '#2a2d2f', 'gloss', 0, cull='D')
    # lucky cat
    part.pillow((0.15, 0.13, 0.17), (-0.95, -0.2, tall + 0.08), '#f4ead2', 'gloss', n=4, power=2.4)
    part.pillow((0.13, 0.11, 0.11), (-0.95, -0.21, tall + 0.2), '#f4ead2', 'gloss', n=4, power=2.4)
    for s in (-1, 1):
        part.cyl(0.022, 0.04, (-0.95 + s * 0.042, -0.2, tall + 0.262), '#f4ead2', 'gloss', 0, 6, top_radius=0.004)
    part.cyl(0.018, 0.14, (-0.86, -0.22, tall + 0.2), '#f4ead2', 'gloss', 0.004, 8, rot=(0, -14, 0))
    part.lathe([(0.057, 0), (0.062, 0.008), (0.055, 0.016)], (-0.95, -0.205, tall + 0.135), RED, 'gloss', 14)
    part.cyl(0.018, 0.006, (-0.95, -0.268, tall + 0.13), GOLD, 'gloss', 0, 10, rot=(90, 0, 0))
    # toothpicks, flowers, papers
    part.cyl(0.03, 0.08, (0.22, -0.25, tall + 0.04), '#6b3a1e', 'matte', 0.004, 12)
    part.box((0.21, 0.29, 0.012), (0.92, -0.22, tall + 0.006), RED, 'matte', 0.003, 1, rot=(0, 0, 8))
    part.box((0.20, 0.28, 0.010), (0.94, -0.215, tall + 0.017), '#8a2f22', 'matte', 0.003, 1, rot=(0, 0, -5))
    part.done()


def bottle_shelf(at, rot, length, seed=2, levels=2):
    """Boards with jars of pickles, teas and bottles on a wall; at: middle of its lower board at the wall."""
    part, rng = Part('bottle_shelf', at, (0, 0, rot), detail=0.9), random.Random(seed)
    for level in range(levels):
        z = level * 0.36
        part.box((length, 0.17, 0.03), (0, -0.085, z), '#e8b884', 'wood', 0.005, 1, cull='B')
        x = -length / 2 + 0.08
        while x < length / 2 - 0.06:
            kind = rng.random()
            if kind < 0.5:
                radius, tall = 0.042, 0.14 + 0.05 * rng.random()
                color = rng.choice(('#5f7a3a', '#b5402a', '#c98a2b', '#6b3a24', '#3f6f9a'))
                part.cyl(radius, tall, (x, -0.09, z + 0.015 + tall / 2), color, 'gloss', 0.006, 12, seg=1, cull='D')
                part.cyl(radius + 0.003, 0.022, (x, -0.09, z + 0.02 + tall), mix_hex(color, '#1d1d1d', 0.4), 'matte', 0, 12, cull='D')
            elif kind < 0.85:
                bottle(part, (x, -0.09, z + 0.015), 0.26, 0.034, rng.choice(('#3a5a34', '#7a2a1c', '#2f4f6f')), GOLD, '#f2e6c8', n=10)
            else:
                part.lathe([(0.03, 0), (0.06, 0.05), (0.055, 0.11), (0.03, 0.14), (0.036, 0.16), (0, 0.15)], (x, -0.09, z + 0.015), '#7a3f2a', 'gloss', 14)
            x += 0.105 + 0.03 * rng.random()
    return part.done()


def aquarium(at, rot, signs, length=1.3, depth=0.42):
    """Fish tank on its cabinet; origin at the floor, middle of its back."""
    part = Part('aquarium', at, (0, 0, rot))
    part.box((length, depth, 0.72), (0, -depth / 2, 0.36), DARK, 'matte', 0.006, 1, cull='BD')
    for x in (-length / 4, length / 4):
        part.box((length / 2 - 0.03, 0.015, 0.6), (x, -depth - 0.002, 0.38), WARM, 'matte', 0.005, 1, cull='B')
    part.box((length, depth, 0.05), (0, -depth / 2, 1.33), DARK, 'matte', 0.006, 1)
    for x in (-length / 2 + 0.015, length / 2 - 0.015):
        for y in (-0.015, -depth + 0.015):
            part.box((0.03, 0.03, 0.6), (x, y, 1.01), '#3a4247', 'gloss', 0.003, 1, cull='DU')
    part.box((length - 0.06, 0.006, 0.58), (0, -0.04, 1.01), '#1f7fa0', 'matte', 0, cull='BLRUD')
    part.done()
    water = Part('aquarium_water', at, (0, 0, rot))
    u0, v0, u1, v1 = signs['fish']
    half = (u0 + u1) / 2
    # water glows by itself: the picture is drawn unlit, behind the glass
    water.quad(length - 0.06, 0.58, (0, -depth + 0.01, 1.01), (0, 0, 0), uv=signs['fish'])
    for s in (-1, 1):
        water.quad(depth - 0.05, 0.58, (s * (length / 2 - 0.005), -depth / 2, 1.01), (0, 0, s * 90), uv=(u0, v0, half, v1))
    return water.done('unlit')


def big_plant(at, scale=3.4, seed=3, pot='#8a3f24', leaves=16):
    return plant(at, scale, seed, pot, leaves)


def steel_bench(part, x, y, length, depth, tall=0.85, shelf=True):
    """Kitchen bench: steel top with upstand, legs, a shelf below; (x, y) its middle."""
    part.box((length, depth, 0.04), (x, y, tall - 0.02), STEEL, 'gloss', 0.006, 1)
    if shelf:
        part.box((length - 0.06, depth - 0.06, 0.02), (x, y, 0.2), STEEL, 'gloss', 0, cull='LRFB')
    for sx in (-1, 1):
        for sy in (-1, 1):
            part.cyl(0.02, tall - 0.04, (x + sx * (length / 2 - 0.05), y + sy * (depth / 2 - 0.05), (tall - 0.04) / 2), STEEL, 'gloss', 0, 8, cull='DU')


def big_range(at, rot, length=2.6, depth=0.7):
    """Chinese range of three woks under its hood; origin at the floor, middle of its back."""
    part = Part('range', at, (0, 0, rot))
    part.box((length, depth, 0.78), (0, -depth / 2, 0.39), STEEL, 'gloss', 0.008, 1, cull='BD')
    part.box((length, 0.03, 0.3), (0, -0.02, 0.93), STEEL, 'gloss', 0.004, 1, cull='BD')
    for i in range(3):
        x = (i - 1) * length / 3
        part.lathe([(0.27, 0.78), (0.27, 0.83), (0.24, 0.83), (0.22, 0.8)], (x, -depth / 2, 0), '#5a6266', 'matte', 20)
        part.lathe([(0.06, 0.70), (0.17, 0.76), (0.245, 0.865), (0.255, 0.87), (0.245, 0.872), (0.15, 0.80), (0, 0.775)], (x, -depth / 2, 0), '#2a2d2f', 'gloss', 22)
        part.cyl(0.03, 0.04, (x - 0.2, -depth - 0.01, 0.62), '#3a4247', 'gloss', 0.006, 10, rot=(90, 0, 0))
        part.cyl(0.03, 0.04, (x + 0.05, -depth - 0.01, 0.62), RED, 'gloss', 0.006, 10, rot=(90, 0, 0))
        part.rail([(x + 0.3, -0.06, 0.95), (x + 0.3, -0.06, 1.1), (x + 0.12, -0.25, 1.1), (x + 0.12, -0.25, 1.04)], 0.012, STEEL, 'gloss', 6, 0.05)
    part.box((length + 0.1, depth + 0.25, 0.12), (0, -(depth + 0.2) / 2, 1.96), STEEL, 'gloss', 0.01, 1, cull='B')
    part.box((length + 0.1, depth + 0.25, 0.55), (0, -(depth + 0.2) / 2, 2.29), mix_hex(STEEL, '#ffffff', 0.2), 'gloss', 0.01, 1, cull='BU', taper=(0.9, 0.5))
    for x in (-0.8, 0, 0.8):
        part.box((0.6, 0.4, 0.01), (x, -0.5, 1.895), '#8b9092', 'gloss', 0, cull='U')
        part.box((0.2, 0.06, 0.012), (x, -0.78, 1.892), '#fff3d6', 'emit', 0, cull='U')
    return part.done()


def kitchen_clutter(at, rot, length, seed):
    """Boards, pots and baskets along a bench; at: middle of the bench top."""
    part, rng = Part('kitchen_clutter', at, (0, 0, rot), detail=0.8), random.Random(seed)
    x = -length / 2 + 0.25
    while x < length / 2 - 0.2:
        kind = rng.randrange(4)
        if kind == 0:
            part.cyl(0.16, 0.20, (x, 0, 0.10), STEEL, 'gloss', 0.008, 16, seg=1, cull='D')
            part.cyl(0.165, 0.02, (x, 0, 0.21), STEEL, 'gloss', 0.006, 16, seg=1)
            part.cyl(0.02, 0.03, (x, 0, 0.235), '#2a2a2a', 'matte', 0, 8)
        elif kind == 1:
            part.box((0.40, 0.28, 0.03), (x, -0.02, 0.015), '#d8ac76', 'wood', 0.006, 1, cull='D')
            for k in range(5):
                part.pillow((0.07, 0.05, 0.04), (x - 0.12 + 0.06 * k, rng.uniform(-0.06, 0.06), 0.045), rng.choice(('#6fae4e', '#d8402c', '#f0e6d2', '#8a5a83')), 'gloss', n=2, power=2)
        elif kind == 2:
            for k in range(4):
                part.lathe([(0.05, 0), (0.10, 0.05), (0.094, 0.05), (0, 0.012)], (x, 0, 0.022 * k), '#f3ede0', 'gloss', 16)
        else:
            part.lathe([(0.13, 0), (0.18, 0.14), (0.17, 0.14), (0, 0.09)], (x, 0, 0), '#c99a63', 'matte', 16)
            for k in range(6):
                part.pillow((0.10, 0.06, 0.05), (x + 0.08 * math.cos(k), 0.08 * math.sin(k), 0.12), rng.choice(('#5f9f48', '#7ab84e', '#e9e2c4')), 'matte', n=2, power=2)
        x += 0.46
    return part.done()


def wash_basins(at, rot, count=2):
    """Basins on a stone top with mirrors above; origin at the floor, middle of the back."""
    part = Part('basins', at, (0, 0, rot))
    length = 0.8 * count
    part.box((length, 0.5, 0.06), (0, -0.25, 0.82), '#e6dfd2', 'gloss', 0.008, 1, cull='B')
    part.box((length - 0.06, 0.44, 0.55), (0, -0.22, 0.52), WARM, 'matte', 0.004, 1, cull='BU')
    for i in range(count):
        x = (i - (count - 1) / 2) * 0.8
        part.lathe([(0.16, 0.85), (0.2, 0.93), (0.19, 0.93), (0.13, 0.875), (0, 0.865)], (x, -0.27, 0), '#f8f6f0', 'gloss', 20)
        part.rail([(x, -0.06, 0.85), (x, -0.06, 1.06), (x, -0.2, 1.06), (x, -0.2, 1.0)], 0.013, STEEL, 'gloss', 6, 0.05)
        part.box((0.6, 0.02, 0.8), (x, -0.01, 1.6), WARM, 'matte', 0.004, 1, cull='B')
        part.box((0.54, 0.004, 0.74), (x, -0.022, 1.6), '#dfeaf0', 'gloss', 0, cull='BLRUD')
    return part.done()


def cubicles(at, rot, count=3, each=0.95, depth=1.2, color='#8fb5a8'):
    """Toilet cubicles with shut doors; origin at the floor, middle of the back wall; doors at -Y."""
    part = Part('cubicles', at, (0, 0, rot))
    for i in range(count):
        x = (i - (count - 1) / 2) * each
        part.box((each - 0.14, 0.03, 1.75), (x, -depth, 1.05), color, 'gloss', 0.005, 1)
        part.cyl(0.018, 0.03, (x + each / 2 - 0.13, -depth - 0.03, 1.0), STEEL, 'gloss', 0.004, 8, rot=(90, 0, 0))
        part.box((0.04, 0.008, 0.02), (x + each / 2 - 0.13, -depth - 0.018, 1.08), '#3f9a5a', 'matte', 0)
    for i in range(count + 1):
        x = (i - count / 2) * each
        part.box((0.1, 0.04, 2.0), (x, -depth, 1.0), mix_hex(color, '#ffffff', 0.35), 'gloss', 0.005, 1, cull='D')
        part.box((0.025, depth, 1.75), (x, -depth / 2, 1.05), color, 'gloss', 0.003, 1, cull='B')
    part.box((count * each, 0.05, 0.06), (0, -depth, 1.98), mix_hex(color, '#ffffff', 0.35), 'gloss', 0.005, 1)
    return part.done()


def tree(at, tall=4.2, seed=1, spread=1.5, trunk='#6b4a30', n=4):
    """Street tree of leafy clumps; Blender axes."""
    rng = random.Random(seed)
    part = Part('tree', at, detail=0.28 if n > 3 else 0.18)
    part.rail([(0, 0, 0), (0.05, 0.03, tall * 0.3), (0, 0, tall * 0.62)], 0.09, trunk, 'matte', 7, 0.2)
    for k in range(3):
        a = TAU * k / 3 + rng.random()
        part.rail([(0, 0, tall * 0.45), (0.5 * spread * math.cos(a) * 0.6, 0.5 * spread * math.sin(a) * 0.6, tall * 0.68)], 0.04, trunk, 'matte', 5)
    for i in range(8):
        a, r = TAU * i / 7 + rng.random() * 0.3, spread * (0.0 if i == 7 else 0.34 + 0.14 * rng.random())
        size = spread * (0.86 + 0.26 * rng.random())
        color = rng.choice(('#4f8a4c', '#5f9f58', '#6fae62', '#558f4a'))
        part.pillow((size, size, size * 0.78), (r * math.cos(a), r * math.sin(a), tall * 0.80 + spread * (rng.uniform(-0.22, 0.3) if i < 7 else 0.42)), mix_hex(color, '#23482c', 0.35),
                    'matte', (0, 0, rng.random() * 90), n=n, power=2, top_color=mix_hex(color, '#d8e08a', 0.15))
    part.pillow((spread * 1.25, spread * 1.25, spread * 1.1), (0, 0, tall * 0.8), '#4a8a4a', 'matte', n=3, power=2, top_color='#6aa85c')
    return part.done(smooth_deg=180)


def planter(at, length, depth=0.5, seed=1, tall=0.45, color='#b9a58c'):
    """Stone trough of shrubs along x; at: its middle on the floor."""
    rng = random.Random(seed)
    part = Part('planter', at, detail=0.5)
    part.box((length, depth, tall), (0, 0, tall / 2), color, 'matte', 0.02, 1, cull='D')
    part.box((length - 0.1, depth - 0.1, 0.02), (0, 0, tall), '#5a4632', 'matte', 0, cull='D')
    x = -length / 2 + 0.25
    while x < length / 2 - 0.15:
        s = 0.42 + 0.2 * rng.random()
        part.pillow((s, s * 0.95, s), (x, rng.uniform(-0.05, 0.05), tall + s * 0.3), rng.choice(('#4f8a4c', '#5f9f58', '#6b9a48')), 'matte', (0, 0, rng.random() * 90), n=4, power=2.2,
                    top_color='#9ac47a')
        if rng.random() < 0.6:
            for k in range(4):
                part.pillow((0.07, 0.07, 0.06), (x + rng.uniform(-0.15, 0.15), rng.uniform(-0.2, 0.1), tall + s * 0.65), rng.choice(('#e8709a', '#f4d24a', '#e8503c')), 'matte', n=2, power=2)
        x += 0.36
    return part.done(smooth_deg=180)


def sign_post(part, at, signs, name='assembly', width=0.9, height=1.05, facing=0):
    """Signboard on two posts; at: floor; facing: degrees about Z before which it looks to -Y."""
    x, y, z = at
    a = math.radians(facing)
    along, out = (math.cos(a), math.sin(a)), (math.sin(a), -math.cos(a))
    for s in (-1, 1):
        part.cyl(0.035, 2.2, (x + s * along[0] * (width / 2 - 0.08), y + s * along[1] * (width / 2 - 0.08), z + 1.1), '#8d9496', 'gloss', 0, 10, cull='D')
    part.box((width + 0.06, 0.04, height + 0.06), (x + out[0] * 0.05, y + out[1] * 0.05, z + 1.65), '#f1f3ee', 'gloss', 0.01, 1, rot=(0, 0, facing))
    for side, turn in ((1, 0), (-1, 180)):
        part.quad(width, height, (x + out[0] * (0.05 + side * 0.0225), y + out[1] * (0.05 + side * 0.0225), z + 1.65), (0, 0, facing + turn), uv=signs[name])


def bicycle(at, rot, color):
    """A parked bicycle, light on triangles."""
    part = Part('bicycle', at, (0, 0, rot), detail=0.4)
    for x in (-0.52, 0.52):
        ringed = [(x + 0.31 * math.cos(TAU * i / 14), 0, 0.33 + 0.31 * math.sin(TAU * i / 14)) for i in range(14)]
        part.tube(ringed, 0.018, '#2a2d2f', 'matte', 4, 1, closed=True)
        for i in range(3):
            a = math.pi * i / 3
            part.rail([(x - 0.3 * math.cos(a), 0, 0.33 - 0.3 * math.sin(a)), (x + 0.3 * math.cos(a), 0, 0.33 + 0.3 * math.sin(a))], 0.004, STEEL, 'gloss', 3)
    part.rail([(-0.52, 0, 0.33), (-0.2, 0, 0.78), (0.36, 0, 0.78), (0.0, 0, 0.3), (-0.52, 0, 0.33)], 0.018, color, 'gloss', 5, 0.01)
    part.rail([(0.0, 0, 0.3), (-0.22, 0, 0.92)], 0.016, color, 'gloss', 5)
    part.rail([(0.52, 0, 0.33), (0.34, 0, 0.98)], 0.016, color, 'gloss', 5)
    part.rail([(0.3, -0.26, 1.0), (0.34, 0, 0.98), (0.3, 0.26, 1.0)], 0.013, '#2a2d2f', 'matte', 5, 0.05)
    part.pillow((0.26, 0.15, 0.07), (-0.23, 0, 0.95), '#2a2d2f', 'matte', n=2, power=3)
    part.box((0.3, 0.26, 0.2), (0.62, 0, 0.85), '#8a5a33', 'matte', 0.01, 1)
    return part.done()

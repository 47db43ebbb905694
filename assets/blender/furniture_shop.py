"""Shop fittings: goods and the shelves that carry them, drinks fridge, counter with scale and payment stand, street."""
import math
import random
import bmesh
from materials import mix_hex
from part import TAU, Part, ring
from furniture_kitchen import bottle, plant

GOODS = ['#d8442c', '#e9a23b', '#3f78b0', '#2f9a8a', '#c8302a', '#f0e2c0', '#eaf2f6', '#f4d3d8', '#6b4a2c', '#c8842c', '#4a2a1c', '#e8b7c4', '#bfe0cf', '#f2f4f6',
         '#f4a5c0', '#2b2f33']
DRINKS = [('#d8442c', '#f2f2f2'), ('#3f9a4a', '#f2f2f2'), ('#e9a23b', '#c8352c'), ('#3f78b0', '#f2f2f2'), ('#6b3a24', '#c8352c'), ('#cfe6f2', '#2f7fb8'), ('#f2d14e', '#3f9a4a')]


def row_of_goods(part, x0, x1, y, z, facing, signs, rng, room_high=0.30, deep=0.13, price=True):
    """Packets side by side on a board. facing: -1 to -Y, +1 to +Y. Runs of the same pack, as shops stock them."""
    x = x0
    while x < x1 - 0.07:
        kind = rng.randrange(16)
        wide, tall = 0.075 + 0.05 * rng.random(), min(room_high - 0.05, 0.13 + 0.16 * rng.random())
        run = rng.choice((2, 2, 3, 4))
        start = x
        for _ in range(run):
            if x + wide > x1:
                break
            lean = rng.uniform(-2, 2)
            part.box((wide - 0.004, deep, tall), (x + wide / 2, y, z + tall / 2), GOODS[kind], 'gloss', 0.0, 1, cull='D' + ('B' if facing < 0 else 'F'), rot=(0, 0, lean))
            part.quad(wide * 0.94, tall * 0.97, (x + wide / 2 + 0.001 * lean * facing, y + facing * (deep / 2 + 0.003), z + tall / 2), (0, 0, (0 if facing < 0 else 180) + lean), uv=signs['pack%d' % kind])
            x += wide
        if price and x > start:
            part.quad(0.075, 0.031, ((start + x) / 2, y + facing * (deep / 2 + 0.034), z - 0.018), (0, 0, 0 if facing < 0 else 180), uv=signs['price%d' % rng.randrange(6)])
        x += 0.008 + 0.03 * rng.random()
        if x >= x1 - 0.07:
            break


def island(at, length, depth, height, signs, seed):
    """Two-sided shelf island; origin at the floor, its middle."""
    rng = random.Random(seed)
    part = Part('island', at)
    part.box((length, depth, 0.12), (0, 0, 0.06), '#7d868a', 'matte', 0.006, 1, cull='D')
    part.box((length - 0.04, 0.03, height - 0.10), (0, 0, 0.10 + (height - 0.10) / 2), '#efeae0', 'matte', 0.004, 1, cull='D')
    for x in (-length / 2 + 0.02, length / 2 - 0.02):
        part.box((0.035, 0.05, height), (x, 0, height / 2), '#9aa5a8', 'gloss', 0.004, 1, cull='D')
    levels = [0.13, 0.48, 0.80, 1.12]
    for i, z in enumerate(levels):
        half = depth / 2 - (0.0 if i == 0 else 0.04)
        for side in (-1, 1):
            part.box((length - 0.02, half, 0.022), (0, side * half / 2, z - 0.011), '#e6e1d6', 'gloss', 0.003, 1)
            part.box((length - 0.02, 0.010, 0.036), (0, side * (half + 0.003), z - 0.016), '#c8352c', 'gloss', 0.002, 1, cull='B' if side < 0 else 'F')
            room_high = (levels[i + 1] if i + 1 < len(levels) else height + 0.02) - z - 0.02
            row_of_goods(part, -length / 2 + 0.03, length / 2 - 0.03, side * (half - 0.085), z + 0.001, side, signs, rng, room_high)
    part.box((length, 0.06, 0.04), (0, 0, height - 0.02), '#3f8c86', 'gloss', 0.004, 1, cull='D')
    return part.done()


def wall_shelf(at, rot, length, depth, height, signs, seed, levels=5):
    part = Part('wall_shelf', at, (0, 0, rot))
    rng = random.Random(seed)
    part.box((length, 0.02, height), (0, -0.012, height / 2), '#efeae0', 'matte', 0.003, 1, cull='DB')
    for x in (-length / 2 + 0.012, length / 2 - 0.012):
        part.box((0.024, depth, height), (x, -depth / 2, height / 2), '#d9d3c6', 'matte', 0.004, 1, cull='D')
    for i in range(levels):
        z = 0.10 + i * (height - 0.14) / levels
        part.box((length - 0.03, depth - 0.01, 0.022), (0, -depth / 2, z - 0.011), '#e6e1d6', 'gloss', 0.003, 1)
        part.box((length - 0.03, 0.010, 0.036), (0, -depth - 0.002, z - 0.016), '#c8352c', 'gloss', 0.002, 1, cull='B')
        row_of_goods(part, -length / 2 + 0.04, length / 2 - 0.04, -depth + 0.09, z, -1, signs, rng, (height - 0.14) / levels - 0.02)
    part.box((length, depth, 0.03), (0, -depth / 2, height - 0.015), '#d9d3c6', 'matte', 0.004, 1)
    return part.done()


def drinks_fridge(at, rot, width, depth, height, signs):
    """Glass-doored fridge full of bottles; origin at the floor, back centre."""
    part = Part('drinks_fridge', at, (0, 0, rot))
    for x in (-width / 2 + 0.03, width / 2 - 0.03):
        part.box((0.06, depth - 0.03, height), (x, -(depth - 0.03) / 2, height / 2), '#dfe4e6', 'gloss', 0.01, 2, cull='DB')
    part.box((width - 0.1, 0.04, height - 0.1), (0, -0.03, height / 2), '#eef3f5', 'matte', 0, cull='B')
    part.box((width + 0.008, depth - 0.03, 0.20), (0, -(depth - 0.03) / 2, 0.10), '#3a4247', 'matte', 0.01, 2, cull='DB')
    part.box((width + 0.008, depth - 0.01, 0.26), (0, -(depth - 0.01) / 2, height - 0.127), '#2f7fb8', 'gloss', 0.012, 2, cull='B')
    part.quad(width - 0.06, 0.225, (0, -depth + 0.004, height - 0.13), uv=signs['drinks'])
    part.box((width - 0.14, 0.03, 0.02), (0, -depth + 0.10, height - 0.28), '#f4fbff', 'emit', 0, cull='U')
    rng = random.Random(21)
    shelves = 5
    each = (height - 0.50) / shelves
    for i in range(shelves):
        z = 0.21 + i * each
        part.box((width - 0.12, depth - 0.12, 0.014), (0, -depth / 2, z), '#cfd6d9', 'metal', 0.002, 1)
        x, kind = -width / 2 + 0.11, rng.randrange(7)
        column = 0
        while x < width / 2 - 0.09:
            if column % 3 == 0:
                kind = rng.randrange(7)
            color, cap = DRINKS[kind]
            radius, tall = 0.034, min(each - 0.05, 0.25 if i < 3 else 0.21)
            bottle(part, (x, -depth + 0.15, z + 0.007), tall, radius, color, cap, '#f6f2e8' if kind % 2 else mix_hex(color, '#ffffff', 0.55), n=10)
            part.cyl(radius, tall * 0.7, (x, -depth + 0.25, z + 0.007 + tall * 0.35), color, 'gloss', 0, 8, cull='D')
            x += 0.079
            column += 1
    for x in (-width / 4, width / 4):
        for dx in (-width / 4 + 0.05, width / 4 - 0.05):
            part.box((0.035, 0.03, height - 0.50), (x + dx, -depth + 0.012, 0.22 + (height - 0.50) / 2), '#c3cacd', 'gloss', 0.004, 1)
        for z in (0.235, height - 0.285):
            part.box((width / 2 - 0.08, 0.03, 0.035), (x, -depth + 0.012, z), '#c3cacd', 'gloss', 0.004, 1)
    for x in (-0.045, 0.045):
        part.rail([(x, -depth, 0.95), (x, -depth - 0.04, 0.95), (x, -depth - 0.04, 1.30), (x, -depth, 1.30)], 0.010, '#3a4247', 'gloss', 8)
    part.done()
    glass = Part('fridge_glass', at, (0, 0, rot))
    glass.box((width - 0.16, 0.006, height - 0.54), (0, -depth + 0.012, 0.22 + (height - 0.50) / 2), '#dff1f4', 'glass', 0, cull='B')
    return glass.done('unlit')


def counter(at, width, depth, height, signs):
    """Counter: customers stand at +Y (towards the shelves); scale, payment stand, sweets."""
    part = Part('counter', at)
    wood = '#b9834f'
    part.box((width - 0.04, depth - 0.06, height - 0.05), (0, 0, (height - 0.05) / 2), '#efe6d6', 'matte', 0.006, 1, cull='D')
    for i in range(6):
        part.box(((width - 0.1) / 6 - 0.012, 0.012, height - 0.22), (-width / 2 + 0.05 + (width - 0.1) / 6 * (i + 0.5), depth / 2 - 0.028, height / 2 - 0.01), wood, 'matte', 0.005, 1, cull='F')
    part.box((width, depth, 0.045), (0, 0, height - 0.0225), '#f4efe6', 'gloss', 0.012, 3)
    part.box((width, 0.02, 0.10), (0, depth / 2 - 0.03, 0.05), '#3a3430', 'matte', 0.003, 1, cull='D')
    # scale with its display, payment stand, till
    part.box((0.28, 0.26, 0.07), (0.45, -0.05, height + 0.035), '#e9e6de', 'gloss', 0.012, 2)
    part.box((0.30, 0.24, 0.012), (0.45, -0.05, height + 0.082), '#c9cfd1', 'metal', 0.005, 2)
    part.cyl(0.014, 0.30, (0.45, -0.17, height + 0.20), '#c9cfd1', 'metal', 0.002, 10)
    part.box((0.22, 0.03, 0.08), (0.45, -0.17, height + 0.36), '#2b2f33', 'gloss', 0.008, 2)
    part.box((0.18, 0.004, 0.04), (0.45, -0.152, height + 0.36), '#57e3a2', 'emit', 0, cull='F')
    part.box((0.14, 0.08, 0.012), (0.02, 0.14, height + 0.006), '#2b2f33', 'gloss', 0.004, 1)
    part.box((0.125, 0.012, 0.165), (0.02, 0.14, height + 0.092), '#2aa250', 'gloss', 0.006, 2, rot=(12, 0, 0))
    part.quad(0.115, 0.153, (0.02, 0.1478, height + 0.0936), (12, 0, 180), uv=signs['pay'])
    part.box((0.34, 0.30, 0.10), (-0.52, -0.08, height + 0.05), '#3a4247', 'gloss', 0.012, 2)
    part.box((0.30, 0.03, 0.22), (-0.52, 0.02, height + 0.22), '#22282b', 'gloss', 0.010, 2, rot=(10, 0, 0))
    part.lathe([(0, 0), (0.075, 0), (0.085, 0.01), (0.085, 0.14), (0.06, 0.16), (0.06, 0.17), (0, 0.17)], (-0.15, 0.12, height), '#e8c7b0', 'gloss', 20)
    rng = random.Random(4)
    for i in range(18):
        a, r = rng.random() * TAU, 0.055 * math.sqrt(rng.random())
        part.pillow((0.03, 0.022, 0.02), (-0.15 + r * math.cos(a), 0.12 + r * math.sin(a), height + 0.172 + 0.012 * rng.random()), rng.choice(['#d8442c', '#e9a23b', '#3f9a4a', '#c8407a']), 'gloss', (0, 0, rng.random() * 180), n=2, power=3)
    part.done()
    snacks = Part('counter_snacks', (at[0], at[1] + depth / 2 - 0.02, at[2]))
    for level in range(2):
        z = 0.34 + level * 0.28
        snacks.box((0.72, 0.16, 0.016), (-0.42, 0.08, z), '#c9cfd1', 'metal', 0.003, 1)
        row_of_goods(snacks, -0.76, -0.08, 0.085, z + 0.008, 1, signs, rng, 0.24, 0.09)
    return snacks.done()


def lantern(at, size=0.17, drop=0.3):
    """Red festival lantern; at: where its cord is tied."""
    part = Part('lantern', at)
    part.tube([(0, 0, 0), (0, 0, -drop)], 0.004, '#c9a24a', 'matte', 5)
    z = -drop - size * 0.85
    profile = [(size * math.sin(a), z - size * 0.8 * math.cos(a)) for a in [math.radians(22 + 13.6 * i) for i in range(11)]]
    part.lathe(profile, (0, 0, 0), '#d8281c', 'gloss', 18)
    for sign in (-1, 1):
        part.cyl(size * 0.42, 0.025, (0, 0, z + sign * size * 0.76), '#e8b93a', 'gloss', 0.004, 18)
    part.cyl(0.012, 0.05, (0, 0, z - size * 0.80 - 0.03), '#e8b93a', 'matte', 0.002, 8)
    part.cyl(0.02, 0.13, (0, 0, z - size * 0.80 - 0.12), '#c8281c', 'matte', 0.004, 10, top_radius=0.012)
    return part.done()


def tube_lamp(part, x, y, z, length=1.2):
    """Ceiling light along x."""
    part.box((length, 0.11, 0.035), (x, y, z - 0.0175), '#f3f2ee', 'gloss', 0.008, 2, cull='U')
    for dy in (-0.028, 0.028):
        part.cyl(0.013, length - 0.06, (x, y + dy, z - 0.05), '#ffffff', 'emit', 0.002, 10, rot=(0, 90, 0))


def bunting(at, span, colors=('#d8382c', '#f2c14e', '#3f8c86', '#f4ead8')):
    """A string of paper flags along x, sagging; at: its left end."""
    part = Part('bunting', at)
    count = int(span / 0.26)

    def sag(x):
        return -0.22 * (1 - (2 * x / span - 1) ** 2)
    part.tube([(span * i / 8, 0, sag(span * i / 8)) for i in range(9)], 0.004, '#e9e2d2', 'matte', 4, 2, caps=False)
    for i in range(count):
        x = span * (i + 0.5) / count
        z = sag(x)
        part.sheet([[(x - 0.08, 0, z), (x, 0, z), (x + 0.08, 0, z)], [(x - 0.005, 0, z - 0.17), (x, 0, z - 0.172), (x + 0.005, 0, z - 0.17)]], colors[i % len(colors)], thickness=0.003)
    return part.done()


def fruit_crate(at, rot, fruit, seed):
    """Slatted crate on the pavement; seeds from 5 up are empty ones below others."""
    part, rng = Part('fruit_crate', at, (0, 0, rot)), random.Random(seed)
    wood = '#c99a63'
    for y in (-0.19, 0.19):
        for z in (0.05, 0.14, 0.23):
            part.box((0.56, 0.014, 0.065), (0, y, z), wood, 'matte', 0.003, 1)
    for x in (-0.275, 0.275):
        part.box((0.014, 0.38, 0.25), (x, 0, 0.135), wood, 'matte', 0.003, 1)
    part.box((0.54, 0.37, 0.02), (0, 0, 0.19), mix_hex(fruit, '#3a2618', 0.4), 'matte', 0, cull='D')
    part.done()
    if seed >= 5:
        return
    pile = Part('fruit', at, (0, 0, rot))
    for i in range(5):
        for j in range(4):
            x, y = -0.21 + i * 0.105, -0.135 + j * 0.09
            pile.pillow((0.09, 0.09, 0.085), (x + rng.uniform(-0.01, 0.01), y, 0.235 + rng.uniform(0, 0.02)), fruit, 'gloss', n=3, power=2)
    pile.done(smooth_deg=80)


def street(y, signs):
    """Pavement and road before the shop front (y: outside face of the front wall, the street lies towards -y)."""
    part = Part('street')
    part.box((16, 2.6, 0.04), (0, y - 1.3, -0.021), '#c9c2b4', 'matte', 0, cull='DLRFB')
    part.box((16, 0.16, 0.14), (0, y - 2.68, -0.075), '#b3aea3', 'matte', 0.02, 1, cull='DLR')
    part.box((16, 4.0, 0.04), (0, y - 4.76, -0.141), '#77787a', 'matte', 0, cull='DLRFB')
    for i in range(8):
        part.box((0.012, 2.6, 0.002), (-7 + i * 2, y - 1.3, 0), '#a9a294', 'matte', 0, cull='D')
    part.box((16, 0.012, 0.002), (0, y - 1.3, 0), '#a9a294', 'matte', 0, cull='D')
    for i in range(7):
        part.box((1.2, 0.10, 0.002), (-7 + i * 2.3, y - 4.9, -0.120), '#f0eee6', 'matte', 0, cull='D')
    # a parked electric scooter's place is left free: the pavement is the way out
    part.done()
    for x, seed in ((-3.6, 4), (4.6, 7)):
        plant((x, y - 0.55, 0), 3.2, seed, '#8a4a36', 16)

"""Fittings of a school: desks, chairs, blackboard, lectern, fans and lamps, lockers, hydrant cabinet, hoops and trees of the playground."""
import math
import random
from furniture_restaurant import sign_post, tree  # noqa: F401  the playground's posts and trees are the yard's
from materials import mix_hex
from part import TAU, Part

FRAME, TOP, GREEN, WOOD = '#5f7f8a', '#f0d2a4', '#3f7a5f', '#8a5a33'
BOOKS = ('#cf4a36', '#2f6b72', '#e9c46a', '#5f9a54', '#8a5a83', '#3f78b0', '#f0e6d2')


def desk(at, rot, seed, width=1.1, depth=0.42, tall=0.74):
    """Desk for two with its chairs pushed in; pupils look to +Y (the back of the part), chairs at -Y."""
    rng = random.Random(seed)
    part = Part('desk', at, (0, 0, rot), detail=0.9)
    part.box((width, depth, 0.025), (0, 0, tall - 0.0125), TOP, 'wood', 0.006, 1)
    part.box((width - 0.08, depth - 0.06, 0.12), (0, 0.01, tall - 0.10), '#c9b18a', 'matte', 0, cull='U')
    for x in (-1, 1):
        part.rail([(x * (width / 2 - 0.06), 0.16, 0.02), (x * (width / 2 - 0.06), 0.16, tall - 0.04)], 0.016, FRAME, 'gloss', 6)
        part.rail([(x * (width / 2 - 0.06), -0.14, 0.02), (x * (width / 2 - 0.06), -0.14, tall - 0.04)], 0.016, FRAME, 'gloss', 6)
        part.box((0.035, depth - 0.02, 0.03), (x * (width / 2 - 0.06), 0, 0.015), FRAME, 'gloss', 0, cull='D')
    part.rail([(-(width / 2 - 0.06), 0.16, 0.22), (width / 2 - 0.06, 0.16, 0.22)], 0.012, FRAME, 'gloss', 5)
    for x in (-0.27, 0.27):
        _books(part, x, tall, rng)
        if rng.random() < 0.6:
            part.pillow((0.30, 0.14, 0.36), (x + 0.02, -0.46, 0.60), rng.choice(('#d8603c', '#3f78b0', '#5a9a5a', '#c8708a', '#e9a23b')), 'matte', (8, 0, 0), n=3, power=4)
    part.done()
    for x in (-0.27, 0.27):
        chair((at, rot), (x, -0.22), rng.uniform(-4, 4))


def _books(part, x, tall, rng):
    kind = rng.random()
    if kind < 0.75:
        for k in range(rng.randrange(1, 4)):
            part.box((0.17, 0.24, 0.016), (x + rng.uniform(-0.08, 0.08), 0.03 + rng.uniform(-0.03, 0.03), tall + 0.008 + 0.016 * k), rng.choice(BOOKS), 'matte', 0, rot=(0, 0, rng.uniform(-14, 14)), cull='D')
    if kind > 0.35:
        part.box((0.19, 0.06, 0.03), (x + rng.uniform(-0.05, 0.05), -0.13, tall + 0.015), rng.choice(('#e8a0b4', '#8fc4d8', '#f2d14e')), 'gloss', 0.008, 1, cull='D', rot=(0, 0, rng.uniform(-10, 10)))


def chair(desk_pose, at, turn):
    """Chair of a desk: part of the desk's frame of reference."""
    (dx, dy, dz), rot = desk_pose
    a = math.radians(rot)
    x, y = at
    part = Part('chair', (dx + x * math.cos(a) - y * math.sin(a), dy + x * math.sin(a) + y * math.cos(a), dz), (0, 0, rot + turn), detail=0.7)
    part.box((0.36, 0.34, 0.022), (0, 0, 0.42), TOP, 'wood', 0.006, 1)
    part.box((0.36, 0.02, 0.2), (0, -0.185, 0.72), TOP, 'wood', 0.006, 1, rot=(6, 0, 0))
    for s in (-1, 1):
        part.rail([(s * 0.16, 0.15, 0), (s * 0.16, 0.15, 0.41), (s * 0.16, -0.15, 0.41), (s * 0.16, -0.17, 0)], 0.012, FRAME, 'gloss', 5, 0.03)
        part.rail([(s * 0.16, -0.15, 0.41), (s * 0.16, -0.2, 0.82)], 0.012, FRAME, 'gloss', 5)
    return part.done()


def blackboard(at, rot, signs, width=3.7, tall=1.25):
    """Green board in its frame, chalk rail below; at: middle of its back."""
    part = Part('blackboard', at, (0, 0, rot))
    part.box((width + 0.12, 0.03, tall + 0.12), (0, -0.015, 0), '#b9c2c4', 'gloss', 0.006, 1, cull='B')
    part.quad(width, tall, (0, -0.0325, 0), uv=signs['lesson'])
    part.box((width, 0.09, 0.025), (0, -0.07, -tall / 2 - 0.05), '#b9c2c4', 'gloss', 0.004, 1)
    for i, x in enumerate((-1.2, -1.1, -0.98, 0.4, 0.52)):
        part.box((0.07, 0.012, 0.012), (x, -0.075, -tall / 2 - 0.031), ('#ffffff', '#f2d98a', '#f4a5a0')[i % 3], 'matte', 0, cull='D')
    part.box((0.15, 0.06, 0.04), (1.2, -0.07, -tall / 2 - 0.017), '#5a4632', 'matte', 0.008, 1)
    return part.done()


def lectern(at, rot):
    part = Part('lectern', at, (0, 0, rot))
    part.box((0.8, 0.5, 0.79), (0, 0, 0.395), '#c79a66', 'matte', 0.006, 1, cull='D')
    part.box((0.86, 0.56, 0.04), (0, 0, 0.81), TOP, 'wood', 0.008, 1)
    part.box((0.66, 0.012, 0.56), (0, -0.252, 0.42), '#b98a58', 'matte', 0.006, 1, cull='B')
    part.box((0.24, 0.30, 0.03), (-0.22, 0.05, 0.845), '#f0e6d2', 'matte', 0.003, 1, rot=(0, 0, -8))
    part.box((0.22, 0.28, 0.02), (-0.21, 0.05, 0.87), '#3f78b0', 'matte', 0.003, 1, rot=(0, 0, 6))
    part.cyl(0.035, 0.11, (-0.02, 0.14, 0.885), '#3f8c86', 'gloss', 0.006, 12)
    return part.done()


def tube_lamp(part, x, y, z, length=1.25, drop=0.35):
    """Fluorescent lamp on two rods, along y."""
    for s in (-1, 1):
        part.cyl(0.006, drop, (x, y + s * length * 0.35, z - drop / 2), '#c9cdd0', 'gloss', 0, 5, cull='UD')
    part.box((0.16, length, 0.05), (x, y, z - drop), '#f3f2ee', 'gloss', 0.01, 1, taper=(0.5, 1))
    for s in (-1, 1):
        part.cyl(0.014, length - 0.06, (x + s * 0.04, y, z - drop - 0.034), '#ffffff', 'emit', 0, 8, rot=(90, 0, 0))


def fan(part, x, y, z, turn):
    """Ceiling fan, standing still."""
    part.cyl(0.012, 0.42, (x, y, z - 0.21), '#e9e9e4', 'gloss', 0, 8, cull='U')
    part.cyl(0.09, 0.11, (x, y, z - 0.44), '#e9e9e4', 'gloss', 0.02, 16)
    for i in range(3):
        a = turn + 120 * i
        r = math.radians(a)
        part.box((0.52, 0.12, 0.008), (x + 0.36 * math.cos(r), y + 0.36 * math.sin(r), z - 0.42), '#dfe3e0', 'gloss', 0, rot=(8, 0, a))


def lockers(at, rot, columns=7, rows=3, each=0.42, depth=0.36):
    """Open lockers full of school things; origin at the floor, middle of the back."""
    part, rng = Part('lockers', at, (0, 0, rot), detail=0.8), random.Random(12)
    length, tall = columns * each, rows * 0.36
    part.box((length, 0.015, tall), (0, -0.008, tall / 2), '#c9a674', 'matte', 0, cull='BD')
    for i in range(columns + 1):
        part.box((0.02, depth, tall), (-length / 2 + i * each, -depth / 2, tall / 2), '#e2c08e', 'matte', 0, cull='BD')
    for j in range(rows + 1):
        part.box((length + 0.02, depth, 0.02), (0, -depth / 2, j * 0.36 + 0.01), '#e2c08e', 'wood' if j == rows else 'matte', 0.003 if j == rows else 0, 1, cull='B')
    for i in range(columns):
        for j in range(rows):
            x, z = -length / 2 + (i + 0.5) * each, j * 0.36 + 0.02
            if rng.random() < 0.5:
                part.pillow((0.28, 0.2, 0.26), (x, -0.17, z + 0.13), rng.choice(('#d8603c', '#3f78b0', '#5a9a5a', '#c8708a', '#e9a23b', '#7a6fb0')), 'matte', n=3, power=4)
            elif rng.random() < 0.8:
                for k in range(4):
                    high = 0.2 + 0.06 * rng.random()
                    part.box((0.035, 0.2, high), (x - 0.1 + k * 0.045, -0.16, z + high / 2), rng.choice(BOOKS), 'matte', 0, cull='D')
    for x, color in ((-length * 0.36, '#3f8c86'), (length * 0.05, '#e9a23b')):
        part.lathe([(0.08, 0), (0.1, 0.1), (0.09, 0.2), (0.05, 0.2)], (x, -0.18, tall + 0.02), color, 'gloss', 14)
    return part.done()


def shut_door(at, rot, width=1.0, tall=2.1, color='#4f8a6a', glass=True):
    """A neighbour's door, shut, drawn on the wall; at: floor, the wall's surface; it looks to -Y."""
    part = Part('shut_door', at, (0, 0, rot), detail=0.7)
    for s in (-1, 1):
        part.box((0.07, 0.05, tall), (s * (width / 2 + 0.035), 0, tall / 2), '#e6e4da', 'gloss', 0.005, 1, cull='BD')
    part.box((width + 0.14, 0.05, 0.07), (0, 0, tall + 0.035), '#e6e4da', 'gloss', 0.005, 1, cull='B')
    part.box((width, 0.02, tall), (0, 0.002, tall / 2), color, 'gloss', 0, cull='BD')
    for z, high in ((0.5, 0.7),) + (() if glass else ((1.5, 0.8),)):
        part.box((width - 0.28, 0.012, high), (0, -0.012, z), mix_hex(color, '#ffffff', 0.1), 'gloss', 0.006, 1, cull='B')
    if glass:
        part.box((0.42, 0.012, 0.62), (0, -0.01, 1.52), '#e6e4da', 'gloss', 0.004, 1, cull='B')
        part.box((0.34, 0.006, 0.54), (0, -0.017, 1.52), '#a9c4cc', 'gloss', 0, cull='B')
    part.box((0.05, 0.03, 0.16), (width / 2 - 0.09, -0.02, 1.02), '#c9cdd0', 'gloss', 0.004, 1)
    part.rail([(width / 2 - 0.09, -0.03, 1.03), (width / 2 - 0.09, -0.06, 1.03), (width / 2 - 0.21, -0.06, 1.03)], 0.010, '#c9cdd0', 'gloss', 6)
    return part.done()


def shut_fire_door(at, rot, width=1.4, tall=2.1, color='#b5604a'):
    """A pair of fire doors, shut, of another storey."""
    part = Part('shut_fire_door', at, (0, 0, rot), detail=0.6)
    for s in (-1, 1):
        part.box((0.07, 0.05, tall), (s * (width / 2 + 0.035), 0, tall / 2), '#8a4434', 'gloss', 0.005, 1, cull='BD')
        part.box((width / 2 - 0.006, 0.024, tall), (s * width / 4, 0, tall / 2), color, 'gloss', 0.004, 1, cull='BD')
        part.box((0.16, 0.012, 0.5), (s * width / 4, -0.012, 1.55), '#9fb4b8', 'gloss', 0, cull='B')
        part.box((0.3, 0.05, 0.05), (s * width / 4, -0.02, 1.0), '#c9cdd0', 'gloss', 0.01, 1)
    part.box((width + 0.14, 0.05, 0.07), (0, 0, tall + 0.035), '#8a4434', 'gloss', 0.005, 1, cull='B')
    return part.done()


def hydrant(at, rot, sign, deep=0.2):
    """Fire-hydrant cabinet with bottles below; at: middle of its back."""
    part = Part('hydrant', at, (0, 0, rot))
    part.box((0.7, deep, 1.5), (0, -deep / 2, 0), '#c3241c', 'gloss', 0.008, 1, cull='B')
    for z, high in ((0.3, 0.82), (-0.46, 0.5)):
        part.box((0.62, 0.014, high), (0, -deep - 0.004, z), '#cf3a2c', 'gloss', 0.006, 1, cull='B')
    part.box((0.4, 0.006, 0.3), (0, -deep - 0.012, 0.08), '#dfe8ea', 'gloss', 0, cull='B')
    part.quad(0.4, 0.3, (0, -deep - 0.0135, 0.46), uv=sign)
    part.cyl(0.02, 0.03, (0.27, -deep - 0.02, 0.1), '#e9e2d2', 'gloss', 0.004, 10, rot=(90, 0, 0))
    return part.done()


def hoop(at, rot):
    """Basketball hoop; it looks to -Y."""
    part = Part('hoop', at, (0, 0, rot), detail=0.3)
    part.rail([(0, 0.9, 0), (0, 0.9, 2.4), (0, 0.1, 3.2)], 0.08, '#3f78b0', 'gloss', 8, 0.4)
    part.box((1.8, 0.05, 1.05), (0, 0.0, 3.35), '#f3f3ee', 'gloss', 0.01, 1)
    for x, z, w, h in ((0, 3.1, 0.6, 0.03), (0, 3.5, 0.6, 0.03), (-0.3, 3.3, 0.03, 0.4), (0.3, 3.3, 0.03, 0.4)):
        part.box((w, 0.01, h), (x, -0.03, z), '#c3402a', 'matte', 0, cull='B')
    part.tube([(0.22 * math.cos(TAU * i / 14), -0.27 + 0.22 * math.sin(TAU * i / 14), 3.05) for i in range(14)], 0.016, '#d8603c', 'gloss', 5, 1, closed=True)
    return part.done()


def bench(at, rot):
    part = Part('bench', at, (0, 0, rot), detail=0.4)
    for y in (-0.14, 0.0, 0.14):
        part.box((1.6, 0.11, 0.035), (0, y, 0.45), '#b9834f', 'matte', 0.006, 1)
    for x in (-0.6, 0.6):
        part.box((0.06, 0.38, 0.43), (x, 0, 0.215), '#5f686c', 'gloss', 0.006, 1, cull='D')
    return part.done()

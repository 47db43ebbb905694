"""Furniture of the tower's flat that the first rooms do not have: bed, wardrobe, chests, bathroom, straight kitchen, child's things."""
import math
import random
import bmesh
import furniture_kitchen as kit
from houses import pt
from materials import mix_hex
from part import Part

WOOD, DARK, CREAM = '#b9895a', '#8a5a33', '#f2e8d6'


def bed(x0, x1, z0, z1, blanket='#5f86a8', sheet='#f3ece0', pillows=2, head='#a9713f', flip=False):
    """Bed along z, its head at z0 (flip: at z1)."""
    wide, long = x1 - x0, z1 - z0
    part = Part('bed', pt((x0 + x1) / 2, 0, (z0 + z1) / 2), (0, 0, 180 if flip else 0))
    part.box((wide, long, 0.22), (0, 0, 0.17), WOOD, 'matte', 0.012, 2, cull='D')
    part.box((wide - 0.05, long - 0.06, 0.2), (0, -0.01, 0.36), sheet, 'matte', 0.05, 3, cull='D')
    part.box((wide, 0.06, 0.95), (0, long / 2 - 0.03, 0.475), head, 'matte', 0.02, 2, cull='D')
    for i in range(4):
        part.box((wide / 4 - 0.03, 0.03, 0.42), ((i - 1.5) * wide / 4, long / 2 - 0.068, 0.7), mix_hex(head, '#ffffff', 0.25), 'matte', 0.015, 2, cull='B')
    for s in (-1, 1):
        for y in (-long / 2 + 0.08, long / 2 - 0.08):
            part.cyl(0.03, 0.08, (s * (wide / 2 - 0.08), y, 0.04), DARK, 'matte', 0, 8, cull='DU')
    cover = long * 0.64
    part.pillow((wide + 0.05, cover, 0.2), (0, -long / 2 + cover / 2 - 0.015, 0.41), blanket, 'matte', n=5, power=7)
    part.pillow((wide + 0.06, 0.22, 0.14), (0, -long / 2 + cover - 0.03, 0.465), mix_hex(blanket, '#ffffff', 0.55), 'matte', n=4, power=4)
    each = wide / pillows
    for i in range(pillows):
        part.pillow((each - 0.08, 0.40, 0.16), ((i - (pillows - 1) / 2) * each, long / 2 - 0.29, 0.52), ['#f7f1e6', '#e8d3bd'][i % 2], 'matte', (14, 0, 3 - 5 * i), n=5, power=3.4)
    return part.done()


def chest(at, rot, width, depth, height, drawers=2, front='#d2b08a', body='#efe6d6'):
    """Small chest of drawers, back centre at `at` (Blender), facing -Y."""
    part = Part('chest', at, (0, 0, rot))
    part.box((width, depth - 0.01, height - 0.03), (0, -depth / 2, (height - 0.03) / 2), body, 'matte', 0.006, 1, cull='DB')
    part.box((width + 0.01, depth + 0.01, 0.03), (0, -depth / 2, height - 0.015), '#ffffff', 'wood', 0.006, 1)
    each = (height - 0.10) / drawers
    for i in range(drawers):
        z = 0.06 + each * (i + 0.5)
        part.box((width - 0.03, 0.018, each - 0.012), (0, -depth, z), front, 'matte', 0.004, 1, cull='B')
        part.cyl(0.011, 0.02, (0, -depth - 0.018, z), DARK, 'matte', 0.003, 8, rot=(90, 0, 0))
    return part.done()


def wardrobe(at, rot, width, depth, height=2.0, front='#e9dcc4'):
    part = Part('wardrobe', at, (0, 0, rot))
    part.box((width, depth - 0.02, height), (0, -depth / 2 + 0.01, height / 2), '#d9c6a4', 'matte', 0.008, 1, cull='DB')
    count = max(2, round(width / 0.4))
    each = width / count
    for i in range(count):
        x = -width / 2 + each * (i + 0.5)
        part.box((each - 0.008, 0.02, height - 0.1), (x, -depth + 0.006, height / 2 + 0.02), front if i % 2 == 0 else mix_hex(front, '#c9a878', 0.4), 'matte', 0.005, 1, cull='B')
        side = 1 if i % 2 == 0 else -1
        part.box((0.014, 0.02, 0.24), (x + side * (each / 2 - 0.04), -depth - 0.012, 1.0), '#8d8478', 'metal', 0.003, 1)
    for i, (x, wide, tall, color) in enumerate([(-0.3, 0.42, 0.24, '#c99a63'), (0.22, 0.36, 0.2, '#7f9fb0')]):
        part.box((wide, 0.36, tall), (x, -depth / 2, height + tall / 2), color, 'matte', 0.01, 1, cull='D')
    return part.done()


def wall_lamp(x, y, z, rot):
    part = Part('wall_lamp', pt(x, y, z), (0, 0, rot))
    part.cyl(0.05, 0.015, (0, -0.008, 0), '#b9834f', 'matte', 0.004, 14, rot=(90, 0, 0))
    part.rail([(0, -0.01, 0), (0, -0.10, 0), (0, -0.10, 0.05)], 0.008, '#b9834f', 'metal', 6)
    part.lathe([(0.085, 0), (0.055, 0.13)], (0, -0.10, 0.03), '#ffe3ae', 'emit', 16)
    return part.done()


def ceiling_lamp(x, y, z, radius=0.28, color='#fff0d2'):
    part = Part('ceiling_lamp', pt(x, y, z))
    part.cyl(radius, 0.045, (0, 0, -0.0225), '#efe6d6', 'gloss', 0.012, 20, cull='U', seg=1)
    part.cyl(radius - 0.03, 0.03, (0, 0, -0.055), color, 'emit', 0.01, 20, cull='U', seg=1)
    return part.done()


def pendant(x, y, z, drop, color):
    part = Part('pendant', pt(x, y, z))
    part.cyl(0.06, 0.025, (0, 0, -0.0125), '#f1ede4', 'gloss', 0, 14, cull='U')
    part.tube([(0, 0, -0.02), (0, 0, -drop + 0.23)], 0.005, '#2b2b2b', 'matte', 5)
    part.lathe([(0.20, 0), (0.19, 0.05), (0.14, 0.13), (0.07, 0.19), (0.035, 0.21), (0.03, 0.25), (0, 0.25)], (0, 0, -drop), color, 'gloss', 24)
    part.lathe([(0, 0.19), (0.06, 0.18), (0.13, 0.12), (0.197, 0)], (0, 0, -drop), '#fff4df', 'matte', 20)
    part.done()
    bulb = Part('bulb', pt(x, y, z))
    bulb.lathe([(0, 0.02), (0.04, 0.04), (0.04, 0.085), (0.016, 0.15)], (0, 0, -drop), '#ffedc6', 'matte', 12)
    return bulb.done('unlit')


def television(at, rot, width, signs):
    """Low cabinet with drawers and a television on the wall above it; back centre at `at`."""
    part = Part('television', at, (0, 0, rot))
    part.box((width, 0.40, 0.05), (0, -0.2, 0.525), '#ffffff', 'wood', 0.008, 1, cull='B')
    part.box((width - 0.03, 0.38, 0.4), (0, -0.19, 0.30), '#efe6d6', 'matte', 0.005, 1, cull='BDU')
    for i in range(2):
        x = (i - 0.5) * (width / 2 - 0.015)
        part.box((width / 2 - 0.03, 0.018, 0.37), (x, -0.388, 0.30), '#d2b08a' if i else '#f6efe2', 'matte', 0.005, 1, cull='B')
        part.cyl(0.012, 0.02, (x + (0.5 - i) * 0.36, -0.402, 0.3), DARK, 'matte', 0.004, 8, rot=(90, 0, 0))
    part.box((width - 0.1, 0.34, 0.1), (0, -0.17, 0.05), DARK, 'matte', 0, cull='DUB')
    part.box((1.1, 0.045, 0.64), (0, -0.04, 1.22), '#16191b', 'gloss', 0.008, 2, cull='B')
    part.quad(1.06, 0.6, (0, -0.0645, 1.22), uv=signs['tv'])
    part.box((0.62, 0.06, 0.055), (0, -0.12, 0.578), '#22272a', 'gloss', 0.01, 1)
    part.done()
    kit.plant((at[0] - 0.17, at[1] - width / 2 + 0.12, 0.55), 1.0, 7, '#3f8c86')


def cabinet(at, rot, width, height, depth, front, doors=2, drawers=0, low=0.09):
    """Plain-fronted cabinet with grip rails; origin at the floor (or its underside with low=0), back centre, facing -Y."""
    part = Part('cabinet', at, (0, 0, rot))
    body = mix_hex(front, '#20302e', 0.35)
    if low:
        part.box((width, depth - 0.07, low), (0, -(depth - 0.07) / 2, low / 2), '#3b3a38', 'matte', 0, cull='DBU')
    part.box((width, depth - 0.02, height - low), (0, -(depth - 0.02) / 2, low + (height - low) / 2), body, 'matte', 0, cull='BU' if low else 'B')
    y, columns = -depth + 0.01, (1, drawers) if drawers else (doors, 1)
    each, tall = width / columns[0], (height - low) / columns[1]
    for i in range(columns[0]):
        for j in range(columns[1]):
            x, z = -width / 2 + each * (i + 0.5), low + tall * (j + 0.5)
            part.box((each - 0.006, 0.018, tall - 0.006), (x, y, z), front, 'matte', 0.004, 1, cull='B')
            edge = z + tall / 2 - 0.05 if low else z - tall / 2 + 0.05
            part.box((min(0.16, each * 0.5), 0.016, 0.012), (x, y - 0.016, edge), '#c8b184', 'metal', 0, cull='B')
    return part.done()


def bathroom(signs):
    """WC, basin on a cabinet with its mirror, shower behind a curtain, water heater, washing basket."""
    white = '#f6f5f0'
    wc = Part('wc', pt(-4.95, 0, 0.56), (0, 0, 90))
    wc.box((0.40, 0.2, 0.42), (0, -0.12, 0.60), white, 'gloss', 0.03, 3)
    wc.box((0.42, 0.22, 0.035), (0, -0.12, 0.825), white, 'gloss', 0.012, 2)
    wc.cyl(0.02, 0.012, (0, -0.12, 0.846), '#c9ced0', 'metal', 0.003, 12, cull='D')
    wc.lathe([(0.10, 0), (0.12, 0.02), (0.125, 0.18), (0.185, 0.33), (0.2, 0.38), (0.19, 0.40), (0, 0.40)], (0, -0.40, 0), white, 'gloss', 24)
    wc.pillow((0.38, 0.46, 0.05), (0, -0.41, 0.425), '#fbfaf6', 'gloss', n=6, power=3)
    wc.box((0.2, 0.22, 0.36), (0, -0.2, 0.2), white, 'gloss', 0.03, 2, cull='D')
    wc.done()
    paper = Part('paper', pt(-4.99, 0.75, 0.98), (0, 0, 90))
    paper.cyl(0.055, 0.10, (0, -0.07, 0), '#fbf8f0', 'matte', 0.004, 14, rot=(0, 90, 0))
    paper.rail([(-0.07, 0, 0.0), (-0.07, -0.07, 0), (0.07, -0.07, 0)], 0.006, '#c9ced0', 'metal', 6)
    paper.done()
    cabinet(pt(-3.25, 0, 1.9), 180, 0.7, 0.79, 0.48, '#7fa3a0')
    top = Part('basin', pt(-3.25, 0, 1.9), (0, 0, 180))
    for x0, x1, y0, y1 in ((-0.35, -0.24, -0.5, 0), (0.24, 0.35, -0.5, 0), (-0.24, 0.24, -0.5, -0.42), (-0.24, 0.24, -0.12, 0)):
        top.box((x1 - x0, y1 - y0, 0.05), ((x0 + x1) / 2, (y0 + y1) / 2, 0.825), white, 'gloss', 0, cull='B')
    for (x, y, wide, deep) in ((-0.235, -0.27, 0.01, 0.3), (0.235, -0.27, 0.01, 0.3), (0, -0.415, 0.48, 0.01), (0, -0.125, 0.48, 0.01)):
        top.box((wide, deep, 0.13), (x, y, 0.78), white, 'gloss', 0, cull='D')
    top.box((0.48, 0.3, 0.01), (0, -0.27, 0.715), white, 'gloss', 0, cull='DLRFB')
    top.cyl(0.022, 0.004, (0, -0.27, 0.722), '#aab0b3', 'metal', 0, 12, cull='D')
    # mirror: no picture of the room, only a pale sheen
    top.box((0.66, 0.02, 0.8), (0, -0.012, 1.55), '#8a5a33', 'gloss', 0.006, 1, cull='B')
    top.box((0.6, 0.006, 0.74), (0, -0.025, 1.55), '#c3d6da', 'gloss', 0, cull='B')
    top.cyl(0.03, 0.09, (0.27, -0.08, 0.895), '#e9a23b', 'gloss', 0.006, 12, cull='D')
    for dx, color in ((-0.008, '#d8603c'), (0.01, '#3f78b0')):
        top.tube([(0.27 + dx, -0.08, 0.9), (0.27 + dx * 2.6, -0.08, 1.04)], 0.005, color, 'matte', 5)
    top.box((0.46, 0.05, 0.03), (0, -0.04, 2.03), '#fff6e0', 'emit', 0.008, 1, cull='B')
    top.done()
    bath = Part('shower')
    chrome = '#cdd3d5'
    bath.rail([pt(-4.97, 1.05, 1.55), pt(-4.93, 1.05, 1.55), pt(-4.93, 2.05, 1.55), pt(-4.72, 2.08, 1.55)], 0.011, chrome, 'metal', 8)
    bath.cyl(0.09, 0.02, pt(-4.70, 2.06, 1.55), chrome, 'metal', 0.004, 20)
    bath.box((0.05, 0.2, 0.05), pt(-4.97, 1.05, 1.55), chrome, 'metal', 0.01, 2)
    bath.box((0.9, 0.9, 0.07), pt(-4.55, 0.035, 1.45), white, 'gloss', 0.02, 2, cull='D')
    bath.box((0.82, 0.82, 0.004), pt(-4.55, 0.072, 1.45), '#dfe3e0', 'matte', 0, cull='D')
    bath.rail([pt(-4.99, 2.1, 1.0), pt(-4.1, 2.1, 1.0), pt(-4.1, 2.1, 1.89)], 0.012, chrome, 'metal', 8, 0.08)
    rows = []
    for y, swing in ((0.25, 0.03), (1.2, 0.024), (2.09, 0.018)):
        rows.append([pt(-4.96 + 0.3 * i / 18, y, 1.0 + swing * math.sin(i * 1.9)) for i in range(19)])
    bath.sheet(rows, '#9cc6c0', thickness=0.004)
    bath.cyl(0.2, 0.72, pt(-4.1, 2.05, 0.42), '#f4f4f0', 'gloss', 0.06, 22, rot=(0, 90, 0))
    bath.cyl(0.045, 0.01, pt(-3.73, 2.05, 0.42), '#2f3b41', 'gloss', 0.003, 14, rot=(0, 90, 0))
    bath.tube([pt(-4.3, 1.86, 0.35), pt(-4.35, 1.4, 0.24), pt(-4.9, 1.2, 0.25), pt(-4.95, 1.1, 1.4)], 0.01, chrome, 'metal', 6)
    # towels on their rail: these stay, the one to take is a prop
    bath.rail([pt(-2.75, 1.25, 0.21), pt(-2.75, 1.25, 0.28), pt(-3.3, 1.25, 0.28), pt(-3.3, 1.25, 0.21)], 0.009, chrome, 'metal', 6)
    bath.box((0.26, 0.04, 0.5), pt(-3.12, 1.02, 0.28), '#e8a07a', 'matte', 0.018, 2)
    bath.box((0.2, 0.04, 0.42), pt(-2.86, 1.06, 0.28), '#f2e6cf', 'matte', 0.018, 2)
    bath.box((0.5, 0.7, 0.012), pt(-3.9, 0.006, 0.75), '#7fa3a0', 'matte', 0.006, 1, cull='D')
    bath.done()


def kitchen_run():
    """Straight counter along the east wall, z -3.4 .. -0.4; sink at -2.65 under the window, stove at -1.6 with its hood."""
    teal, cream = '#4f8f7f', '#f4ead8'
    for z, width, doors, drawers in ((-3.2, 0.38, 1, 0), (-2.65, 0.7, 2, 0), (-2.14, 0.3, 0, 3), (-1.6, 0.76, 2, 0), (-0.81, 0.8, 2, 0)):
        cabinet(pt(5.0, 0, z), -90, width, 0.84, 0.57, teal, doors, drawers)
    part, stone = Part('counter', pt(4.7, 0, -1.9)), '#ece5d8'
    xs, ys = (-0.3, -0.16, 0.2, 0.3), (-1.5, 0.45, 1.05, 1.5)
    b = bmesh.new()
    grid = {(x, y): b.verts.new((x, y, 0.88)) for x in xs for y in ys}
    for x0, x1 in zip(xs, xs[1:]):
        for y0, y1 in zip(ys, ys[1:]):
            if not (x0 == -0.16 and y0 == 0.45):
                b.faces.new([grid[(x0, y0)], grid[(x1, y0)], grid[(x1, y1)], grid[(x0, y1)]])
    part.add(b, part.matrix.Identity(4), stone, 'gloss')
    part.box((0.02, 3.0, 0.04), (-0.301, 0, 0.86), stone, 'gloss', 0.006, 2, cull='R')
    part.box((0.6, 0.012, 0.88), (0, -1.5, 0.44), cream, 'matte', 0.003, 1, cull='D')
    steel = '#c9cfd1'
    part.box((0.36, 0.6, 0.004), (0.02, 0.75, 0.73), steel, 'metal', 0, cull='DLRFB')
    for s in (-1, 1):
        part.box((0.008, 0.6, 0.15), (0.02 + s * 0.18, 0.75, 0.806), steel, 'metal', 0, cull='D')
        part.box((0.36, 0.008, 0.15), (0.02, 0.75 + s * 0.3, 0.806), steel, 'metal', 0, cull='D')
    part.tube([(0.25, 0.75, 0.88), (0.25, 0.75, 1.05), (0.24, 0.75, 1.15), (0.16, 0.75, 1.19), (0.08, 0.75, 1.12)], 0.011, steel, 'metal', 8, 4)
    part.box((0.24, 0.34, 0.018), (0.0, -1.2, 0.89), '#c99a63', 'matte', 0.006, 1)
    for i in range(4):
        part.cyl(0.02, 0.012, (-0.04 + 0.03 * i, -1.15, 0.905), '#6fae4e' if i % 2 else '#d8402c', 'gloss', 0.003, 10)
    for y, tall, radius, color, cap in ((0.28, 0.25, 0.03, '#5a2a1c', '#c8352c'), (0.2, 0.27, 0.032, '#c98a2b', '#3f8c46'), (0.12, 0.2, 0.028, '#efe6d6', '#c8352c')):
        kit.bottle(part, (0.22, y, 0.88), tall, radius, color, cap, '#f2d9a0', 10)
    part.lathe([(0, 0), (0.11, 0), (0.125, 0.02), (0.128, 0.13), (0.12, 0.16), (0.07, 0.195), (0, 0.20)], (0.1, -0.92, 0.88), '#f3efe6', 'gloss', 20)
    part.done()
    kit.plant(pt(5.03, 1.1, -2.4), 0.8, 5)
    _hob()
    hood = kit.hood(pt(5.0, 1.62, -1.6))
    hood.rotation_euler = (0, 0, math.radians(-90))
    for z, wide in ((-0.79, 0.78),):
        cabinet(pt(5.0, 1.6, z), -90, wide, 0.7, 0.33, cream, low=0)


def _hob():
    """Two burners; a plainer one than the wok kitchen's, for it is not handled here."""
    part = Part('hob', pt(4.68, 0.88, -1.6), (0, 0, -90))
    part.box((0.72, 0.42, 0.02), (0, 0, 0.01), '#1d2124', 'gloss', 0.006, 2, cull='D')
    for x in (-0.19, 0.19):
        part.cyl(0.1, 0.008, (x, 0.03, 0.024), '#6f767a', 'gloss', 0, 20, cull='D')
        part.cyl(0.05, 0.016, (x, 0.03, 0.032), '#3a3f42', 'gloss', 0.004, 14, cull='D', seg=1)
        for turn in (0, 90):
            part.box((0.22, 0.012, 0.014), (x, 0.03, 0.052), '#15181a', 'matte', 0, rot=(0, 0, turn + 45), cull='D')
        part.cyl(0.022, 0.02, (x, -0.165, 0.03), '#d7dadb', 'gloss', 0.004, 12, cull='D', seg=1)
    return part.done()


def tea(at):
    """Tray with a pot and cups."""
    part = Part('tea', at)
    part.box((0.44, 0.28, 0.026), (0, 0, 0.013), '#8a5a33', 'matte', 0.006, 1, cull='D')
    part.lathe([(0, 0), (0.052, 0.02), (0.056, 0.04), (0.03, 0.072), (0.012, 0.086), (0, 0.09)], (-0.11, 0.03, 0.027), '#7a3f2a', 'gloss', 14)
    part.tube([(-0.06, 0.03, 0.055), (-0.035, 0.03, 0.075), (-0.02, 0.03, 0.098)], 0.008, '#7a3f2a', 'gloss', 6, 2)
    for i in range(4):
        part.lathe([(0.014, 0), (0.027, 0.03), (0.014, 0.008), (0, 0.007)], (0.04 + 0.075 * (i % 2), -0.055 + 0.085 * (i // 2), 0.027), '#f2efe6', 'gloss', 10)
    part.box((0.05, 0.17, 0.02), (0.32, -0.03, 0.01), '#2b2f33', 'gloss', 0.004, 1, rot=(0, 0, 22))
    return part.done()


def curio(at, rot, width=1.15, depth=0.26, height=1.15):
    """Open shelf of dark wood with tea tins, vases and books."""
    part, rng = Part('curio', at, (0, 0, rot)), random.Random(9)
    wood = '#8a5a33'
    for x in (-width / 2, -0.12, width / 2):
        part.box((0.024, depth, height), (x, -depth / 2, height / 2), wood, 'matte', 0.003, 1, cull='DB')
    for z in (0.05, 0.42, 0.78, height - 0.012):
        part.box((width, depth - 0.004, 0.024), (0, -depth / 2, z), wood, 'matte', 0.003, 1, cull='B')
    part.box((width, 0.01, height), (0, -0.006, height / 2), '#c9a97a', 'matte', 0, cull='DB')
    for x, z, kind in ((-0.42, 0.062, 0), (0.2, 0.062, 1), (-0.35, 0.432, 2), (0.1, 0.432, 3), (0.38, 0.432, 0), (-0.4, 0.792, 3), (0.05, 0.792, 2), (0.36, 0.792, 1), (0.3, height, 4)):
        if kind == 0:
            part.cyl(0.055, 0.16, (x, -0.13, z + 0.08), '#3f6a5f', 'gloss', 0.006, 14, seg=1)
            part.cyl(0.056, 0.03, (x, -0.13, z + 0.17), '#c8a45c', 'gloss', 0.004, 14, seg=1)
        elif kind == 1:
            part.lathe([(0.04, 0), (0.075, 0.08), (0.03, 0.19), (0.038, 0.23), (0, 0.2)], (x, -0.13, z), '#7fa9b5', 'gloss', 14)
        elif kind == 2:
            for i in range(5):
                tall = 0.19 + 0.07 * rng.random()
                part.box((0.034, 0.16, tall), (x - 0.08 + i * 0.036, -0.12, z + tall / 2), ['#cf4a36', '#2f6b72', '#e9c46a', '#8a5a83', '#f0e6d2'][i], 'matte', 0, cull='DB')
        elif kind == 3:
            part.lathe([(0.05, 0), (0.09, 0.05), (0.085, 0.12), (0.05, 0.15), (0, 0.15)], (x, -0.13, z), '#b5653f', 'gloss', 14)
        else:
            part.cyl(0.07, 0.012, (x, -0.13, z + 0.006), '#5c3a1f', 'matte', 0, 12)
            part.cyl(0.1, 0.02, (x, -0.13, z + 0.11), '#e9e2d0', 'gloss', 0.006, 20, rot=(82, 0, 0), seg=1)
    return part.done()


def bookshelf(at, rot, width=1.2, height=1.3, depth=0.3):
    part, rng = Part('bookshelf', at, (0, 0, rot)), random.Random(3)
    for x in (-width / 2, 0, width / 2):
        part.box((0.022, depth, height), (x, -depth / 2, height / 2), '#e9dcc4', 'matte', 0.003, 1, cull='DB')
    for i in range(4):
        part.box((width, depth - 0.004, 0.022), (0, -depth / 2, 0.06 + i * (height - 0.08) / 3), '#e9dcc4', 'matte', 0.003, 1, cull='B')
    part.box((width, 0.01, height), (0, -0.006, height / 2), '#f6efe2', 'matte', 0, cull='DB')
    colors = ['#cf4a36', '#2f6b72', '#e9c46a', '#5f9a54', '#8a5a83', '#f0e6d2', '#3f78b0', '#e9902b']
    for row in range(3):
        for half in (-1, 0):
            x, z = half * width / 2 + 0.03, 0.072 + row * (height - 0.08) / 3
            while x < half * width / 2 + width / 2 - 0.12 - 0.2 * rng.random():
                wide, tall = 0.025 + 0.03 * rng.random(), 0.2 + 0.12 * rng.random()
                part.box((wide - 0.002, 0.18, tall), (x + wide / 2, -0.11, z + tall / 2), rng.choice(colors), 'matte', 0, cull='DB')
                x += wide
    # robot, ball and bear on top
    part.box((0.1, 0.08, 0.14), (-0.4, -0.14, height + 0.08), '#5a8fb0', 'gloss', 0.012, 1)
    part.box((0.07, 0.07, 0.06), (-0.4, -0.14, height + 0.19), '#e9c46a', 'gloss', 0.01, 1)
    part.pillow((0.18, 0.18, 0.18), (0.1, -0.15, height + 0.09), '#d8603c', 'gloss', power=2, n=6)
    part.pillow((0.16, 0.13, 0.18), (0.42, -0.15, height + 0.09), '#c99a63', 'matte', power=2.3, n=4)
    part.pillow((0.13, 0.12, 0.12), (0.42, -0.16, height + 0.22), '#c99a63', 'matte', power=2.2, n=4)
    for s in (-1, 1):
        part.pillow((0.05, 0.03, 0.05), (0.42 + s * 0.05, -0.15, height + 0.285), '#a9763f', 'matte', power=2, n=3)
    return part.done()


def desk(at, rot, width, depth, height=0.76):
    part = Part('desk', at, (0, 0, rot))
    part.box((width, depth, 0.035), (0, -depth / 2, height - 0.0175), '#ffffff', 'wood', 0.008, 2)
    for x in (-width / 2 + 0.03, width / 2 - 0.03):
        part.box((0.04, depth - 0.06, height - 0.035), (x, -depth / 2, (height - 0.035) / 2), CREAM, 'matte', 0.006, 1, cull='DU')
    part.box((width - 0.1, 0.02, 0.3), (0, -0.03, height - 0.2), CREAM, 'matte', 0.004, 1)
    # lamp, exercise book, pencils
    part.cyl(0.07, 0.02, (-width / 2 + 0.14, -0.18, height + 0.01), '#3f8c86', 'gloss', 0.006, 18)
    part.rail([(-width / 2 + 0.14, -0.18, height + 0.02), (-width / 2 + 0.14, -0.18, height + 0.32), (-width / 2 + 0.28, -0.26, height + 0.36)], 0.009, '#3f8c86', 'gloss', 6, 0.04)
    part.lathe([(0.075, 0), (0.03, 0.07), (0, 0.075)], (-width / 2 + 0.30, -0.27, height + 0.30), '#3f8c86', 'gloss', 18)
    part.cyl(0.055, 0.01, (-width / 2 + 0.30, -0.27, height + 0.305), '#fff0c8', 'emit', 0, 14, cull='U')
    part.box((0.3, 0.2, 0.006), (0.08, -0.3, height + 0.003), '#fdfaf1', 'matte', 0, cull='D', rot=(0, 0, 8))
    part.box((0.2, 0.15, 0.02), (0.3, -0.16, height + 0.01), '#cf4a36', 'matte', 0.003, 1, cull='D', rot=(0, 0, -6))
    part.cyl(0.035, 0.1, (0.02, -0.12, height + 0.05), '#e9a23b', 'gloss', 0.004, 14)
    for i, color in enumerate(('#c8352c', '#3f78b0', '#5f9a54')):
        part.tube([(0.02 + 0.01 * (i - 1), -0.12, height + 0.06), (0.02 + 0.03 * (i - 1), -0.12, height + 0.17)], 0.004, color, 'matte', 5)
    return part.done()

"""The ground before the tower's west face: paving, lawn, trees, assembly sign, fire engine, the face itself, and what lies beyond."""
import math
import random
import bmesh
from houses import gap, lamp, plate, pt, slab, wall
from materials import mix_hex
from part import Part

Y = -6
CITY_SHARE = 0.6
GREENS = ('#5f8f52', '#6f9f5c', '#547f4a', '#7fae68')


def face(signs):
    """West face of the building at x = -8.3, with the way in at z 4.8 and windows above."""
    low = [(Y, Y + 3, '#bfae96', 'matte'), (Y + 3, 24, '#e0cdb4', 'matte')]
    wall((-8.3, -19), (-8.3, -6), low, detail=0.15)
    wall((-8.3, -6), (-8.3, 3.4), low, detail=0.35)
    wall((-8.3, 6.2), (-8.3, 16), low, detail=0.35)
    wall((-8.3, 16), (-8.3, 25), low, detail=0.15)
    wall((-8.3, 3.4), (-8.3, 6.2), [(Y, -2.6, '#b3a188', 'matte'), (-2.6, 24, '#e0cdb4', 'matte')], [gap(4.8, 1.4, 2.2, Y)], 0.2, detail=0.8)
    part = Part('face', detail=0.4)
    for storey in range(1, 9):
        y = Y + 3 * storey
        part.box((0.06, 44, 0.12), pt(-8.32, y, 3), '#d6c3a8', 'matte', 0, cull='RFB')
        for i in range(9):
            z = -11.5 + i * 4.1
            if abs(z - 4.8) < 0.7 and storey == 0:
                continue
            part.box((0.06, 1.7, 1.5), pt(-8.31, y + 1.55, z), '#f4efe4', 'matte', 0, cull='R')
            lit = (storey * 5 + i * 3) % 7
            part.box((0.02, 1.5, 1.3), pt(-8.35, y + 1.55, z), '#f2cf8c' if lit < 2 else ('#6f879c' if lit % 2 else '#7f96a8'), 'emit' if lit < 2 else 'matte', 0, cull='RFBDU')
            part.box((0.024, 0.05, 1.3), pt(-8.352, y + 1.55, z), '#f4efe4', 'matte', 0, cull='RFBDU')
            if (storey + i) % 3 == 0:
                part.box((0.32, 0.8, 0.55), pt(-8.5, y + 0.45, z + 0.2), '#e9e9e4', 'matte', 0.02, 1, cull='R')
    part.done()
    entrance = Part('entrance', detail=0.8)
    entrance.box((2.2, 3.4, 0.18), pt(-9.3, Y + 2.75, 4.8), '#8f7f6c', 'matte', 0.02, 1, cull='R')
    for z in (4.1, 5.5):
        entrance.box((1.3, 0.5, 0.02), pt(-9.3, Y + 2.652, z), '#fff1d2', 'emit', 0, cull='U')
    for z in (3.4, 6.2):
        entrance.cyl(0.09, 2.7, pt(-10.2, Y + 1.35, z), '#a8967e', 'matte', 0.01, 12, cull='DU')
    for z in (4.07, 5.53):
        entrance.box((0.34, 0.06, 2.26), pt(-8.15, Y + 1.1, z), '#6a7a7c', 'gloss', 0.006, 1, cull='DU')
    entrance.box((0.34, 1.52, 0.07), pt(-8.15, Y + 2.24, 4.8), '#6a7a7c', 'gloss', 0.006, 1)
    entrance.box((0.34, 1.4, 0.02), pt(-8.15, Y - 0.006, 4.8), '#7d8587', 'gloss', 0, cull='DLRFB')
    entrance.quad(2.1, 0.65, pt(-10.405, Y + 2.75 + 0.42, 4.8), (0, 0, -90), uv=signs['house'])
    entrance.box((0.05, 2.2, 0.75), pt(-10.37, Y + 3.17, 4.8), '#2f6b72', 'matte', 0.01, 1)
    plate(entrance, 0.56, 0.76, (-8.306, Y + 1.6, 7.2), 'w', signs['no_bikes'])
    plate(entrance, 0.56, 0.76, (-8.306, Y + 1.6, 2.4), 'w', signs['notice'])
    for z in (2.7, 6.9):
        entrance.box((0.5, 0.9, 0.4), pt(-8.75, Y + 0.2, z), '#a8826a', 'matte', 0.02, 1, cull='D')
        for i in range(3):
            entrance.pillow((0.46, 0.42, 0.46), pt(-8.75, Y + 0.5, z - 0.26 + 0.26 * i), GREENS[i], 'matte', power=2.4, n=3)
    entrance.done()


def flatness(x0, x1, z0, z1, y, color, mat, detail):
    slab((x0, z0), (x1, z1), y, color, mat, detail=detail)


def ground(signs):
    flatness(-20, -8.3, -3, 13, Y, '#c6beb1', 'floor', 0.35)
    flatness(-20, -8.3, 13, 17.5, Y - 0.02, '#8d8c8a', 'matte', 0.3)
    flatness(-40, -20, -14, 22, Y - 0.03, '#7f9f62', 'matte', 0.12)
    flatness(-20, -8.3, -14, -3, Y - 0.03, '#7f9f62', 'matte', 0.16)
    flatness(-20, -8.3, 17.5, 24, Y - 0.03, '#7f9f62', 'matte', 0.14)
    part = Part('kerbs', detail=0.4)
    for x0, x1, z0, z1 in ((-20.12, -20, -3, 13), (-20.12, -8.3, -3.12, -3), (-20.12, -8.3, 13, 13.12), (-20, -8.3, 17.5, 17.62)):
        part.box((x1 - x0, z1 - z0, 0.16), pt((x0 + x1) / 2, Y, (z0 + z1) / 2), '#d3cdc2', 'matte', 0, cull='D')
    # meeting area marked on the paving
    for x0, x1, z0, z1 in ((-17.2, -12.8, 4.8, 4.9), (-17.2, -12.8, 9.1, 9.2), (-17.2, -17.1, 4.8, 9.2), (-12.9, -12.8, 4.8, 9.2)):
        part.box((x1 - x0, z1 - z0, 0.004), pt((x0 + x1) / 2, Y + 0.003, (z0 + z1) / 2), '#2f9a63', 'matte', 0, cull='DLRFB')
    plate_flat(part, 3.2, 0.58, (-14.2, Y - 0.012, 13.55), signs['fire_lane'])
    part.done()
    sign_post(-18.6, 7.0, signs)
    for x, z, size, seed in ((-23, -1.5, 1.15, 1), (-24.5, 4.5, 1.3, 2), (-22.4, 10.5, 1.05, 3), (-27, 8, 1.4, 4), (-28.5, 0.5, 1.25, 5), (-17, -6.5, 1.2, 6), (-12, -7.5, 1.05, 7),
                             (-22, -8, 1.35, 8), (-26, 15, 1.3, 9), (-19, 20.5, 1.2, 10), (-13, 20.8, 1.1, 11), (-32, 4.5, 1.5, 12), (-33, 13, 1.4, 13), (-31, -7, 1.4, 14)):
        tree(x, z, size, seed)
    hedge(-20.6, -2.5, -20.6, 4.6)
    hedge(-20.6, 9.4, -20.6, 12.6)
    hedge(-19.5, -3.6, -9.0, -3.6)
    for x, z in ((-19.4, -2.2), (-19.4, 12.2), (-10.5, 12.3)):
        street_lamp(x, z)
    bench(-19.2, 2.0)
    bench(-19.2, 0.2)


def plate_flat(part, wide, deep, at, uv):
    part.quad(wide, deep, pt(*at), (-90, 0, 180), uv=uv)


def sign_post(x, z, signs):
    """Assembly sign facing east, towards those who come out."""
    part = Part('assembly_sign', pt(x, Y, z), (0, 0, 90), detail=0.8)
    for side in (-1, 1):
        part.cyl(0.045, 2.9, (side * 0.62, 0, 1.45), '#8d9699', 'matte', 0.004, 10, cull='D')
    part.box((1.5, 0.06, 1.82), (0, -0.04, 1.95), '#0d8a4b', 'matte', 0.012, 1)
    part.quad(1.3, 1.58, (0, -0.0715, 1.97), uv=signs['assembly'])
    part.box((1.9, 0.06, 0.56), (0, -0.04, 3.14), '#0d8a4b', 'matte', 0.012, 1)
    part.quad(1.8, 0.514, (0, -0.0715, 3.14), uv=signs['shelter'])
    part.done()


def tree(x, z, size, seed):
    rng = random.Random(seed)
    part = Part('tree', pt(x, Y - 0.03, z), (0, 0, rng.random() * 360), size, detail=0.12)
    part.cyl(0.14, 1.7, (0, 0, 0.85), '#7a5a3f', 'matte', 0, 7, top_radius=0.09, cull='DU')
    green = GREENS[seed % 4]
    for dx, dy, dz, wide, share in ((0, 0, 2.6, 1.9, 0), (0.6, 0.2, 2.1, 1.2, 0.1), (-0.55, 0.3, 2.2, 1.25, 0.08), (0.1, -0.6, 2.15, 1.2, 0.16), (0.15, 0.1, 3.25, 1.2, -0.1)):
        color = mix_hex(green, '#2f4f2f', share) if share >= 0 else mix_hex(green, '#c9d48a', 0.2)
        part.pillow((wide, wide, wide * 0.82), (dx, dy, dz), mix_hex(color, '#24402a', 0.35), 'matte', power=2, n=3 if x > -25 else 2, top_color=color)
    part.done()


def hedge(x0, z0, x1, z1):
    part = Part('hedge', detail=0.15)
    length = math.hypot(x1 - x0, z1 - z0)
    count = max(1, round(length / 1.3))
    for i in range(count):
        t = (i + 0.5) / count
        along_x = abs(x1 - x0) > abs(z1 - z0)
        wide, deep = (length / count + 0.1, 0.6) if along_x else (0.6, length / count + 0.1)
        part.pillow((wide, deep, 0.75), pt(x0 + (x1 - x0) * t, Y + 0.3, z0 + (z1 - z0) * t), '#456f42', 'matte', power=6, n=3, top_color=GREENS[i % 2])
    part.done()


def street_lamp(x, z):
    part = Part('street_lamp', pt(x, Y, z), detail=0.4)
    part.cyl(0.06, 3.6, (0, 0, 1.8), '#4f5a5e', 'matte', 0, 8, top_radius=0.04, cull='DU')
    part.cyl(0.16, 0.3, (0, 0, 3.75), '#fff0cc', 'emit', 0.05, 12)
    part.cyl(0.2, 0.05, (0, 0, 3.93), '#4f5a5e', 'matte', 0.01, 12)
    part.done()


def bench(x, z):
    part = Part('bench', pt(x, Y, z), (0, 0, 90), detail=0.5)
    for i in range(3):
        part.box((1.5, 0.12, 0.035), (0, -0.14 + i * 0.14, 0.44), '#b07c4a', 'matte', 0.006, 1)
    part.box((1.5, 0.03, 0.3), (0, 0.24, 0.68), '#b07c4a', 'matte', 0.006, 1, rot=(-10, 0, 0))
    for side in (-1, 1):
        part.box((0.06, 0.4, 0.42), (side * 0.6, 0, 0.21), '#4f5a5e', 'matte', 0, cull='DU')
    part.done()


def fire_engine(x, z, signs):
    """Red pump engine along x, its cab at -x; on the fire lane beside the ground."""
    red, white, dark = '#c4231b', '#f1efe6', '#2b3033'
    part = Part('fire_engine', pt(x, Y, z), detail=0.7)
    part.box((7.0, 2.3, 0.3), (0.1, 0, 0.75), dark, 'matte', 0.03, 1)
    part.box((2.1, 2.4, 1.9), (-2.5, 0, 1.75), red, 'gloss', 0.1, 3, taper=(0.93, 0.96))
    part.box((4.7, 2.4, 1.75), (1.2, 0, 1.7), red, 'gloss', 0.05, 2)
    part.box((4.4, 2.1, 0.16), (1.2, 0, 2.64), '#b9bfc1', 'matte', 0.02, 1)
    for side in (-1, 1):
        y = side * 1.205
        part.box((1.2, 0.02, 0.66), (-2.42, y, 2.15), '#35454d', 'gloss', 0.01, 1)
        part.box((0.03, 0.03, 0.66), (-2.3, y, 2.15), red, 'gloss', 0)
        part.quad(3.9, 0.99, (1.15, side * 1.2035, 1.42), (0, 0, 0 if side < 0 else 180), uv=signs['engine'])
        for i in range(3):
            part.box((1.3, 0.02, 0.62), (-0.2 + i * 1.4, y, 2.2), '#c6ccce', 'gloss', 0.006, 1)
            for k in range(3):
                part.box((1.26, 0.014, 0.012), (-0.2 + i * 1.4, y + side * 0.008, 2.04 + k * 0.15), '#9aa3a6', 'gloss', 0)
        part.box((7.0, 0.02, 0.09), (0.05, y, 0.98), white, 'gloss', 0)
        for wx in (-2.55, 1.5, 2.75):
            part.cyl(0.5, 0.34, (wx, side * 1.02, 0.5), '#1f2326', 'matte', 0.06, 18, rot=(90, 0, 0), seg=1)
            part.cyl(0.24, 0.03, (wx, side * 1.2, 0.5), '#c6ccce', 'gloss', 0, 12, rot=(90, 0, 0))
        part.box((0.05, 0.3, 0.18), (-3.56, side * 0.85, 1.18), '#fff3d0', 'emit', 0.01, 1)
    part.box((0.03, 2.1, 0.74), (-3.5, 0, 2.12), '#35454d', 'gloss', 0.01, 1, rot=(0, 4, 0))
    part.box((0.16, 2.3, 0.3), (-3.6, 0, 0.78), white, 'gloss', 0.04, 2)
    part.box((0.3, 1.5, 0.16), (-2.5, 0, 2.78), '#2f4fd0', 'emit', 0.04, 1)
    # ladder and hose reels on the roof
    for y in (-0.55, -0.15):
        part.tube([(-1.0, y, 2.85), (3.4, y, 2.85)], 0.035, '#d6dadb', 'matte', 6)
    for i in range(12):
        part.box((0.04, 0.42, 0.04), (-0.8 + i * 0.37, -0.35, 2.85), '#d6dadb', 'matte', 0)
    part.done()


# ------------------------------------------------------------------- beyond, unlit
def _curtain_wall(part, points, y0, y1, v0, v1):
    """Upright picture along a line of (x, z), seen from its left; u runs once along the whole length."""
    lengths = [0.0]
    for a, b in zip(points, points[1:]):
        lengths.append(lengths[-1] + math.dist(a, b))
    b = bmesh.new()
    columns = [(b.verts.new(pt(x, y0, z)), b.verts.new(pt(x, y1, z))) for x, z in points]
    where = {}
    for (low, high), along in zip(columns, lengths):
        u = along / lengths[-1]
        where[tuple(round(c, 3) for c in low.co)] = (u, v0)
        where[tuple(round(c, 3) for c in high.co)] = (u, v1)
    for left, right in zip(columns, columns[1:]):
        b.faces.new((left[0], right[0], right[1], left[1]))
    part.add(b, part.matrix.Identity(4), '#ffffff', 'backdrop', uv=lambda c: where[tuple(round(v, 3) for v in c)])


def beyond():
    """The city before the windows in the south and east, the garden's edge round the assembly ground, the wing beside the bedroom."""
    part = Part('city')
    arc = lambda cx, cz, r, a0, a1, n: [(cx + r * math.cos(math.radians(a0 + (a1 - a0) * i / n)), cz + r * math.sin(math.radians(a0 + (a1 - a0) * i / n))) for i in range(n + 1)]
    # angles of the app's map: 0 = +x, 90 = +z; from south-west round to north-east
    _curtain_wall(part, arc(1, -1, 19, -126, 62, 23), -22, 21, 1 - CITY_SHARE + 0.002, 1)
    _curtain_wall(part, ([(4, -25)] + arc(-13, 5, 27, -80, -280, 26) + [(12, 34)])[::-1], Y - 0.6, Y + 27, 0, 1 - CITY_SHARE - 0.002)
    part.done('unlit')
    sky = Part('sky_cap')
    sky.box((70, 70, 0.02), pt(-22, Y + 26.6, 5), '#6f97c9', 'matte', 0, cull='ULRFB')
    sky.done('unlit')
    # the wing of the same building that stands west of the bedroom's window
    wing = Part('wing')
    wing.box((0.02, 14, 40), pt(-8.22, 0, -10.7), '#b9a994', 'matte', 0, cull='LUDFB')
    for storey in range(-4, 6):
        for z in (-6.2, -9.6, -13):
            lit = (storey * 3 + int(z)) % 5 == 0
            wing.box((0.02, 1.5, 1.4), pt(-8.2, storey * 3 + 1.5, z), '#f0cf90' if lit else '#6a7d8f', 'matte', 0, cull='LUDFB')
    wing.done('unlit')


def lamps():
    out = ['outside']
    lamp(out, 'SUN', (0, 20, 0), 2.2, (1, 0.82, 0.6), towards=(1, 0.35, -0.42), angle=0.03)
    lamp(out, 'AREA', (-9.3, Y + 2.55, 4.8), 40, (1, 0.86, 0.62), shape='RECTANGLE', size=1.8, size_y=2.8)
    for x, z in ((-19.4, -2.2), (-19.4, 12.2), (-10.5, 12.3)):
        lamp(out, 'POINT', (x, Y + 3.4, z), 40, (1, 0.85, 0.6), shadow_soft_size=0.3)


def build(signs):
    face(signs)
    ground(signs)
    fire_engine(-14.2, 15.2, signs)

"""Kitchen furniture that stays where it is: cabinets, hob, hood, gas bottle, fridge, table and chairs, clutter."""
import math
import random
import bmesh
from materials import mix_hex
from part import TAU, Part, ring


def cabinet(name, width, height, depth, at, rot=0, doors=1, drawers=0, front='#3f8c86', wall_mounted=False,
            handle='#c8b184', toe=0.09, cull='BD'):
    """Carcass with shaker fronts facing -Y; origin at the floor, back centre."""
    part = Part(name, at, (0, 0, rot))
    body = mix_hex(front, '#20302e', 0.35)
    if toe:
        part.box((width, depth - 0.06, toe), (0, -(depth - 0.06) / 2, toe / 2), '#3b3a38', 'matte', 0, cull='DBU')
    part.box((width, depth - 0.02, height - toe), (0, -(depth - 0.02) / 2, toe + (height - toe) / 2), body, 'matte', 0.003, 1, cull=cull)
    face = -(depth - 0.02) - 0.010
    low, high = toe, height
    if drawers and not doors:
        tall = (high - low) / drawers
        for i in range(drawers):
            z = low + tall * (i + 0.5)
            _front(part, 0, z, width, tall, face, front)
            _handle(part, 0, z + tall * 0.22, face, handle, upright=False)
        return part.done()
    if drawers:
        _front(part, 0, high - 0.085, width, 0.17, face, front)
        _handle(part, 0, high - 0.085, face, handle, upright=False)
        high -= 0.17
    each = width / doors
    for i in range(doors):
        x = -width / 2 + each * (i + 0.5)
        _front(part, x, (low + high) / 2, each, high - low, face, front)
        side = 1 if i % 2 == 0 and doors > 1 else -1
        _handle(part, x + side * (each / 2 - 0.03), low + 0.12 if wall_mounted else high - 0.13, face, handle, upright=True)
    return part.done()


def _front(part, x, z, width, height, y, color, gap=0.004, stile=0.055):
    width, height = width - gap, height - gap
    if height < 0.22 or width < 0.2:
        part.box((width, 0.02, height), (x, y, z), color, 'matte', 0.004, 2, cull='B')
        return
    part.box((width, 0.010, height), (x, y + 0.005, z), color, 'matte', 0, cull='B')
    for side in (-1, 1):
        part.box((stile, 0.012, height), (x + side * (width / 2 - stile / 2), y - 0.006, z), color, 'matte', 0.004, 2, cull='B')
        part.box((width - 2 * stile + 0.004, 0.012, stile), (x, y - 0.006, z + side * (height / 2 - stile / 2)), color, 'matte', 0.004, 2, cull='B')


def _handle(part, x, z, y, color, upright, length=0.13):
    half = length / 2
    ends = [(0, -half), (0, half)] if upright else [(-half, 0), (half, 0)]
    (x0, z0), (x1, z1) = ends
    part.rail([(x + x0, y - 0.008, z + z0), (x + x0, y - 0.045, z + z0), (x + x1, y - 0.045, z + z1), (x + x1, y - 0.008, z + z1)],
              0.0055, color, 'metal', 6, 0.012)


def countertop(outline, hole, color, top=0.87, thick=0.04, round_=0.012):
    """L-shaped worktop as one surface, so that no seam shows. outline: corners clockwise from the left wall's front;
    hole: (x0, y0, x1, y1) for the sink. Its last four edges are the free ones and get a rounded nose."""
    part = Part('countertop')
    x0, y0, x1, y1 = hole
    inner_x, inner_y = outline[4][0], outline[4][1]
    xs = sorted({outline[0][0], inner_x, x0, x1, outline[2][0]})
    ys = sorted({outline[0][1], inner_y, y0, y1, outline[1][1]})
    b = bmesh.new()
    grid = {(x, y): b.verts.new((x, y, top)) for x in xs for y in ys}
    for xa, xb in zip(xs, xs[1:]):
        for ya, yb in zip(ys, ys[1:]):
            x, y = (xa + xb) / 2, (ya + yb) / 2
            if (x > inner_x and y < inner_y) or (x0 < x < x1 and y0 < y < y1):
                continue
            b.faces.new([grid[(xa, ya)], grid[(xb, ya)], grid[(xb, yb)], grid[(xa, yb)]])
    bmesh.ops.delete(b, geom=[v for v in b.verts if not v.link_faces], context='VERTS')
    part.add(b, part.matrix.Identity(4), color, 'gloss')
    profile = [(0, 0)] + [(round_ * math.sin(a), -round_ * (1 - math.cos(a))) for a in (0.5, 1.0, math.pi / 2)] + [(round_, -thick)]
    for (ax, ay), (bx, by), (nx, ny) in ((outline[2], outline[3], (1, 0)), (outline[3], outline[4], (0, -1)), (outline[4], outline[5], (1, 0)),
                                         (outline[5], outline[0], (0, -1))):
        b = bmesh.new()
        rings = [[b.verts.new((x + nx * out, y + ny * out, top + down)) for out, down in profile] for x, y in ((ax, ay), (bx, by))]
        for k in range(len(profile) - 1):
            b.faces.new((rings[0][k], rings[1][k], rings[1][k + 1], rings[0][k + 1]))
        part.add(b, part.matrix.Identity(4), color, 'gloss')
    return part.done(smooth_deg=60)


def hob(at):
    """Two-burner gas hob; the left burner is 0.19 m left of `at`. Its knob is a prop, the right one stays."""
    part = Part('gas_hob', at)
    part.box((0.74, 0.42, 0.018), (0, 0, 0.009), '#1d2124', 'gloss', 0.008, 3, cull='D')
    part.box((0.72, 0.40, 0.004), (0, 0, 0.019), '#2a2f33', 'gloss', 0.002, 1, cull='D')
    for x in (-0.19, 0.19):
        part.lathe([(0.105, 0.02), (0.1, 0.026), (0.07, 0.024), (0.0, 0.024)], (x, 0.03, 0), '#6f767a', 'metal', 28)
        part.cyl(0.052, 0.012, (x, 0.03, 0.028), '#b9973f', 'metal', 0.004, 24, cull='D')
        part.cyl(0.04, 0.008, (x, 0.03, 0.037), '#22262a', 'gloss', 0.003, 24, cull='D')
        part.rail(ring(0.098, 16, 0.028, (x, 0.03)), 0.006, '#15181a', 'matte', 6, 0.02, closed=True)
        for i in range(4):
            c, s = math.cos(TAU * i / 4 + TAU / 8), math.sin(TAU * i / 4 + TAU / 8)
            part.rail([(x + 0.1 * c, 0.03 + 0.1 * s, 0.02), (x + 0.1 * c, 0.03 + 0.1 * s, 0.058), (x + 0.055 * c, 0.03 + 0.055 * s, 0.044)],
                      0.007, '#15181a', 'matte', 6, 0.015)
    part.cyl(0.024, 0.02, (0.19, -0.165, 0.03), '#d7dadb', 'gloss', 0.006, 20, cull='D')
    part.box((0.009, 0.04, 0.014), (0.19, -0.165, 0.043), '#f2f3f2', 'gloss', 0.003, 2, cull='D')
    part.cyl(0.028, 0.004, (-0.19, -0.165, 0.021), '#8d9496', 'metal', 0.001, 20, cull='D')
    return part.done()


def hood(at):
    """Range hood; at: bottom, back centre. Its switch panel is a prop at the middle of the front edge."""
    part = Part('range_hood', at)
    steel = '#d9dcdd'
    part.box((0.78, 0.49, 0.06), (0, -0.245, 0.03), '#d4d8d9', 'metal', 0.012, 3, cull='B')
    part.box((0.78, 0.49, 0.26), (0, -0.245, 0.19), steel, 'metal', 0.02, 3, cull='BD', taper=(0.40, 0.55))
    part.box((0.30, 0.26, 0.85), (0, -0.2, 0.73), steel, 'metal', 0.012, 2, cull='BDU')
    part.box((0.70, 0.42, 0.004), (0, -0.25, -0.001), '#55595b', 'metal', 0.001, 1, cull='U')
    for x in (-0.17, 0.17):
        part.box((0.3, 0.34, 0.006), (x, -0.24, -0.003), '#8b9092', 'metal', 0.002, 1, cull='U')
    for x in (-0.28, 0.28):
        part.cyl(0.03, 0.004, (x, -0.40, -0.004), '#fff3d6', 'emit', 0.001, 16)
    return part.done()


def gas_bottle(at, sign):
    """YSP35.5-like cylinder with collar, brass valve and the rubber hose; handwheel and regulator are a prop."""
    part = Part('lpg_cylinder', at)
    color, radius = '#8fb0bd', 0.155
    dark = mix_hex(color, '#2c3c44', 0.3)
    shoulder = [(0.150, 0.665), (0.135, 0.70), (0.105, 0.73), (0.06, 0.745), (0.034, 0.75), (0.034, 0.775), (0, 0.775)]
    part.lathe([(0, 0.045), (0.06, 0.046), (0.11, 0.06), (0.14, 0.09), (radius, 0.14), (radius, 0.20), (radius, 0.62)] + shoulder,
               (0, 0, 0), color, 'gloss', 32)
    part.lathe([(radius + 0.002, 0.36), (radius + 0.004, 0.362), (radius + 0.004, 0.378), (radius + 0.002, 0.38)], (0, 0, 0), dark, 'gloss', 32)
    part.lathe([(0.135, 0.11), (0.125, 0.07), (0.125, 0.006), (0.128, 0), (0.136, 0), (0.139, 0.006), (0.139, 0.075), (0.146, 0.11)],
               (0, 0, 0), dark, 'gloss', 28)
    _collar(part, mix_hex(color, '#2c3c44', 0.18))
    part.cyl(0.016, 0.07, (0, 0, 0.80), '#c79a3c', 'metal', 0.004, 14)
    part.cyl(0.022, 0.02, (0, 0, 0.785), '#c79a3c', 'metal', 0.003, 6)
    part.cyl(0.012, 0.06, (0, -0.035, 0.815), '#c79a3c', 'metal', 0.003, 12, rot=(90, 0, 0))
    part.curved_label(radius + 0.0025, 0.44, 0.595, 0.155 / (radius + 0.002), sign)
    return part.done()


def _collar(part, color, gap_deg=96, n=22, inner=0.098, outer=0.106):
    first = -math.pi / 2 + math.radians(gap_deg / 2)
    arc = TAU - math.radians(gap_deg)
    verts, faces = [], []
    for i in range(n + 1):
        a = first + arc * i / n
        verts += [(math.cos(a) * r, math.sin(a) * r, z) for r, z in ((inner, 0.715), (outer, 0.715), (outer, 0.86), (inner, 0.86))]
    for i in range(n):
        b = i * 4
        faces += [(b + k, b + (k + 1) % 4, b + 4 + (k + 1) % 4, b + 4 + k) for k in range(4)]
    faces += [(0, 1, 2, 3), (n * 4, n * 4 + 3, n * 4 + 2, n * 4 + 1)]
    part.mesh(verts, faces, color, 'gloss', 0.003, 1)


def fridge(at, signs, color='#a9cfc8'):
    part = Part('fridge', at)
    part.box((0.68, 0.62, 1.72), (0, -0.31, 0.88), color, 'gloss', 0.035, 4, cull='D')
    for z, tall in ((0.46, 0.80), (1.31, 0.84)):
        part.box((0.672, 0.03, tall), (0, -0.632, z), mix_hex(color, '#ffffff', 0.12), 'gloss', 0.014, 3, cull='B')
    for z0, z1 in ((0.56, 0.82), (0.95, 1.28)):
        part.rail([(-0.27, -0.645, z0), (-0.27, -0.69, z0), (-0.27, -0.69, z1), (-0.27, -0.645, z1)], 0.010, '#e4e0d6', 'metal', 8, 0.02)
    part.quad(0.085, 0.085, (0.08, -0.6485, 1.46), (0, 5, 0), uv=signs['note1'])
    part.quad(0.085, 0.085, (0.2, -0.6485, 1.38), (0, -7, 0), uv=signs['note2'])
    part.box((0.08, 0.004, 0.014), (0.16, -0.649, 1.62), '#e9eef0', 'metal', 0.002, 1)
    for x in (-0.28, 0.28):
        for y in (-0.08, -0.56):
            part.cyl(0.025, 0.02, (x, y, 0.01), '#222222', 'matte', 0.003, 10)
    return part.done()


def chair(name, at, rot=0, seat='#e3a248', wood='#b9834f', fine=6):
    part = Part(name, at, (0, 0, rot))
    part.pillow((0.42, 0.42, 0.06), (0, 0, 0.455), seat, 'matte', power=5, n=fine)
    part.box((0.40, 0.40, 0.022), (0, 0, 0.418), wood, 'matte', 0.01, 2)
    for s in (-1, 1):
        part.rail([(s * 0.155, -0.155, 0.41), (s * 0.185, -0.185, 0)], 0.016, wood, 'matte', 8)
        part.rail([(s * 0.155, 0.155, 0.41), (s * 0.185, 0.20, 0)], 0.016, wood, 'matte', 8)
        part.rail([(s * 0.165, 0.175, 0.40), (s * 0.165, 0.215, 0.62), (s * 0.16, 0.235, 0.83)], 0.013, wood, 'matte', 8, 0.05)
    n, verts, faces = 10, [], []
    for i in range(n + 1):
        t = i / n * 2 - 1
        y = 0.225 + 0.03 * (1 - t * t)
        verts += [(t * 0.20, y + dy, z) for z, dy in ((0.63, -0.012), (0.63, 0.012), (0.84, 0.022), (0.84, -0.002))]
    for i in range(n):
        b = i * 4
        faces += [(b + k, b + (k + 1) % 4, b + 4 + (k + 1) % 4, b + 4 + k) for k in range(4)]
    faces += [(0, 1, 2, 3), (n * 4 + 3, n * 4 + 2, n * 4 + 1, n * 4)]
    part.mesh(verts, faces, seat, 'matte', 0.010, 2)
    return part.done()


def table(at, width, depth, height=0.75, legs='#a9763f'):
    part = Part('dining_table', at)
    part.box((width, depth, 0.035), (0, 0, height - 0.0175), '#ffffff', 'wood', 0.012, 3)
    part.box((width - 0.16, depth - 0.16, 0.07), (0, 0, height - 0.07), legs, 'matte', 0.006, 1, cull='U')
    for x in (-1, 1):
        for y in (-1, 1):
            part.cyl(0.022, height - 0.04, (x * (width / 2 - 0.10), y * (depth / 2 - 0.10), (height - 0.04) / 2), legs, 'matte', 0.004, 12, top_radius=0.034, cull='U')
    return part.done()


def pendant(at, drop, color='#d8603c'):
    """Hanging lamp; at: the ceiling."""
    part = Part('pendant', at)
    part.cyl(0.06, 0.025, (0, 0, -0.0125), '#f1ede4', 'gloss', 0.008, 20, cull='U')
    part.tube([(0, 0, -0.02), (0, 0, -drop + 0.23)], 0.005, '#2b2b2b', 'matte', 6)
    shade = [(0.20, 0), (0.205, 0.004), (0.19, 0.05), (0.14, 0.13), (0.07, 0.19), (0.035, 0.21), (0.03, 0.25), (0, 0.25)]
    inside = [(0, 0.19), (0.06, 0.18), (0.13, 0.12), (0.18, 0.045), (0.197, 0)]
    bulb = [(0, 0.02), (0.03, 0.028), (0.045, 0.055), (0.04, 0.085), (0.02, 0.12), (0.016, 0.15)]
    part.lathe(shade, (0, 0, -drop), color, 'gloss', 36)
    part.lathe(inside, (0, 0, -drop), '#fff4df', 'matte', 32)
    part.done()
    lamp = Part('lamp_bulb', at)
    lamp.lathe(bulb, (0, 0, -drop), '#ffe9bd', 'emit', 16)
    return lamp.done('unlit')


def kettle(at, rot=0, color='#e9e2d2'):
    part = Part('kettle', at, (0, 0, rot))
    part.lathe([(0, 0), (0.075, 0), (0.082, 0.008), (0.08, 0.05), (0.068, 0.12), (0.056, 0.155), (0.05, 0.16), (0, 0.172)], (0, 0, 0), color, 'gloss', 28)
    part.cyl(0.010, 0.02, (0, 0, 0.18), '#b9834f', 'matte', 0.004, 12)
    part.tube([(0.06, 0, 0.075), (0.10, 0, 0.11), (0.125, 0, 0.15)], 0.013, color, 'gloss', 10)
    part.rail([(-0.055, 0, 0.15), (-0.11, 0, 0.165), (-0.12, 0, 0.06), (-0.075, 0, 0.035)], 0.010, '#b9834f', 'matte', 8, 0.035)
    return part.done()


def bottle(part, at, height, radius, color, cap, label=None, n=16):
    x, y, z = at
    outline = [(0, 0), (radius - 0.004, 0), (radius, 0.005), (radius, height * 0.58), (radius * 0.8, height * 0.68),
               (radius * 0.36, height * 0.78), (radius * 0.34, height * 0.92), (0, height * 0.92)]
    part.lathe(outline, at, color, 'gloss', n)
    part.cyl(radius * 0.42, height * 0.11, (x, y, z + height * 0.95), cap, 'matte', 0.003, 12)
    if label:
        part.lathe([(radius + 0.001, height * 0.18), (radius + 0.001, height * 0.5)], at, label, 'matte', n)


def bowl(part, at, radius, color, n=24):
    outline = [(0, 0), (0.45, 0), (0.48, 0.13), (0.8, 0.35), (1, 0.75), (0.985, 0.77), (0.76, 0.37), (0.42, 0.2), (0, 0.18)]
    part.lathe([(r * radius, z * radius) for r, z in outline], at, color, 'gloss', n)


def plant(at, scale=1.0, seed=1, pot='#c9754f', leaves=13, size=1.0):
    """Potted plant of arched leaves."""
    rng = random.Random(seed)
    part = Part('plant', at, (0, 0, 0), scale)
    part.lathe([(0, 0), (0.055, 0), (0.06, 0.006), (0.078, 0.10), (0.086, 0.104), (0.086, 0.125), (0.07, 0.125), (0.068, 0.11), (0, 0.108)],
               (0, 0, 0), pot, 'matte', 22)
    for i in range(leaves):
        turn, length = i * 2.4, (0.14 + 0.12 * rng.random()) * size
        tilt, half = 0.35 + 0.55 * rng.random(), (0.028 + 0.014 * rng.random()) * size
        color = rng.choice(['#5f9f58', '#4c8a50', '#78b265', '#3f7a4a'])
        rows, n = [], 6
        for k in range(n + 1):
            t = k / n
            out = length * t * math.sin(tilt * t * 1.1 + 0.12)
            up = 0.10 + length * t * math.cos(tilt * t * 1.1)
            wide = half * math.sin(math.pi * min(1, t * 0.93 + 0.07)) ** 0.8
            rows.append([(out * math.cos(turn) - s * wide * math.sin(turn), out * math.sin(turn) + s * wide * math.cos(turn), up + dz)
                         for s, dz in ((-1, 0.006), (0, -0.004), (1, 0.006))])
        part.sheet(rows, mix_hex(color, '#1f4a2a', 0.25), thickness=0.0005, top_color=color)
    return part.done()

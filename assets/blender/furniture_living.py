"""Living-room furniture: sofa, low table with tea set, television cabinet, shoe cabinet, air conditioner, balcony."""
import math
import random
import bmesh
from materials import mix_hex
from part import TAU, Part
from furniture_kitchen import plant


def sofa(at, rot, length=2.2, depth=0.95, cloth='#b98a62', cushions=('#3f8c86', '#e3a248'), fine=8):
    """Three-seat sofa; origin at the floor, back centre; it faces -Y."""
    part = Part('sofa', at, (0, 0, rot))
    shade = mix_hex(cloth, '#3a2618', 0.25)
    seat_wide = (length - 0.36) / 3
    part.box((length - 0.04, depth - 0.10, 0.18), (0, -depth / 2 + 0.02, 0.20), shade, 'matte', 0.03, 2)
    part.box((length - 0.3, 0.24, 0.56), (0, -0.13, 0.52), cloth, 'matte', 0.08, 4)
    for s in (-1, 1):
        part.box((0.19, depth - 0.04, 0.40), (s * (length / 2 - 0.10), -depth / 2, 0.38), cloth, 'matte', 0.07, 4)
        for y in (-0.10, -depth + 0.12):
            part.cyl(0.022, 0.11, (s * (length / 2 - 0.12), y, 0.055), '#5c3a1f', 'matte', 0.004, 10)
    for i in (-1, 0, 1):
        part.pillow((seat_wide - 0.01, depth - 0.30, 0.19), (i * seat_wide, -depth / 2 - 0.08, 0.365), mix_hex(cloth, '#ffffff', 0.10), 'matte', n=fine, power=6)
        part.pillow((seat_wide - 0.015, 0.19, 0.40), (i * seat_wide, -0.295, 0.61), mix_hex(cloth, '#ffffff', 0.06), 'matte', (-10, 0, 0), n=fine, power=5)
    for x, turn, color in ((-length / 2 + 0.42, 14, cushions[0]), (length / 2 - 0.44, -12, cushions[1]), (length / 2 - 0.74, -22, '#f0e2c8')):
        part.pillow((0.42, 0.15, 0.40), (x, -0.44, 0.62), color, 'matte', (-22, turn * 0.4, turn), n=fine, power=3.2)
    return part.done()


def low_table(at, width, depth, height=0.45):
    part = Part('low_table', at)
    part.box((width, depth, 0.04), (0, 0, height - 0.02), '#ffffff', 'wood', 0.014, 3)
    part.box((width - 0.14, depth - 0.14, 0.02), (0, 0, 0.16), '#ffffff', 'wood', 0.006, 2)
    for x in (-1, 1):
        for y in (-1, 1):
            part.box((0.055, 0.055, height - 0.04), (x * (width / 2 - 0.07), y * (depth / 2 - 0.07), (height - 0.04) / 2), '#8a5a33', 'matte', 0.01, 2)
    for i, color in enumerate(('#cf4a36', '#2f6b72', '#e9c46a')):
        part.box((0.30 - 0.02 * i, 0.22, 0.018), (-0.18 + 0.02 * i, 0.12, 0.179 + i * 0.019), color, 'matte', 0.003, 1, rot=(0, 0, 4 * i - 3))
    return part.done()


def tea_set(at):
    """Bamboo tray, pot, four cups, a glass of tea leaves; the remote lies beside it."""
    part = Part('tea_set', at)
    part.box((0.44, 0.28, 0.028), (0, 0, 0.014), '#8a5a33', 'matte', 0.008, 2)
    for i in range(11):
        part.box((0.40, 0.014, 0.004), (0, -0.11 + i * 0.022, 0.029), '#a9763f', 'matte', 0.001, 1, cull='D')
    clay = '#7a3f2a'
    part.lathe([(0, 0), (0.03, 0), (0.052, 0.02), (0.058, 0.04), (0.05, 0.062), (0.03, 0.072), (0.012, 0.076), (0.012, 0.086), (0, 0.09)], (-0.11, 0.03, 0.031), clay, 'gloss', 24)
    part.tube([(-0.06, 0.03, 0.055), (-0.035, 0.03, 0.075), (-0.02, 0.03, 0.098)], 0.008, clay, 'gloss', 8)
    part.rail([(-0.155, 0.03, 0.10), (-0.20, 0.03, 0.10), (-0.205, 0.03, 0.055), (-0.165, 0.03, 0.045)], 0.006, clay, 'gloss', 8, 0.03)
    for i in range(4):
        x, y = 0.04 + 0.075 * (i % 2), -0.055 + 0.085 * (i // 2)
        part.lathe([(0, 0), (0.014, 0), (0.016, 0.004), (0.027, 0.03), (0.025, 0.03), (0.014, 0.007), (0, 0.006)], (x, y, 0.031), '#f2efe6', 'gloss', 18)
        part.cyl(0.022, 0.002, (x, y, 0.053), '#b5702a', 'gloss', 0, 18, cull='D')
    part.cyl(0.033, 0.075, (-0.03, -0.085, 0.07), '#5f7a3a', 'gloss', 0.008, 20)
    part.box((0.05, 0.17, 0.02), (0.34, -0.03, 0.010), '#2b2f33', 'gloss', 0.006, 2, rot=(0, 0, 22))
    for i in range(6):
        part.cyl(0.006, 0.004, (0.335 + 0.014 * (i % 2), -0.06 + 0.024 * (i // 2), 0.021), '#c8352c' if i == 5 else '#c9c9c9', 'matte', 0.001, 8)
    return part.done()


def media_wall(at, rot, width, signs):
    """Cabinet with television; origin at the floor, back centre."""
    part = Part('tv_cabinet', at, (0, 0, rot))
    part.box((width, 0.42, 0.05), (0, -0.22, 0.56), '#ffffff', 'wood', 0.008, 2, cull='B')
    part.box((width - 0.04, 0.40, 0.40), (0, -0.21, 0.335), '#efe6d6', 'matte', 0.006, 1, cull='BD')
    count = 5
    for i in range(count):
        each = (width - 0.06) / count
        x = -width / 2 + 0.03 + each * (i + 0.5)
        part.box((each - 0.010, 0.02, 0.388), (x, -0.415, 0.338), '#f6efe2' if i % 2 == 0 else '#d2b08a', 'matte', 0.005, 2, cull='B')
        part.cyl(0.012, 0.02, (x + each * 0.36, -0.43, 0.335), '#b9834f', 'matte', 0.004, 12, rot=(90, 0, 0))
    for x in (-width / 2 + 0.15, 0, width / 2 - 0.15):
        part.box((0.06, 0.34, 0.13), (x, -0.21, 0.065), '#8a5a33', 'matte', 0.006, 1, cull='DU')
    screen = 0.2
    part.box((1.32, 0.05, 0.76), (screen, -0.14, 1.08), '#16191b', 'gloss', 0.010, 2)
    part.quad(1.27, 0.71, (screen, -0.1665, 1.08), uv=signs['tv'])
    part.box((0.5, 0.22, 0.02), (screen, -0.18, 0.597), '#202426', 'gloss', 0.006, 2)
    part.box((0.10, 0.04, 0.16), (screen, -0.12, 0.66), '#202426', 'gloss', 0.006, 1)
    # speaker, vase, books, fish bowl
    part.box((0.13, 0.14, 0.30), (-0.72, -0.22, 0.735), '#5c3a1f', 'matte', 0.008, 2)
    part.cyl(0.045, 0.01, (-0.72, -0.292, 0.70), '#2a2d2f', 'matte', 0.003, 20, rot=(90, 0, 0))
    part.lathe([(0, 0), (0.05, 0), (0.085, 0.07), (0.075, 0.16), (0.03, 0.22), (0.038, 0.26), (0.03, 0.26), (0, 0.2)], (1.28, -0.2, 0.585), '#3f7f9a', 'gloss', 24)
    rng = random.Random(6)
    for i in range(7):
        x = -1.55 + i * 0.05
        tall = 0.17 + 0.07 * rng.random()
        part.box((0.036, 0.15, tall), (x, -0.2, 0.585 + tall / 2), ['#cf4a36', '#2f6b72', '#e9c46a', '#5f9a54', '#8a5a83', '#f0e6d2', '#34495e'][i], 'matte', 0.003, 1)
    return part.done()


def shoe_cabinet(at, rot, width=0.5, depth=0.34, height=1.0):
    part = Part('shoe_cabinet', at, (0, 0, rot))
    part.box((width, depth, height - 0.06), (0, -depth / 2, 0.06 + (height - 0.09) / 2), '#efe6d6', 'matte', 0.006, 2, cull='B')
    part.box((width + 0.01, depth + 0.005, 0.03), (0, -depth / 2, height - 0.015), '#ffffff', 'wood', 0.008, 2)
    for i in range(3):
        part.box((width - 0.02, 0.018, 0.288), (0, -depth - 0.004, 0.217 + i * 0.295), '#d2b08a', 'matte', 0.005, 2, cull='B')
        part.box((0.10, 0.012, 0.014), (0, -depth - 0.018, 0.325 + i * 0.295), '#8a5a33', 'matte', 0.003, 1)
    for x, color in ((-0.13, '#3a4a63'), (0.05, '#d8603c')):
        for dx in (0, 0.085):
            part.box((0.07, 0.22, 0.05), (x + dx - 0.02, -depth / 2, 0.035), color, 'matte', 0.022, 2)
    part.lathe([(0, 0), (0.07, 0), (0.11, 0.03), (0.105, 0.03), (0.065, 0.008), (0, 0.008)], (-0.08, -0.17, height), '#3f8c86', 'gloss', 22)
    part.rail([(-0.10, -0.17, height + 0.012), (-0.05, -0.18, height + 0.014)], 0.004, '#c9b27a', 'metal', 6)
    return part.done()


def air_conditioner(at, rot):
    part = Part('air_conditioner', at, (0, 0, rot))
    part.box((0.86, 0.20, 0.29), (0, -0.10, 0), '#f7f6f2', 'gloss', 0.04, 4, cull='B')
    part.box((0.78, 0.01, 0.045), (0, -0.195, -0.10), '#d9dcdd', 'gloss', 0.004, 1)
    part.box((0.05, 0.004, 0.012), (0.34, -0.201, 0.06), '#57c39a', 'emit', 0.001, 1)
    part.tube([(0.40, -0.03, -0.12), (0.48, -0.03, -0.12), (0.56, -0.02, -0.12)], 0.025, '#efeee9', 'matte', 8)
    return part.done()


def rug(at, width, depth, color='#c8674a', edge='#f0dfc6'):
    part = Part('rug', at)
    part.box((width, depth, 0.012), (0, 0, 0.006), color, 'matte', 0.005, 2, cull='D')
    part.box((width - 0.16, depth - 0.16, 0.003), (0, 0, 0.013), edge, 'matte', 0, cull='D')
    part.box((width - 0.24, depth - 0.24, 0.003), (0, 0, 0.0145), mix_hex(color, '#7a2f1f', 0.2), 'matte', 0, cull='D')
    for i in range(5):
        x = (i - 2) * width / 6
        part.box((0.20, 0.20, 0.002), (x, 0, 0.0165), edge, 'matte', 0, cull='D', rot=(0, 0, 45))
        part.box((0.10, 0.10, 0.002), (x, 0, 0.018), color, 'matte', 0, cull='D', rot=(0, 0, 45))
    return part.done()


def cloth_on_rail(part, x, y, z, width, tall, color, kind='shirt'):
    """Washing on the drying rail: a towel, or a shirt with sleeves."""
    rows = []
    for j in range(5):
        t = j / 4
        rows.append([(x + (i / 8 - 0.5) * width * (1 - 0.04 * t), y + 0.015 * math.sin(i * 1.3 + t * 2) * t, z - tall * t) for i in range(9)])
    part.sheet(rows, color, thickness=0.006)
    if kind == 'shirt':
        for s in (-1, 1):
            part.sheet([[(x + s * width * 0.48, y, z), (x + s * width * 0.78, y, z - tall * 0.30)],
                        [(x + s * width * 0.44, y + 0.01, z - tall * 0.24), (x + s * width * 0.66, y + 0.01, z - tall * 0.40)]], color, thickness=0.006)


def balcony(at, width, depth, height):
    """Outside the glass doors; local +y leads away from the room. Rail, plants, washing."""
    part = Part('balcony', at)
    white = '#f4efe4'
    part.box((width, depth, 0.04), (0, depth / 2, -0.021), '#cbb9a0', 'matte', 0, cull='DLRFB')
    part.box((width, depth + 0.1, 0.1), (0, depth / 2, height + 0.05), white, 'matte', 0, cull='LRFB')
    part.box((width, 0.10, 0.16), (0, depth, 0.08), white, 'matte', 0.008, 2)
    part.rail([(-width / 2, depth, 1.08), (width / 2, depth, 1.08)], 0.03, '#8d9496', 'metal', 10)
    count = int(width / 0.12)
    for i in range(count + 1):
        part.cyl(0.009, 0.94, (-width / 2 + width * i / count, depth, 0.61), '#8d9496', 'metal', 0, 6, cull='DU')
    for s in (-1, 1):
        part.box((0.12, depth, height), (s * (width / 2 + 0.06), depth / 2, height / 2), white, 'matte', 0, cull='DU')
    part.rail([(-width / 2 + 0.2, depth * 0.55, height - 0.30), (width / 2 - 0.2, depth * 0.55, height - 0.30)], 0.016, '#c9cdd0', 'metal', 8)
    for x in (-width / 2 + 0.4, width / 2 - 0.4):
        part.tube([(x, depth * 0.55, height), (x, depth * 0.55, height - 0.30)], 0.006, '#c9cdd0', 'metal', 6)
    cloth_on_rail(part, 0.15, depth * 0.55, height - 0.34, 0.46, 0.60, '#6f9fc8')
    cloth_on_rail(part, 0.85, depth * 0.55, height - 0.34, 0.42, 0.56, '#f2efe6')
    cloth_on_rail(part, 1.42, depth * 0.55, height - 0.33, 0.40, 0.72, '#e8a07a', 'towel')
    part.done()
    for x, scale, seed, pot in ((-width / 2 + 0.3, 2.3, 3, '#b5653f'), (-width / 2 + 0.75, 1.6, 6, '#3f7f9a'), (width / 2 - 0.35, 2.5, 9, '#c9754f'), (width / 2 - 0.85, 1.5, 12, '#f0e6d2')):
        plant((at[0] + x, at[1] + depth - 0.25, at[2]), scale, seed, pot, 15)


def sliding_doors(at, width, height):
    """Glass doors to the balcony, the right leaf pushed open a hand's breadth; at: floor, middle, inside of the wall."""
    part, color = Part('sliding_frame', at), '#6d4a32'
    y = 0.07
    for s in (-1, 1):
        part.box((0.06, 0.12, height), (s * (width / 2 - 0.03), y, height / 2), color, 'gloss', 0.006, 2, cull='D')
    part.box((width - 0.02, 0.114, 0.06), (0, y, height - 0.03), color, 'gloss', 0.006, 2)
    part.box((width, 0.12, 0.025), (0, y, 0.0125), '#8d9496', 'metal', 0.004, 1, cull='D')
    glass = Part('sliding_glass', at)
    half = width / 2
    for centre, dy in ((-half / 2, -0.025), (half / 2, 0.025)):
        for s in (-1, 1):
            part.box((0.07, 0.04, height - 0.09), (centre + s * (half / 2 - 0.035), y + dy, height / 2 - 0.01), color, 'gloss', 0.006, 2)
        for z in (0.07, height - 0.10):
            part.box((half - 0.1, 0.035, 0.09), (centre, y + dy, z), color, 'gloss', 0.006, 2)
        part.box((half - 0.12, 0.03, 0.03), (centre, y + dy, 0.95), color, 'gloss', 0.004, 1)
        glass.box((half - 0.12, 0.006, height - 0.24), (centre, y + dy, height / 2 - 0.01), '#dff1f4', 'glass', 0)
    part.rail([(-0.06, y - 0.05, 0.95), (-0.06, y - 0.08, 0.95), (-0.06, y - 0.08, 1.15), (-0.06, y - 0.05, 1.15)], 0.009, '#d6d2c8', 'metal', 6)
    part.done()
    glass.done('unlit')


def picture(part, at, rot, width, height, uv, frame='#8a5a33'):
    """Framed picture on a wall; at: middle of its back; it faces -Y before rot about Z."""
    a = math.radians(rot)
    x, y, z = at
    out = lambda d: (x + math.sin(a) * d, y - math.cos(a) * d, z)
    part.box((width + 0.06, 0.025, height + 0.06), out(0.0125), frame, 'matte', 0.006, 2, cull='B', rot=(0, 0, rot))
    part.quad(width, height, out(0.0262), (0, 0, rot), uv=uv)


def backdrop(x0, x1, y, z0, z1):
    part = Part('backdrop')
    b = bmesh.new()
    b.faces.new([b.verts.new(p) for p in ((x0, y, z0), (x1, y, z0), (x1, y, z1), (x0, y, z1))])
    part.add(b, part.matrix.Identity(4), '#ffffff', 'backdrop', uv=lambda c: ((c.x - x0) / (x1 - x0), (c.z - z0) / (z1 - z0)))
    return part.done('unlit')

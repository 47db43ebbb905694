"""What people wear over the body: collar, apron, waistcoat, jacket, skirt, scarf, helmet. Each piece hangs on bones by height."""
import math
from mathutils import Vector
from part import Part

#: which bone holds what is worn at that height (metres of the adult body)
TRUNK = [(0.97, 'Hips'), (1.10, 'Spine'), (1.375, 'Chest'), (9, 'Neck')]


def wear(look):
    """-> [(part, weigh)]: weigh(vertex) -> {bone: share}."""
    pieces = []
    for word in look['wear']:
        name, *rest = word.split(':')
        draw = PIECES.get(name)
        if draw:
            part = Part(name)
            weigh = draw(part, look, *rest)
            pieces.append((part, weigh))
    return pieces


def trunk(co):
    return {next(bone for top, bone in TRUNK if co.z < top): 1.0}


def chest(_co):
    return {'Chest': 1.0}


def head(_co):
    return {'Head': 1.0}


def _shell(part, color, rows, n, gap=0.0):
    """A curved piece round the trunk: rows of (z, half width, half depth, from, to) in turns, 0 the front, 0.25 the left."""
    grid = []
    for z, wide, deep, start, end in rows:
        row = []
        for i in range(n + 1):
            a = math.tau * (start + (end - start) * i / n)
            row.append((wide * math.sin(a), 0.008 - deep * math.cos(a) - gap, z))
        grid.append(row)
    part.sheet(grid, color, thickness=0.006)


def _mirror(rows):
    return [(z, wide, deep, -end, -start) for z, wide, deep, start, end in rows]


def collar(part, look, color):
    """Turned-down collar, open at the throat."""
    for side in (-1, 1):
        inner, outer = [], []
        for i in range(5):
            a = math.radians(14 + 166 * i / 4)
            out = 0.086 if i else 0.100
            inner.append((side * 0.058 * math.sin(a), 0.012 - 0.060 * math.cos(a), 1.404 + 0.018 * (i / 4)))
            outer.append((side * (out * math.sin(a) + (0.020 if i == 0 else 0)), 0.014 - out * math.cos(a), (1.338, 1.372, 1.388, 1.392, 1.394)[i]))
        rows = [inner, outer] if side < 0 else [outer, inner]
        part.sheet(rows, color, thickness=0.004)
    return chest


def apron(part, look, color):
    """Bib over chest and lap, curved round the body."""
    wide, waist, hips = look['build']
    rows = []
    for z, half, out in ((0.66, 0.155, 0.135 * hips), (0.80, 0.165, 0.145 * hips), (0.92, 0.15, 0.150 * hips), (1.03, 0.135, 0.135 * waist), (1.16, 0.115, 0.138 * wide),
                         (1.27, 0.085, 0.125 * wide)):
        rows.append([(half * t, -out * math.cos(0.9 * t) + 0.004, z) for t in (-1, -0.6, -0.2, 0.2, 0.6, 1)])
    part.sheet(rows, color, thickness=0.004)
    return trunk


def apron_low(part, look, color):
    """A waiter's apron from the waist to the knee."""
    rows = [[(half * t, -out * math.cos(0.8 * t) + 0.004, z) for t in (-1, -0.5, 0, 0.5, 1)]
            for z, half, out in ((0.56, 0.165, 0.15), (0.74, 0.168, 0.152), (0.90, 0.158, 0.152), (0.98, 0.148, 0.142))]
    part.sheet(rows, color, thickness=0.004)

    def weigh(co):
        return legs(co) if co.z < 0.86 else trunk(co)
    return weigh


def legs(co, top=0.88, bottom=0.50):
    """Hangs from the hips and goes with the nearer thigh, the lower the more."""
    share = 0.86 * min(1.0, max(0.0, (top - co.z) / (top - bottom)))
    left = min(1.0, max(0.0, 0.5 + co.x / 0.16))
    return {'Hips': 1 - share, 'UpperLeg.L': share * left, 'UpperLeg.R': share * (1 - left)}


def skirt(part, look, color, hem):
    low = float(hem)
    hips = look['build'][2]
    count = 10
    rows = []
    for z, wide, deep in ((low, 0.205, 0.168), (0.90, 0.158 * hips, 0.132 * hips), (1.00, 0.128 * look['build'][1], 0.112 * look['build'][1])):
        rows.append([(wide * math.sin(math.tau * i / count), 0.004 - deep * math.cos(math.tau * i / count), z) for i in range(count + 1)])
    part.sheet(rows, color, thickness=0.003)

    def weigh(co):
        return legs(co) if co.z < 0.95 else trunk(co)
    return weigh


def vest(part, look, color):
    """Waistcoat: two fronts with a deep opening and a back."""
    wide, waist, hips = look['build']
    front = [(0.92, 0.150 * hips, 0.136 * hips, 0.012, 0.25), (1.04, 0.136 * waist, 0.122 * waist, 0.008, 0.25), (1.20, 0.158 * wide, 0.133 * wide, 0.022, 0.215),
             (1.345, 0.130 * wide, 0.112 * wide, 0.085, 0.20)]
    back = [(0.92, 0.150 * hips, 0.136 * hips, 0.25, 0.75), (1.04, 0.136 * waist, 0.122 * waist, 0.25, 0.75), (1.20, 0.158 * wide, 0.130 * wide, 0.285, 0.715),
            (1.365, 0.130 * wide, 0.100 * wide, 0.32, 0.68)]
    _shell(part, color, front, 3)
    _shell(part, color, _mirror(front), 3)
    _shell(part, color, back, 4)
    return trunk


def blouse(part, look, color):
    """What is seen of a blouse between the fronts of a jacket."""
    wide, waist, hips = look['build']
    _shell(part, color, [(0.92, 0.142 * hips, 0.132 * hips, -0.04, 0.04), (1.04, 0.126 * waist, 0.115 * waist, -0.05, 0.05), (1.20, 0.150 * wide, 0.124 * wide, -0.06, 0.06),
                         (1.37, 0.088 * wide, 0.086 * wide, -0.12, 0.12)], 3)
    return trunk


def jacket(part, look, color):
    """Fronts of an open jacket, to the hip; its back and sleeves are the body's."""
    wide, waist, hips = look['build']
    front = [(0.83, 0.168 * hips, 0.147 * hips, 0.030, 0.25), (0.94, 0.155 * hips, 0.140 * hips, 0.018, 0.26), (1.05, 0.138 * waist, 0.124 * waist, 0.012, 0.26),
             (1.20, 0.160 * wide, 0.134 * wide, 0.032, 0.21), (1.375, 0.100 * wide, 0.094 * wide, 0.095, 0.20)]
    _shell(part, color, front, 2)
    _shell(part, color, _mirror(front), 2)
    hem = [(0.83, 0.168 * hips, 0.147 * hips, 0.25, 0.75), (0.93, 0.152 * hips, 0.132 * hips, 0.26, 0.74)]
    _shell(part, color, hem, 4)
    return trunk


def hood(part, look, color):
    """A hood that lies on the shoulders."""
    part.tube([(-0.070, -0.070, 1.372), (-0.108, 0.010, 1.395), (-0.060, 0.095, 1.392), (0.060, 0.095, 1.392), (0.108, 0.010, 1.395), (0.070, -0.070, 1.372)], 0.028, color, 'matte', 5, 1)
    for x in (-0.03, 0.03):
        part.tube([(x, -0.098, 1.355), (x * 1.1, -0.122, 1.24)], 0.0045, '#f4efe2', 'matte', 3)
    return chest


def buckle(part, look, color):
    part.box((0.034, 0.01, 0.026), (0, -0.112 * look['build'][2], 0.912), color, 'matte', 0)
    return trunk


def scarf(part, look, color):
    """Red scarf of the young pioneers: round the neck, knotted, two ends."""
    part.tube([(0.008, -0.086, 1.345), (0.072, -0.035, 1.395), (0.050, 0.062, 1.412), (-0.050, 0.062, 1.412), (-0.072, -0.035, 1.395), (-0.008, -0.086, 1.345)], 0.017, color, 'matte', 4, 1)
    part.box((0.034, 0.024, 0.03), (0, -0.104, 1.338), color, 'matte', 0.006, 1)
    for side in (-1, 1):
        part.mesh([(side * 0.004, -0.108, 1.33), (side * 0.022, -0.106, 1.33), (side * 0.058, -0.124, 1.20), (side * 0.018, -0.128, 1.215), (side * 0.02, -0.100, 1.27)],
                  [(0, 1, 2, 3), (0, 4, 1), (1, 4, 2), (2, 4, 3), (3, 4, 0)], color)
    return chest


def bow(part, look, color):
    for side in (-1, 1):
        part.mesh([(0, -0.088, 1.372), (side * 0.042, -0.098, 1.396), (side * 0.042, -0.098, 1.350), (side * 0.034, -0.080, 1.373), (0, -0.088, 1.362)],
                  [(0, 1, 2, 4), (0, 1, 3), (1, 2, 3), (2, 4, 3)], color)
    part.box((0.018, 0.02, 0.020), (0, -0.094, 1.369), color, 'matte', 0)
    return chest


def badge(part, look, color):
    wide = look['build'][0]
    part.box((0.036, 0.006, 0.024), (0.075, -0.136 * wide, 1.232), color, 'matte', 0)
    return chest


def helmet(part, look, color):
    """Firefighter's helmet with brim, crest, visor pushed up and a lamp."""
    part.lathe([(0.150, 1.628), (0.140, 1.640), (0.132, 1.690), (0.100, 1.748), (0.050, 1.774), (0, 1.780)], (0, 0.004, 0), color, 'matte', 12)
    part.lathe([(0.108, 1.622), (0.150, 1.628)], (0, 0.004, 0), '#3a3f43', 'matte', 12)
    part.box((0.026, 0.22, 0.03), (0, 0.012, 1.774), '#b3261f', 'matte', 0.010, 1)
    part.box((0.16, 0.012, 0.055), (0, -0.132, 1.700), '#e8c23a', 'matte', 0.004, 1, rot=(-22, 0, 0))
    part.box((0.07, 0.012, 0.05), (0, -0.142, 1.712), '#f4efe2', 'matte', 0.004, 1, rot=(-22, 0, 0))
    for x in (-1, 1):
        part.tube([(0.112 * x, 0.0, 1.63), (0.098 * x, -0.02, 1.535), (0.040 * x, -0.055, 1.468)], 0.006, '#2a2c2f', 'matte', 3, 1)
    return head


def cylinder(part, look, color):
    """Air cylinder on its back plate, with straps over the shoulders."""
    part.cyl(0.062, 0.40, (0, 0.205, 1.16), color, 'matte', 0.03, 10, seg=1)
    part.box((0.15, 0.03, 0.36), (0, 0.138, 1.17), '#2f3236', 'matte', 0.010, 1)
    for x in (-1, 1):
        part.tube([(0.085 * x, 0.13, 1.34), (0.094 * x, 0.02, 1.404), (0.088 * x, -0.100, 1.31), (0.098 * x, -0.128, 1.18), (0.14 * x, -0.05, 1.05)], 0.014, '#2f3236', 'matte', 4, 1)
    return chest


PIECES = {'collar': collar, 'apron': apron, 'apron-low': apron_low, 'skirt': skirt, 'vest': vest, 'blouse': blouse, 'jacket': jacket, 'hood': hood, 'buckle': buckle, 'scarf': scarf, 'bow': bow,
          'badge': badge, 'helmet': helmet, 'cylinder': cylinder}

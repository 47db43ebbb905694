"""Fourth floor of a Kunming school, its two stairs, playground and facade; see scenarios/fire-escape/school.yaml."""
import math
import os
import sys
import bmesh
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import architecture as arch
import bake
import furniture_living as living
import furniture_school as fit
import houses
from decals import signs
from furniture_kitchen import plant
from houses import door_frame, flight, gap, plate, pt, room, slab, wall, window
from materials import mix_hex, reset_scene
from part import Part

GREEN_LOW, WHITE, TRIM, LINTEL = '#a3c8ae', '#f6f3e8', '#6f8f80', '#e6e4da'
BRICK, STONE, GROUND = '#c9714f', '#efe4cf', -10.8
FLOOR, STAIR = '#f0ece2', '#dedad0'
SIGNS = signs('school')
CLASS_WINDOWS = [-2.6, 0.0, 2.6]
CORRIDOR_WINDOWS = [-10.5, -7.5, -4.5, -1.5, 1.5, 4.5, 7.5, 10.5]
DESK_X, DESK_Z = [2.0, 0.65, -0.7, -2.05], [-3.6, -1.2]
HIGH_WINDOWS = [-0.9, 1.1]


# -------------------------------------------------------------------- classroom
def classroom():
    bands = [(0, 1.0, GREEN_LOW, 'matte'), (1.0, 3.2, WHITE, 'matte')]
    high = [gap(x, 1.5, 2.45, sill=1.4) for x in HIGH_WINDOWS]
    holes = {'n': [gap(x, 1.6, 2.4, sill=0.9) for x in CLASS_WINDOWS], 's': [gap(3.4, 1.0, 2.1), gap(-3.0, 1.0, 2.1), *high]}
    room((-4, 0, -6), (4.4, 3.2, 0.8), bands, holes, FLOOR, skirting=TRIM, detail=1.15)
    for x in CLASS_WINDOWS:
        # the middle one is a prop: only its frame is drawn
        window(x, 1.65, -6.1, 1.6, 1.5, 'x', -1, sashes=x != 0, glass=x != 0)
    for x in HIGH_WINDOWS:
        window(x, 1.925, 0.9, 1.5, 1.05, 'x', 1, LINTEL, sill=False)
    for x in (3.4, -3.0):
        door_frame(x, 0, 0.9, 1.0, 2.1, 'x', LINTEL)
    n = 0
    for x in DESK_X:
        for z in DESK_Z:
            n += 1
            fit.desk(pt(x, 0, z), -90, n)
    fit.blackboard(pt(4.4, 1.72, -2.6), -90, SIGNS)
    platform = Part('platform')
    platform.box((0.9, 4.2, 0.1), pt(3.95, 0.05, -2.75), '#d8b486', 'wood', 0.01, 1, cull='DR')
    platform.box((0.02, 4.2, 0.05), pt(3.495, 0.075, -2.75), WHITE, 'matte', 0.004, 1, cull='R')
    platform.done()
    fit.lectern(pt(3.95, 0.1, -1.45), 90)
    fit.lockers(pt(-4.0, 0, -3.7), 90, columns=8)
    for z0, x in ((-5.94, -3.75), (-5.94, -1.2), (-5.94, 3.72)):
        arch.curtain(pt(x - 0.3, 0, z0 + 0.06), 0.55, 0.75, 2.62, '#7fb0a4', gather=0.7)
    arch.curtain_rod(pt(0.0, 2.64, -5.88), 7.7)
    ceiling = Part('ceiling_things')
    for x in (-2.4, 0.2, 2.8):
        for z in (-4.4, -1.0):
            fit.tube_lamp(ceiling, x, -z, 3.2)
    for x, turn in ((-1.1, 20), (1.5, 75)):
        fit.fan(ceiling, x, 2.7, 3.2, turn)
    ceiling.done()
    classroom_walls()
    for i, x in enumerate((-2.95, -2.3, 2.35, 3.0)):
        plant(pt(x, 0.92, -5.93), 0.85, 5 + i, ('#c9754f', '#3f8c86', '#f0e6d2', '#c9754f')[i])


def classroom_walls():
    part = Part('class_walls')
    plate(part, 2.2, 0.352, (4.396, 2.72, -2.6), 'w', SIGNS['motto'])
    part.cyl(0.17, 0.03, pt(4.384, 2.72, -0.95), '#3f8c86', 'gloss', 0.01, 28, rot=(0, 90, 0))
    plate(part, 0.30, 0.30, (4.367, 2.72, -0.95), 'w', SIGNS['clock'])
    part.box((0.22, 0.34, 0.24), pt(4.28, 2.72, -4.35), '#e9e6de', 'gloss', 0.02, 2, cull='R')
    part.cyl(0.08, 0.01, pt(4.168, 2.72, -4.35), '#5f686c', 'gloss', 0, 16, rot=(0, 90, 0))
    living.picture(part, pt(4.4, 1.65, -5.2), -90, 0.74, 1.0, SIGNS['poster'], '#dfe3e0')
    living.picture(part, pt(4.4, 1.6, -0.1), -90, 0.52, 0.71, SIGNS['poster2'], '#dfe3e0')
    living.picture(part, pt(-4.0, 1.95, -3.6), 90, 3.2, 1.19, SIGNS['paper'], '#b9c2c4')
    living.picture(part, pt(-4.0, 1.85, -0.7), 90, 1.3, 0.85, SIGNS['map'], fit.WOOD)
    plate(part, 0.42, 0.29, (2.32, 1.55, 0.796), 'n', SIGNS['plan'])
    plate(part, 0.42, 0.29, (-2.1, 1.55, 0.796), 'n', SIGNS['plan'])
    for x in (-1.3, 1.3):
        living.picture(part, pt(x, 1.85, -6.0), 0, 0.44, 0.33, SIGNS['art'], fit.WOOD)
    for x in (2.78, -2.32):
        part.box((0.16, 0.012, 0.09), pt(x, 1.28, 0.794), '#f4f2ec', 'gloss', 0.004, 1, cull='F')
    # broom corner by the back door
    for k, color in enumerate(('#c8a04a', '#8fb0bd')):
        part.rail([pt(-3.9, 0.05, 0.45 + 0.12 * k), pt(-3.97, 1.25, 0.5 + 0.12 * k)], 0.012, fit.WOOD, 'matte', 5)
        part.box((0.10, 0.09, 0.22), pt(-3.88, 0.11, 0.45 + 0.12 * k), color, 'matte', 0.01, 1, taper=(0.5, 0.6))
    part.done()


# --------------------------------------------------------------- corridor, store
def corridor():
    bands = [(0, 1.1, GREEN_LOW, 'matte'), (1.1, 3.0, WHITE, 'matte')]
    high = [gap(x, 1.5, 2.45, sill=1.4) for x in HIGH_WINDOWS]
    holes = {'n': [gap(3.4, 1.0, 2.1), gap(-3.0, 1.0, 2.1), gap(-10.6, 1.0, 2.1), *high],
             's': [gap(x, 1.8, 2.5, sill=1.05) for x in CORRIDOR_WINDOWS], 'e': [gap(2.2, 1.4, 2.2)], 'w': [gap(2.2, 1.4, 2.2)]}
    room((-12, 0, 1.0), (12, 3.0, 3.4), bands, holes, FLOOR, skirting=TRIM)
    for x in CORRIDOR_WINDOWS:
        window(x, 1.775, 3.5, 1.8, 1.45, 'x', 1)
    door_frame(-10.6, 0, 0.9, 1.0, 2.1, 'x', LINTEL)
    for x in (12.1, -12.1):
        door_frame(x, 0, 2.2, 1.4, 2.2, 'z', '#8a4434')
    for x in (-8.3, -5.1, 6.3, 11.1):
        fit.shut_door(pt(x, 0, 1.0), 0)
    frosted = Part('frosted', detail=0.7)
    for x in (-6.7, 8.9):
        for s in (-1, 1):
            frosted.box((0.05, 0.04, 1.1), pt(x + s * 0.775, 1.925, 1.01), LINTEL, 'gloss', 0.004, 1, cull='B')
            frosted.box((1.6, 0.04, 0.05), pt(x, 1.925 + s * 0.525, 1.01), LINTEL, 'gloss', 0.004, 1, cull='B')
        frosted.box((0.05, 0.03, 1.05), pt(x, 1.925, 1.01), LINTEL, 'gloss', 0.004, 1, cull='B')
        frosted.box((1.5, 0.01, 1.05), pt(x, 1.925, 1.004), '#c4d8dc', 'gloss', 0, cull='BLRUD')
    frosted.done()
    fit.hydrant(pt(7.5, 1.0, 1.0), 0, SIGNS['hydrant'], 0.16)
    lamps = Part('corridor_lamps')
    for x in (-9.5, -4.75, 4.75, 9.5):
        lamps.box((1.2, 0.16, 0.05), pt(x, 2.975, 2.2), '#f3f2ee', 'gloss', 0.01, 1, cull='U')
        lamps.box((1.1, 0.10, 0.014), pt(x, 2.945, 2.2), '#ffffff', 'emit', 0, cull='U')
    lamps.done()
    corridor_walls()
    store()


def corridor_walls():
    part = Part('corridor_walls')
    for x, name in ((-8.3, 'class1'), (3.4, 'class2'), (6.3, 'class3')):
        part.box((0.02, 0.42, 0.2), pt(x + 0.75, 2.35, 1.21), '#dfe3e0', 'gloss', 0.004, 1)
        for side, turn in ((0.0115, 90), (-0.0115, -90)):
            part.quad(0.38, 0.17, pt(x + 0.75 + side, 2.35, 1.21), (0, 0, turn), uv=SIGNS[name])
    plate(part, 0.3, 0.15, (-10.6, 2.32, 1.004), 's', SIGNS['store'])
    for x, name in ((-9.6, 'arrow_left'), (-4.2, 'arrow_left'), (-1.6, 'arrow_left'), (1.9, 'arrow_right'), (4.7, 'arrow_right'), (9.9, 'arrow_right')):
        plate(part, 0.24, 0.12, (x, 0.4, 1.004), 's', SIGNS[name])
    for x, name in ((-9.0, 'arrow_right'), (-3.0, 'arrow_right'), (3.0, 'arrow_left'), (9.0, 'arrow_left')):
        plate(part, 0.24, 0.12, (x, 0.4, 3.396), 'n', SIGNS[name])
    living.picture(part, pt(5.05, 1.75, 1.0), 0, 0.36, 0.25, SIGNS['plan'], '#dfe3e0')
    living.picture(part, pt(-4.15, 1.75, 1.0), 0, 0.62, 0.43, SIGNS['plan'], '#dfe3e0')
    living.picture(part, pt(2.35, 1.65, 1.0), 0, 0.42, 0.57, SIGNS['poster'], '#dfe3e0')
    living.picture(part, pt(-1.98, 1.9, 1.0), 0, 0.40, 0.30, SIGNS['art'], fit.WOOD)
    for x in (-9.0, 0.0, 9.0):
        living.picture(part, pt(x, 1.85, 3.4), 180, 0.56, 0.42, SIGNS['art' if x else 'map'], fit.WOOD)
    for x in (-6.0, 6.0):
        living.picture(part, pt(x, 1.8, 3.4), 180, 0.5, 0.68, SIGNS['poster' if x > 0 else 'poster2'], '#dfe3e0')
    for x, side in ((11.996, 'w'), (-11.996, 'e')):
        plate(part, 0.32, 0.128, (x, 1.6, 1.22), side, SIGNS['fire_door'])
    # emergency lamps
    for x in (-7.0, 1.0, 9.6):
        part.box((0.26, 0.06, 0.12), pt(x, 2.62, 1.03), '#eceae2', 'gloss', 0.008, 1, cull='B')
        for dx in (-0.08, 0.08):
            part.cyl(0.035, 0.04, pt(x + dx, 2.72, 1.05), '#f4f2ec', 'gloss', 0.006, 10, rot=(60, 0, 0))
    # pots below the windows, out of the way
    part.done()
    for x in (-6.0, 0.0, 6.0):
        plant(pt(x, 0, 3.2), 1.7, 40 + int(x), '#c9754f', 11)


def store():
    grey = [(0, 3.0, '#b9b4a8', 'matte')]
    room((-12, 0, -6), (-9.2, 3.0, 0.8), grey, {'s': [gap(-10.6, 1.0, 2.1)]}, '#c9c5bb', '#c9c5bb', skirting=None, detail=0.6)
    part = Part('store', detail=0.6)
    for z in (-5.5, -3.9, -2.3):
        for x, deep in ((-11.75, 0.45), (-9.45, 0.45)):
            for y in (0.5, 1.1, 1.7):
                part.box((deep, 1.4, 0.03), pt(x, y, z), '#8d9496', 'gloss', 0, cull='D')
                for k in range(3):
                    part.box((0.34, 0.36, 0.32), pt(x, y + 0.175, z - 0.45 + 0.45 * k), ('#b98a58', '#a9784a', '#8f6238', '#5f7f8a')[(k + int(y * 10)) % 4], 'matte', 0.01, 1, cull='D')
            for dz in (-0.68, 0.68):
                part.box((0.04, 0.04, 2.0), pt(x, 1.0, z + dz), '#6f787a', 'gloss', 0, cull='D')
    for k in range(4):
        part.box((0.5, 0.5, 0.42), pt(-10.9 + 0.55 * (k % 2), 0.21 + 0.42 * (k // 2), -5.6), '#b98a58', 'matte', 0.01, 1)
    part.done()


# ------------------------------------------------------------------------- stairs
def stairs(side, storeys, bottom):
    """Stairwell at side * 12.2..17.8; side +1: east. storeys: how many are drawn below the fourth floor."""
    def x(value):
        return side * value
    lo, hi = (12.2, 17.8) if side > 0 else (-17.8, -12.2)
    inner, outer = ('w', 'e') if side > 0 else ('e', 'w')
    landing_windows = [(2.2 - 0.7, -3.6 * k - 0.75, 2.2 + 0.7, -3.6 * k + 0.65) for k in range(storeys)]
    holes = {inner: [gap(2.2, 1.4, 2.2)], outer: landing_windows}
    if side > 0:
        holes['s'] = [gap(12.9, 1.2, 2.2, floor=GROUND)]
    for wall_side in 'nesw':
        ends = {'n': ((lo, 0.9), (hi, 0.9)), 'e': ((hi, 0.9), (hi, 3.5)), 's': ((hi, 3.5), (lo, 3.5)), 'w': ((lo, 3.5), (lo, 0.9))}[wall_side]
        wall(*ends, [(bottom, 3.6, WHITE, 'matte')], holes.get(wall_side, ()), detail=0.7)
    _dado(x, storeys, bottom, side)
    slab((lo, 0.9), (hi, 3.5), 3.6, '#f8f4ea', up=False, detail=0.5, name='ceiling')
    slab((lo, 0.9), (hi, 3.5), bottom, STAIR, 'floor', detail=0.7)
    for _, y0, _, y1 in landing_windows:
        window(x(17.9), (y0 + y1) / 2, 2.2, 1.4 - 0.09, y1 - y0 - 0.09, 'z', side, sill=False)
    for k in range(storeys + 1):
        level = -3.6 * k
        if level > bottom + 0.1:
            _landing(x(12.2), x(13.6), level)
        if k < storeys:
            _storey(x, level, side)
        _landing_signs(x, level, k, inner, outer, side)
    _guards(x, storeys)


def _dado(x, storeys, bottom, side):
    """Green lower part of the walls, up and down with the steps; a hair before the walls themselves."""
    part = Part('dado', detail=0.7)

    def strip(a, b, ya, yb, tall=1.15):
        """Seen from the right of one who walks from a to b, as walls are."""
        mesh = bmesh.new()
        mesh.faces.new([mesh.verts.new(pt(*c)) for c in ((a[0], ya, a[1]), (b[0], yb, b[1]), (b[0], yb + tall, b[1]), (a[0], ya + tall, a[1]))])
        part.add(mesh, part.matrix.Identity(4), GREEN_LOW, 'matte')

    def both(x0, x1, y0, y1, z, north):
        a, b, ya, yb = ((x0, z), (x1, z), y0, y1) if (x0 < x1) == north else ((x1, z), (x0, z), y1, y0)
        strip(a, b, ya, yb)
    for k in range(storeys + 1):
        level, last = -3.6 * k, k == storeys
        for z, north in ((0.904, True), (3.496, False)):
            if not (last and side > 0 and not north):  # there is the way out
                both(x(12.2), x(13.6), level, level, z, north)
            if not last:
                both(x(16.6), x(17.8), level - 1.8, level - 1.8, z, north)
        if not last:
            both(x(13.6), x(16.6), level, level - 1.8, 3.496, False)
            both(x(16.6), x(13.6), level - 1.8, level - 3.6, 0.904, True)
            ends = ((x(17.796), 0.9), (x(17.796), 3.5))
            strip(*(ends if side > 0 else ends[::-1]), level - 1.8, level - 1.8, 1.05)
        for z0, z1 in ((0.9, 1.44), (2.96, 3.5)):
            ends = ((x(12.204), z1), (x(12.204), z0))
            strip(*(ends if side > 0 else ends[::-1]), level, level)
    return part.done(smooth_deg=10)


def _landing(x0, x1, y):
    part = Part('landing', detail=0.7)
    part.box((abs(x1 - x0), 2.6, 0.16), pt((x0 + x1) / 2, y - 0.08, 2.2), STAIR, 'floor', 0, cull='DLRFB')
    part.box((abs(x1 - x0), 2.6, 0.16), pt((x0 + x1) / 2, y - 0.085, 2.2), WHITE, 'matte', 0, cull='UFB')
    part.done()


def _storey(x, level, side):
    """Two flights and the half landing between them."""
    flight((x(13.6), level), (x(16.6), level - 1.8), 2.3, 3.5, 10, STAIR, '#8f8778')
    flight((x(16.6), level - 1.8), (x(13.6), level - 3.6), 0.9, 2.1, 10, STAIR, '#8f8778')
    _landing(x(16.6), x(17.8), level - 1.8)
    part = Part('rails', detail=0.5)
    houses.rail(part, [(x(13.6), level, 2.27), (x(16.6), level - 1.8, 2.27)])
    houses.rail(part, [(x(16.6), level - 1.8, 2.13), (x(13.6), level - 3.6, 2.13)])
    part.rail([pt(x(16.6), level - 1.8 + 0.95, 2.27), pt(x(16.72), level - 1.8 + 0.95, 2.2), pt(x(16.6), level - 1.8 + 0.95, 2.13)], 0.026, '#8a5a33', 'gloss', 8, 0.05)
    part.rail([pt(x(13.7), level + 0.85, 3.44), pt(x(16.6), level - 1.8 + 0.9, 3.44)], 0.02, '#8a5a33', 'gloss', 6)
    part.rail([pt(x(16.6), level - 1.8 + 0.85, 0.96), pt(x(13.7), level - 3.6 + 0.9, 0.96)], 0.02, '#8a5a33', 'gloss', 6)
    part.done()


def _guards(x, storeys):
    part = Part('guard', detail=0.6)
    houses.rail(part, [(x(13.6), 0, 2.2), (x(13.6), 0, 0.95)], tall=1.05)
    for k in range(1, storeys):
        part.rail([pt(x(13.6), -3.6 * k + 0.95, 2.13), pt(x(13.48), -3.6 * k + 0.95, 2.2), pt(x(13.6), -3.6 * k + 0.95, 2.27)], 0.026, '#8a5a33', 'gloss', 8, 0.05)
    part.done()


def _landing_signs(x, level, k, inner, outer, side):
    part = Part('landing_signs')
    inwards = {'e': 'w', 'w': 'e'}[inner]
    at = side * 12.204
    plate(part, 0.42, 0.42, (at, level + 1.75, 1.22), inwards, SIGNS['floor%d' % (4 - k)])
    ceiling = level + (3.6 if k == 0 else 3.43)
    part.cyl(0.15, 0.05, pt(x(12.9), ceiling - 0.025, 2.2), '#f4f1e8', 'gloss', 0.015, 18, cull='U')
    part.cyl(0.12, 0.02, pt(x(12.9), ceiling - 0.055, 2.2), '#fff6e4', 'emit', 0.006, 18, cull='U')
    if side > 0 and k == 3:  # where the way out is in that wall
        plate(part, 0.24, 0.12, (13.594, level + 0.4, 2.6), 'w', SIGNS['arrow_right'])
    else:
        plate(part, 0.24, 0.12, (x(12.9), level + 0.4, 3.49), 'n', SIGNS['arrow_left' if side > 0 else 'arrow_right'])
    part.done()
    if k:
        fit.shut_fire_door(pt(side * 12.2, level, 2.2), 90 if side > 0 else -90)
    if k < 3:
        wall_sign = Part('half_signs')
        plate(wall_sign, 0.46, 0.63, (x(17.796), level - 1.8 + 1.65, 1.2), inner, SIGNS['poster2'])
        plate(wall_sign, 0.24, 0.12, (x(17.79), level - 1.8 + 0.4, 1.2), inner, SIGNS['arrow_right' if side > 0 else 'arrow_left'])
        wall_sign.done()


def stair_foot():
    """East stairs at the ground: the space under the last flights is walled up; the way out."""
    under = [(GROUND, GROUND + 1.2, GREEN_LOW, 'matte'), (GROUND + 1.2, -7.36, WHITE, 'matte')]
    wall((13.6, 2.2), (13.6, 3.5), under, detail=0.9)
    part = Part('under_stairs', detail=0.7)
    b = bmesh.new()
    b.faces.new([b.verts.new(pt(*c)) for c in ((17.8, GROUND, 2.2), (13.6, GROUND, 2.2), (13.6, -7.4, 2.2), (16.6, -9.15, 2.2), (17.8, -9.15, 2.2))])
    part.add(b, part.matrix.Identity(4), WHITE, 'matte')
    part.done()
    signs_ = Part('foot_signs')
    living.picture(signs_, pt(13.6, -9.1, 2.85), -90, 0.6, 0.82, SIGNS['poster'], '#dfe3e0')
    plate(signs_, 0.5, 0.16, (12.204, -8.35, 2.2), 'e', SIGNS['keep_clear'])
    signs_.done()
    door_frame(12.9, GROUND, 3.7, 1.2, 2.2, 'x', '#8a4434', thick=0.4)


# ------------------------------------------------------------------------- outside
def facade():
    top = 4.0
    bands = [(GROUND, GROUND + 0.6, '#a79a88', 'matte'), (GROUND + 0.6, top, STONE, 'matte')]
    part = Part('facade', detail=0.3)
    wall((-12, 3.6), (12, 3.6), bands, [gap(x, 1.8, 2.5, sill=1.05) for x in CORRIDOR_WINDOWS], 0, 0.3)
    tower = [(GROUND, GROUND + 0.6, '#a79a88', 'matte'), (GROUND + 0.6, top + 0.6, BRICK, 'matte')]
    wall((12, 3.9), (18.2, 3.9), tower, [gap(12.9, 1.2, 2.2, floor=GROUND)], 0, 0.45)
    wall((-18.2, 3.9), (-12, 3.9), tower, [], 0, 0.3)
    for x, z0, z1 in ((12.0, 3.6, 3.9),):
        wall((x, z0), (x, z1), tower, [], 0, 0.2)
        wall((-x, z1), (-x, z0), tower, [], 0, 0.2)
    wall((18.2, 3.9), (18.2, 0.5), tower, [(1.5, -3.6 * k - 0.75, 2.9, -3.6 * k + 0.65) for k in range(3)], 0.2, 0.2)
    for k in range(1, 4):
        for x in CORRIDOR_WINDOWS:
            part.quad(1.9, 1.55, pt(x, 1.775 - 3.6 * k, 3.606), uv=SIGNS['window'])
    for k in range(4):
        # bands between the storeys and sills
        part.box((24, 0.14, 0.22), pt(0, -0.35 - 3.6 * k, 3.66), '#f6f0e2', 'matte', 0, cull='BLR')
        if k:
            for s in (1, -1):
                part.quad(1.3, 1.3, pt(s * 15.6, -3.6 * k + 1.8, 3.906), uv=SIGNS['window'])
    for x in (-9, -6, -3, 0, 3, 6, 9):
        part.box((0.42, 0.16, top - GROUND), pt(x, (top + GROUND) / 2, 3.67), BRICK, 'matte', 0, cull='BUD')
    part.box((24.2, 0.4, 0.6), pt(0, top + 0.1, 3.7), '#f6f0e2', 'matte', 0.02, 1, cull='B')
    for s in (-1, 1):
        part.box((6.4, 0.4, 0.4), pt(s * 15.1, top + 0.7, 3.95), '#f6f0e2', 'matte', 0.02, 1, cull='B')
    part.quad(6.2, 0.99, pt(0, top + 0.1 + 0.0, 3.905), uv=SIGNS['motto'])
    part.quad(3.6, 0.7, pt(15.1, -6.6 + 0.0, 3.905), uv=SIGNS['name'])
    # canopy over the way out, two steps of paving before it
    part.box((2.6, 1.4, 0.16), pt(12.95, -8.35, 4.5), '#f6f0e2', 'matte', 0.02, 1)
    part.box((2.3, 0.02, 0.1), pt(12.95, -8.35, 5.205), BRICK, 'matte', 0)
    part.done()


def playground():
    y = GROUND
    slab((-34, 3.9), (34, 6.4), y, '#cfc8ba', 'floor', detail=0.22)
    slab((-34, 6.4), (-1.0, 18), y + 0.001, '#5f9a86', detail=0.12)
    slab((-1.0, 6.4), (21, 14.6), y + 0.001, '#6aa884', detail=0.4)
    slab((21, 6.4), (34, 18), y + 0.001, '#7fae72', detail=0.1)
    slab((-1.0, 14.6), (21, 18), y + 0.001, '#b8563f', detail=0.3)
    slab((-34, 18), (34, 32), y - 0.02, '#86b070', detail=0.08)
    slab((-34, -30), (34, -6.2), y - 0.02, '#86b070', detail=0.08)
    paint = Part('paint', detail=0.3)
    for k in range(5):
        paint.box((22, 0.06, 0.002), pt(10, y + 0.004, 14.7 + 0.8 * k), '#f6f0e6', 'matte', 0, cull='DLRFB')
    for x0, z0, wide, deep in ((-28, 7.4, 24, 0.07), (-28, 16.9, 24, 0.07)):
        paint.box((wide, deep, 0.002), pt(x0 + wide / 2, y + 0.004, z0), '#f6f0e6', 'matte', 0, cull='DLRFB')
    for x0 in (-28, -16, -4):
        paint.box((0.07, 9.5, 0.002), pt(x0, y + 0.004, 12.15), '#f6f0e6', 'matte', 0, cull='DLRFB')
    for i in range(28):
        a0 = math.tau * i / 28
        paint.box((0.42, 0.07, 0.002), pt(-16 + 1.8 * math.cos(a0), y + 0.004, 12.15 + 1.8 * math.sin(a0)), '#f6f0e6', 'matte', 0, cull='DLRFB', rot=(0, 0, 90 - math.degrees(a0)))
    marks = Part('marks', detail=0.8)
    # places of the classes: read by those who come out of the building (north is at their backs)
    for i, x in enumerate((6.4, 10.0, 13.6)):
        houses.ground_sign(marks, 3.0, 1.9, x, y + 0.006, 11.2, SIGNS['mark%d' % (i + 1)], 's')
    houses.ground_sign(marks, 4.2, 1.4, 10, y + 0.006, 8.6, SIGNS['gather'], 's')
    fit.sign_post(marks, pt(10, y, 15.4), SIGNS, width=1.0, height=1.17, facing=180)
    marks.done()
    paint.done()
    fit.hoop(pt(-27.2, y, 12.15), 90)
    fit.hoop(pt(-4.8, y, 12.15), -90)
    for x, z, rot in ((4.2, 7.2, 180), (17.4, 7.2, 180)):
        fit.bench(pt(x, y, z), rot)
    fence()
    for x, z, tall, seed in ((3.0, 19.6, 5.6, 1), (8.2, 20.4, 6.2, 2), (13.6, 19.4, 5.4, 3), (19.0, 20.2, 6.0, 4), (23.8, 12.5, 5.4, 5), (22.8, 6.2, 5.0, 6), (-2.2, 19.8, 5.8, 7), (-9.5, 20.4, 6.0, 8),
                             (-17.5, 19.6, 5.6, 9), (-26, 20.5, 6.2, 10)):
        fit.tree(pt(x, y, z), tall, seed, 1.9, n=3)
    # crowns seen from the classroom's windows
    for x, z, tall, seed in ((-3.4, -10.4, 13.4, 11), (0.9, -12.6, 14.2, 12), (4.6, -10.6, 13.0, 13), (-8.6, -12.4, 14.0, 14), (9.0, -12.6, 13.6, 15)):
        fit.tree(pt(x, y, z), tall, seed, 2.7, n=3)


def fence():
    part = Part('fence', detail=0.2)
    part.box((68, 0.3, 0.8), pt(0, GROUND + 0.4, 18.2), '#c9b9a0', 'matte', 0, cull='DLR')
    for i in range(-16, 17):
        part.box((0.36, 0.36, 1.9), pt(i * 2.1, GROUND + 0.95, 18.2), BRICK, 'matte', 0, cull='DB' if i % 2 else 'D')
    for y in (1.2, 1.7):
        part.box((68, 0.05, 0.06), pt(0, GROUND + y, 18.2), '#4f5f66', 'gloss', 0, cull='LR')
    part.done()


def backdrop():
    low, high, lid = -13.0, 14.0, 30
    def part_of(u0, u1):
        return (u0, 0.003, u1, 0.997)
    sky_uv = (0.5, 0.996)
    houses.frieze((-34, -30), (34, -30), low, high, part_of(0, 0.72), lid, sky_uv)
    houses.frieze((34, -30), (34, 32), low, high, part_of(0.3, 0.95), lid, sky_uv)
    houses.frieze((34, 32), (-34, 32), low, high, part_of(0.24, 0.96), lid, sky_uv)
    houses.frieze((-34, 32), (-34, -30), low, high, part_of(0.05, 0.7), lid, sky_uv)
    houses.sky_lid((-34, -30), (34, 32), lid, *sky_uv)


# --------------------------------------------------------------------------- lights
def lights():
    bake.sky((0.74, 0.85, 1), 1.0)
    for regions, towards, energy in (('classroom', (-0.42, -1, -0.72), 17), ('outside', (-0.5, -0.42, -1), 6.5), ('corridor stair-e stair-w', (-0.5, -0.42, -1), 3)):
        sun = bake.light('SUN', (0, 0, 8), energy, (1, 0.91, 0.76), towards=towards, angle=math.radians(1.5))
        sun['regions'] = regions
    day = (0.86, 0.93, 1)
    houses.lamp(['classroom'], 'AREA', (0, 1.7, -6.5), 190, day, (-90, 0, 0), shape='RECTANGLE', size=7.0, size_y=1.6)
    houses.lamp(['classroom'], 'AREA', (0.2, 2.72, -2.7), 165, (1, 0.96, 0.9), shape='RECTANGLE', size=6.4, size_y=4.8)
    houses.lamp(['classroom'], 'AREA', (4.0, 2.6, -2.6), 14, (1, 0.97, 0.92), (0, 25, 0), shape='RECTANGLE', size=0.2, size_y=3.4)
    houses.lamp(['corridor', 'classroom'], 'AREA', (0, 1.8, 3.85), 300, day, (90, 0, 0), shape='RECTANGLE', size=23, size_y=1.5)
    houses.lamp(['corridor', 'classroom'], 'AREA', (0, 2.9, 2.2), 170, (1, 0.97, 0.9), shape='RECTANGLE', size=22, size_y=0.4)
    houses.lamp(['corridor'], 'AREA', (-10.6, 2.9, -2.4), 7, (1, 0.95, 0.85), shape='RECTANGLE', size=0.6, size_y=0.6)
    for side, name, storeys in ((1, 'stair-e', 3), (-1, 'stair-w', 2)):
        turn = (0, 90, 0) if side > 0 else (0, -90, 0)
        # one tall source outside the half landings' windows, one high fill, one at each door
        for k in range(storeys):
            houses.lamp([name], 'AREA', (side * 18.15, -3.6 * k - 0.05, 2.2), 70, day, turn, shape='RECTANGLE', size=1.4, size_y=1.4)
        for k in range(storeys + 1):
            houses.lamp([name] if k else [name, 'corridor'], 'AREA', (side * 12.95, -3.6 * k + 3.3, 2.2), 46, (1, 0.95, 0.86), shape='DISK', size=0.5)
    houses.lamp(['stair-e'], 'AREA', (12.9, -9.6, 4.3), 34, day, (90, 0, 0), shape='RECTANGLE', size=1.2, size_y=2.0)


reset_scene('school', 'terrazzo_pale', 1.2, 'backdrop_school')
classroom()
houses.region('classroom')
corridor()
houses.region('corridor')
stairs(1, 3, GROUND)
stair_foot()
houses.region('stair-e')
stairs(-1, 2, -7.2)
houses.region('stair-w')
facade()
playground()
backdrop()
houses.region('outside')
lights()
houses.finish('school', {'classroom': 1.0, 'corridor': 1.0, 'stair-e': 0.8, 'stair-w': 0.8, 'outside': 1.0})

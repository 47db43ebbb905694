"""Door leaves and windows of the houses. Origin: the middle of the shut leaf.

Drawn shut; in the app an unturned leaf lies along x, its hinge at -x, and swings to -z: +90 degrees about y. The frames
belong to the rooms. Drawn here before the half turn of prop_kit, so the hinge is at +x and the front at -y.
"""
from prop_kit import SIGNS, Prop

STEEL = '#c9ced0'
DOUBLE = (('left', 1), ('right', -1))


def doors():
    for name, width in (('leaf-wood', 0.80), ('leaf-wood-70', 0.70), ('leaf-wood-90', 0.90)):
        _wooden(name, width)
    _flat_entrance()
    _fire('leaf-fire', 1.00, 2.10)
    _school()
    _ground()
    _fire_double('leaf-fire-140', 2.20)
    _fire_double('leaf-fire-140-low', 2.10)
    _glass_double('leaf-glass-140', 1.40, 2.20)
    _glass_double('leaf-glass-160', 1.60, 2.20)
    _lift()


def windows():
    for name, width, height in (('window-160', 1.6, 1.3), ('window-160-tall', 1.6, 1.5), ('window-120', 1.2, 1.3), ('window-100', 1.0, 1.3), ('window-80', 0.8, 1.0)):
        _sliding(name, width, height)


def _rod(leaf, points, radius, color, mat='metal', n=6):
    """Straight runs one after another: a bent rod for few triangles."""
    for a, b in zip(points, points[1:]):
        leaf.tube([a, b], radius, color, mat, n)


def _bow(leaf, x, low, high, side, radius, n=5):
    """Pull handle, upright, on one face."""
    _rod(leaf, [(x, side * 0.02, low + radius), (x, side * 0.07, low + radius)], radius, '#d6d2c8', n=n)
    _rod(leaf, [(x, side * 0.07, low), (x, side * 0.07, high)], radius, '#d6d2c8', n=n)
    _rod(leaf, [(x, side * 0.02, high - radius), (x, side * 0.07, high - radius)], radius, '#d6d2c8', n=n)


def _lever(leaf, x, z, thick=0.04, color='#d6d2c8'):
    """Lever handles on both faces, pointing to the hinge, which is away from x = 0."""
    way = 1 if x < 0 else -1
    for side in (-1, 1):
        y = side * thick / 2
        leaf.box((0.042, 0.010, 0.16), (x, y + side * 0.004, z), color, 'metal', 0)
        _rod(leaf, [(x, y, z + 0.025), (x, y + side * 0.055, z + 0.025)], 0.010, color)
        _rod(leaf, [(x - way * 0.008, y + side * 0.05, z + 0.025), (x + way * 0.12, y + side * 0.05, z + 0.02)], 0.010, color)


def _framed(leaf, middle, width, height, hole, thick, color, mat='gloss'):
    """A slab with a pane: hole = (x, z, width, height) about the slab's middle; four boards and a sheet of glass."""
    x, z, wide, tall = hole
    left, right = x - wide / 2, x + wide / 2
    low, high = z - tall / 2, z + tall / 2
    for a, b in ((-width / 2, left), (right, width / 2)):
        leaf.box((b - a, thick, height), (middle + (a + b) / 2, 0, 0), color, mat, 0)
    for a, b in ((-height / 2, low), (high, height / 2)):
        leaf.box((wide, thick, b - a), (middle + x, 0, (a + b) / 2), color, mat, 0)
    leaf.box((wide, 0.008, tall), (middle + x, 0, z), '#dff1f4', 'glass', 0)
    for side in (-1, 1):
        for dz in (low, high):
            leaf.box((wide - 0.022, 0.010, 0.022), (middle + x, side * thick / 2, dz), color, mat, 0)
        for dx in (left, right):
            leaf.box((0.022, 0.010, tall + 0.03), (middle + dx, side * thick / 2, z), color, mat, 0)


def _panel(leaf, x, z, wide, tall, thick, edge, color, mat):
    """A raised field on both faces."""
    for side, cull in ((-1, 'B'), (1, 'F')):
        leaf.box((wide, 0.014, tall), (x, side * thick / 2, z), edge, mat, 0.005, 1, cull=cull)
        leaf.box((wide - 0.07, 0.022, tall - 0.07), (x, side * thick / 2, z), color, mat, 0.007, 1, cull=cull)


def _wooden(name, width, height=2.05):
    """Room door of a flat."""
    prop = Prop(name)
    leaf = prop.part('leaf', (width / 2 - 0.005, 0, 0))
    wide, tall = width - 0.01, height - 0.012
    middle = -wide / 2
    leaf.box((wide, 0.038, tall), (middle, 0, 0), '#c39a6d', 'wood', 0.004, 1)
    for z, high in ((-0.53, 0.72), (0.40, 0.92)):
        _panel(leaf, middle, z, wide - 0.24, high, 0.038, '#a97d52', '#cda57a', 'wood')
    _lever(leaf, -wide + 0.065, -0.03, 0.038)
    prop.close()


def _flat_entrance():
    """Steel entrance door of a flat, 0.90 x 2.05 m: peephole at 1.45 m, a handle each side, good luck on the landing's side."""
    prop, wide, tall, color = Prop('leaf-steel'), 0.89, 2.04, '#7a4a35'
    leaf = prop.part('leaf', (0.445, 0, 0))
    middle = -wide / 2
    leaf.box((wide, 0.06, tall), (middle, 0, 0), color, 'gloss', 0.006, 1)
    for z, high in ((-0.56, 0.66), (0.68, 0.42)):
        _panel(leaf, middle, z, wide - 0.22, high, 0.06, '#643a29', '#8a563e', 'gloss')
    x = -wide + 0.075
    for side in (-1, 1):
        leaf.box((0.056, 0.012, 0.30), (x, side * 0.034, -0.01), '#c8a45c', 'metal', 0)
        _rod(leaf, [(x, side * 0.03, 0.03), (x, side * 0.095, 0.03)], 0.011, '#c8a45c')
        _rod(leaf, [(x - 0.01, side * 0.09, 0.03), (x + 0.13, side * 0.09, 0.025)], 0.011, '#c8a45c')
        leaf.cyl(0.017, 0.008, (middle, side * 0.033, 0.425), '#c8a45c', 'metal', 0, 8, rot=(90, 0, 0))
        leaf.cyl(0.009, 0.004, (middle, side * 0.038, 0.425), '#15191b', 'gloss', 0, 6, rot=(90, 0, 0))
    leaf.quad(0.23, 0.23, (middle, 0.0425, 0.68), (0, 45, 180), uv=SIGNS['fu'])
    prop.close()


def _closer(leaf, x, z, way, side=-1):
    """Closer on the face it pulls to, its arm bent along the head of the door. way: from the hinge into the leaf."""
    y = side * 0.05
    leaf.box((0.22, 0.05, 0.06), (x + way * 0.20, y, z), '#8d9699', 'gloss', 0)
    _rod(leaf, [(x + way * 0.22, y, z + 0.036), (x + way * 0.44, y + side * 0.03, z + 0.040), (x + way * 0.12, y + side * 0.01, z + 0.044)], 0.008, '#8d9699', n=4)


def _wires(leaf, x, z, wide, tall):
    """The wire in fire-resisting glass."""
    for i in range(1, 3):
        leaf.box((0.003, 0.003, tall), (x + (i / 3 - 0.5) * wide, 0, z), '#7d8789', 'metal', 0, cull='UD')
    for i in range(1, 6):
        leaf.box((wide, 0.003, 0.003), (x, 0, z + (i / 6 - 0.5) * tall), '#7d8789', 'metal', 0, cull='LR')


def _fire(name, width, height):
    """Fire door of a stair: closer, small wired pane, plate that says to keep it shut."""
    prop, wide, tall = Prop(name), width - 0.01, height - 0.012
    leaf = prop.part('leaf', (wide / 2, 0, 0))
    middle = -wide / 2
    _framed(leaf, middle, wide, tall, (-0.18, 0.44, 0.18, 0.54), 0.048, '#a9aeb0')
    _wires(leaf, middle - 0.18, 0.44, 0.18, 0.54)
    _lever(leaf, -wide + 0.07, -0.03, 0.048)
    _closer(leaf, 0, tall / 2 - 0.07, -1)
    for side in (-1, 1):
        leaf.quad(0.30, 0.12, (middle + 0.12, side * 0.0255, 0.42), (0, 0, 0 if side < 0 else 180), uv=SIGNS['firedoor'])
    prop.close()


def _fire_double(name, height):
    """Fire door of two leaves, 1.40 m; parts leaf-left (hinge at -x in the app) and leaf-right."""
    prop, wide, tall = Prop(name), 0.692, height - 0.012
    for word, sign in DOUBLE:
        leaf = prop.part('leaf-' + word, (sign * 0.695, 0, 0))
        middle = -sign * wide / 2
        inner = -sign * (wide / 2 - 0.19)
        _framed(leaf, middle, wide, tall, (inner, 0.44, 0.16, 0.54), 0.048, '#a9aeb0')
        x = -sign * (wide - 0.07)
        for side in (-1, 1):
            _bow(leaf, x, -0.20, 0.12, side, 0.012)
            leaf.quad(0.26, 0.104, (middle + sign * 0.08, side * 0.0255, 0.44), (0, 0, 0 if side < 0 else 180), uv=SIGNS['firedoor'])
        _closer(leaf, 0, tall / 2 - 0.07, -sign)
    prop.close()


def _school():
    """Classroom door, 1.00 x 2.10 m: painted wood, a pane at eye height, kicking plate."""
    prop, wide, tall, color = Prop('leaf-school'), 0.99, 2.088, '#5c9a7a'
    leaf = prop.part('leaf', (0.495, 0, 0))
    middle = -wide / 2
    _framed(leaf, middle, wide, tall, (0, 0.46, 0.36, 0.52), 0.042, color)
    for side in (-1, 1):
        leaf.box((wide - 0.10, 0.006, 0.24), (middle, side * 0.022, -tall / 2 + 0.16), STEEL, 'metal', 0)
        leaf.box((wide - 0.24, 0.008, 0.62), (middle, side * 0.022, -0.36), '#4d8568', 'gloss', 0.003, 1, cull='B' if side < 0 else 'F')
    _lever(leaf, -wide + 0.07, -0.02, 0.042)
    prop.close()


def _ground():
    """Outer door of the school's stair, 1.20 x 2.20 m: steel with a tall pane; inside, at its back, a panic bar."""
    prop, wide, tall = Prop('leaf-ground'), 1.19, 2.188
    leaf = prop.part('leaf', (0.595, 0, 0))
    middle = -wide / 2
    _framed(leaf, middle, wide, tall, (0, 0.46, 0.60, 0.84), 0.05, '#5f7f95')
    _rod(leaf, [(middle - 0.44, 0.085, -0.08), (middle + 0.44, 0.085, -0.08)], 0.02, '#d0433a', 'gloss', 8)
    for x in (-0.42, 0.42):
        leaf.box((0.05, 0.07, 0.07), (middle + x, 0.055, -0.08), '#8d9699', 'gloss', 0.006, 1)
    leaf.quad(0.27, 0.09, (middle, 0.0265, -0.24), (0, 0, 180), uv=SIGNS['push'])
    leaf.quad(0.27, 0.09, (middle, -0.0265, -0.24), uv=SIGNS['pull'])
    _bow(leaf, -wide + 0.10, -0.30, 0.10, -1, 0.014, 6)
    for side in (-1, 1):
        leaf.box((wide - 0.12, 0.006, 0.26), (middle, side * 0.026, -tall / 2 + 0.19), STEEL, 'metal', 0)
    prop.close()


def _glass_double(name, width, height):
    """Glazed doors of a lobby; parts leaf-left (hinge at -x in the app) and leaf-right."""
    prop, wide, tall = Prop(name), width / 2 - 0.008, height - 0.012
    for word, sign in DOUBLE:
        leaf = prop.part('leaf-' + word, (sign * (width / 2 - 0.005), 0, 0))
        middle = -sign * wide / 2
        for x in (0.03, wide - 0.03):
            leaf.box((0.06, 0.045, tall), (-sign * x, 0, 0), STEEL, 'gloss', 0.004, 1)
        for z, high in ((tall / 2 - 0.035, 0.07), (-tall / 2 + 0.07, 0.14)):
            leaf.box((wide - 0.12, 0.045, high), (middle, 0, z), STEEL, 'gloss', 0)
        leaf.box((wide - 0.12, 0.010, tall - 0.21), (middle, 0, 0.035), '#dff1f4', 'glass', 0)
        x = -sign * (wide - 0.03)
        for side in (-1, 1):
            _bow(leaf, x, -0.30, 0.30, side, 0.014, 6)
            # the front is the side it swings to: pulled there, pushed from behind
            leaf.quad(0.24, 0.08, (middle, side * 0.0075, 0.22), (0, 0, 0 if side < 0 else 180), uv=SIGNS['pull' if side < 0 else 'push'])
    prop.close()


def _lift():
    """Landing door of the lift, 1.00 x 2.10 m; halves left (at -x in the app) and right slide apart by 0.5 m."""
    prop = Prop('leaf-lift')
    for word, sign in DOUBLE:
        half = prop.part(word, (sign * 0.25, 0, 0))
        half.box((0.496, 0.028, 2.095), (0, 0, 0), '#c3c8ca', 'metal', 0.002, 1)
        for x in (-0.12, 0.12):
            half.box((0.012, 0.031, 2.06), (x, 0, 0), '#aab0b3', 'metal', 0)
        half.box((0.02, 0.034, 2.09), (-sign * 0.238, 0, 0), '#8f979a', 'metal', 0)
    prop.close()


def _sliding(name, width, height):
    """Sliding window in its frame. body: frame; glass: the pane that stays; sash: the pane at -x in the app, slides to +x."""
    prop, white, depth = Prop(name), '#eef0ee', 0.10
    body = prop.part('body')
    for x in (-1, 1):
        body.box((0.045, depth, height), (x * (width / 2 - 0.0225), 0, 0), white, 'gloss', 0.004, 1)
    for z in (-1, 1):
        body.box((width - 0.09, depth, 0.045), (0, 0, z * (height / 2 - 0.0225)), white, 'gloss', 0.004, 1)
    wide, tall = (width - 0.09) / 2 + 0.02, height - 0.08
    still = -(width / 4 - 0.0325)
    _sash(body, still, 0.018, wide, tall, white)
    _pane(prop.part('glass', (still, 0.018, 0)), wide, tall)
    sash = prop.part('sash', (-still, -0.018, 0))
    _sash(sash, 0, 0, wide, tall, white)
    _pane(sash, wide, tall)
    for y in (-0.018, 0.018):
        sash.box((0.022, 0.014, 0.12), (-wide / 2 + 0.022, y, 0), '#9aa2a5', 'gloss', 0)
    prop.close()


def _sash(part, x, y, wide, tall, color):
    for dx in (-1, 1):
        part.box((0.045, 0.03, tall), (x + dx * (wide / 2 - 0.0225), y, 0), color, 'gloss', 0)
    for dz in (-1, 1):
        part.box((wide - 0.09, 0.03, 0.045), (x, y, dz * (tall / 2 - 0.0225)), color, 'gloss', 0)


def _pane(part, wide, tall):
    part.box((wide - 0.09, 0.006, tall - 0.09), (0, 0, 0), '#dff1f4', 'glass', 0)

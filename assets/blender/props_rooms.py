"""Movable things of living room and shop, and those every room has: breaker, plug, phone, doors, exit sign."""
import math
import random
from part import TAU, ring
from prop_kit import SIGNS, Prop

PACKS = ['pack1', 'pack2', 'pack3', 'pack4', 'pack5', 'pack6']


def common_props():
    _breaker()
    _plug()
    _phone()
    _exit_sign()
    _call_point()
    _door_flat()
    _door_shop()


def living_props():
    _heater()
    _basket()
    _curtain()
    _bucket()


def shop_props():
    _power_strip()
    _carton_stack()
    _shelf_goods()
    _blocking_cartons()


def _breaker():
    """Distribution box 0.28 x 0.30 m. `switch`: the main lever, up is on, swings down about its x axis."""
    prop = Prop('breaker')
    body = prop.part('body')
    body.box((0.28, 0.04, 0.30), (0, 0.012, 0), '#eceae4', 'gloss', 0.012, 3, cull='B')
    body.box((0.25, 0.012, 0.13), (0, -0.012, 0.03), '#d9d6cd', 'gloss', 0.005, 2, cull='B')
    for i in range(6):
        body.box((0.036, 0.014, 0.095), (-0.10 + i * 0.04, -0.022, 0.03), '#f5f4f0' if i else '#dfe6ea', 'gloss', 0.003, 1, cull='B')
        if i:
            body.box((0.016, 0.016, 0.026), (-0.10 + i * 0.04, -0.034, 0.044), '#2f6fb0', 'gloss', 0.003, 2)
    body.quad(0.17, 0.075, (-0.04, -0.0085, -0.095), uv=SIGNS['breaker'])
    switch = prop.part('switch', (-0.10, -0.026, 0.03))
    switch.box((0.028, 0.020, 0.034), (0, -0.010, 0.020), '#c8352c', 'gloss', 0.004, 2)
    door = prop.part('door', (0, -0.012, 0.105), (-72, 0, 0))
    door.box((0.26, 0.006, 0.15), (0, 0, -0.075), '#dfe8ea', 'gloss', 0.002, 1)
    prop.close()


def _plug():
    """Three-pin plug with a tail of cord; the socket belongs to the room. Pulled straight out to the front."""
    prop = Prop('plug')
    body = prop.part('plug')
    body.box((0.042, 0.036, 0.046), (0, 0.006, 0), '#f2f0ea', 'gloss', 0.010, 3, taper=(0.9, 0.9))
    body.box((0.034, 0.012, 0.036), (0, -0.014, 0), '#e2e0d8', 'gloss', 0.005, 2)
    for x, z in ((0, 0.011), (-0.009, -0.008), (0.009, -0.008)):
        body.box((0.0025, 0.022, 0.007), (x, 0.034, z), '#c9a24a', 'metal', 0)
    body.tube([(0, -0.004, -0.022), (0, -0.006, -0.06), (0.02, 0.012, -0.15), (0.05, 0.02, -0.26), (0.12, 0.02, -0.285)], 0.0045, '#f2f0ea', 'matte', 6, 5)
    prop.close()


def _phone():
    prop = Prop('phone')
    body = prop.part('body')
    body.box((0.076, 0.156, 0.010), (0, 0, 0), '#23282b', 'gloss', 0.004, 2)
    # the screen looks up; its top points away from the reader
    body.quad(0.070, 0.148, (0, 0, 0.0056), (-90, 0, 180), uv=SIGNS['phone'])
    prop.close()


def _exit_sign():
    prop = Prop('exit-sign')
    body = prop.part('body')
    body.box((0.46, 0.04, 0.19), (0, 0.012, 0), '#d9dcdd', 'gloss', 0.008, 2)
    body.quad(0.445, 0.176, (0, -0.0092, 0), mat='backdrop', uv=SIGNS['exit'])
    prop.close()


def _call_point():
    prop = Prop('call-point')
    body = prop.part('body')
    body.box((0.11, 0.05, 0.11), (0, 0.006, 0), '#c8241f', 'gloss', 0.010, 3, cull='B')
    glass = prop.part('glass', (0, -0.020, 0))
    glass.box((0.086, 0.008, 0.086), (0, 0, 0), '#c8241f', 'gloss', 0.002, 1)
    glass.quad(0.084, 0.084, (0, -0.0046, 0), uv=SIGNS['callpoint'])
    prop.close()


def _handle(leaf, x, z, side):
    """Lever handle on a leaf 0.04 m thick, pointing to the hinge; side: -1 front, 1 back."""
    y = side * 0.024
    leaf.box((0.045, 0.008, 0.16), (x, y, z), '#d6d2c8', 'metal', 0.004, 2)
    leaf.cyl(0.012, 0.04, (x, side * 0.045, z + 0.02), '#d6d2c8', 'metal', 0.003, 12, rot=(90, 0, 0))
    leaf.rail([(x, side * 0.062, z + 0.02), (x - 0.125, side * 0.062, z + 0.015)], 0.0095, '#d6d2c8', 'metal', 8)


def _door_flat():
    """Wooden leaf 0.90 x 2.06 m; pivot at its hinge, on the left seen from inside; +95 degrees open it outwards."""
    prop, width, height = Prop('door-flat'), 0.89, 2.04
    leaf = prop.part('leaf', (-0.445, 0, 0))
    middle = width / 2
    leaf.box((width, 0.04, height), (middle, 0, 0), '#b88a60', 'wood', 0.004, 2)
    for z, tall in ((-0.51, 0.76), (0.44, 0.86)):
        for side in (-1, 1):
            leaf.box((width - 0.26, 0.012, tall), (middle, side * 0.018, z), '#a4774f', 'wood', 0.006, 2)
            leaf.box((width - 0.34, 0.016, tall - 0.08), (middle, side * 0.02, z), '#c1956b', 'wood', 0.008, 2)
    for side in (-1, 1):
        _handle(leaf, width - 0.075, -0.03, side)
    leaf.cyl(0.014, 0.006, (middle, -0.028, 0.47), '#d8d4c8', 'metal', 0.002, 14, rot=(90, 0, 0))
    leaf.quad(0.22, 0.22, (middle, -0.0285, 0.66), (0, 45, 0), uv=SIGNS['fu'])
    prop.close()


def _door_shop():
    """Glass leaf 1.0 x 2.1 m with push bars; pivot at its hinge, on the left seen from inside; opens outwards."""
    prop, width, height = Prop('door-shop'), 0.98, 2.08
    leaf = prop.part('leaf', (-0.49, 0, 0))
    middle, steel = width / 2, '#c2c9cb'
    for x in (0.035, width - 0.035):
        leaf.box((0.07, 0.045, height), (x, 0, 0), steel, 'gloss', 0.004, 2)
    for z, tall in ((height / 2 - 0.04, 0.08), (-height / 2 + 0.07, 0.14)):
        leaf.box((width - 0.12, 0.045, tall), (middle, 0, z), steel, 'gloss', 0.004, 2)
    leaf.box((width - 0.13, 0.010, height - 0.2), (middle, 0, 0.03), '#dff1f4', 'glass', 0)
    x = width - 0.10
    for side in (-1, 1):
        leaf.rail([(x, side * 0.02, -0.16), (x, side * 0.07, -0.16), (x, side * 0.07, 0.34), (x, side * 0.02, 0.34)], 0.014, '#d6d2c8', 'metal', 8)
        leaf.quad(0.30, 0.10, (middle, side * 0.0075, 0.24), (0, 0, 0 if side < 0 else 180), uv=SIGNS['push' if side < 0 else 'pull'])
    prop.close()


def _heater():
    """Radiant heater; `glow` shows while it is live."""
    prop = Prop('heater')
    body = prop.part('body')
    body.box((0.38, 0.18, 0.045), (0, 0, -0.2575), '#4a4f53', 'gloss', 0.015, 3)
    body.box((0.36, 0.11, 0.44), (0, 0.02, 0.00), '#e9e4da', 'gloss', 0.03, 4)
    body.box((0.30, 0.02, 0.34), (0, -0.036, 0.02), '#c9ccce', 'metal', 0.006, 2)
    for i in range(7):
        z = -0.12 + i * 0.045
        body.rail([(-0.15, -0.052, z), (0.15, -0.052, z)], 0.003, '#8d9496', 'metal', 6)
    for x in (-0.09, 0, 0.09):
        body.rail([(x, -0.054, -0.15), (x, -0.054, 0.19)], 0.003, '#8d9496', 'metal', 6)
    for x in (-0.05, 0.05):
        body.cyl(0.018, 0.02, (x, -0.04, -0.185), '#2f3437', 'gloss', 0.004, 16, rot=(90, 0, 0))
    body.rail([(-0.08, 0.02, 0.215), (-0.08, 0.02, 0.26), (0.08, 0.02, 0.26), (0.08, 0.02, 0.215)], 0.011, '#4a4f53', 'gloss', 8)
    glow = prop.part('glow')
    for z in (-0.06, 0.10):
        glow.cyl(0.009, 0.27, (0, -0.044, z), '#ff7a2e', 'emit', 0.003, 10, rot=(0, 90, 0))
    prop.close()


def _basket():
    """Wire waste basket with crumpled paper; `paper` is what burns."""
    prop = Prop('basket')
    body = prop.part('body')
    for i in range(20):
        a = TAU * i / 20
        body.tube([(0.112 * math.cos(a), 0.112 * math.sin(a), -0.168), (0.15 * math.cos(a), 0.15 * math.sin(a), 0.168)], 0.003, '#3f4a50', 'matte', 4, caps=False)
    for radius, z in ((0.114, -0.165), (0.124, -0.08), (0.134, 0.01), (0.143, 0.09), (0.15, 0.168)):
        body.tube(ring(radius, 12, z), 0.0042, '#3f4a50', 'matte', 5, 2, closed=True)
    body.cyl(0.112, 0.004, (0, 0, -0.166), '#3f4a50', 'matte', 0.001, 24)
    paper = prop.part('paper')
    rng = random.Random(3)
    paper.lathe([(0, -0.16), (0.105, -0.16), (0.128, 0.05), (0, 0.08)], (0, 0, 0), '#e4ddcf', 'matte', 16)
    for i in range(15):
        a, away = rng.random() * TAU, 0.09 * math.sqrt(rng.random())
        size = 0.06 + 0.04 * rng.random()
        paper.pillow((size, size * 0.9, size * 0.8), (away * math.cos(a), away * math.sin(a), 0.09 + 0.07 * rng.random()),
                     rng.choice(['#f6f2e8', '#eee6d6', '#dfe8ee', '#f2dcc0']), 'matte', (rng.random() * 90, rng.random() * 90, 0), n=3, power=2.6)
    prop.close()


def _curtain():
    prop, folds = Prop('curtain'), 6
    body = prop.part('body')
    count = folds * 7
    rows = []
    for z, swing, share in ((-1.15, 0.062, 1.0), (-0.75, 0.055, 0.95), (-0.2, 0.046, 0.86), (0.4, 0.042, 0.93), (1.15, 0.026, 1.0)):
        rows.append([((i / count - 0.5) * 0.6 * share, swing * math.sin(TAU * folds * i / count + 0.5 * z), z) for i in range(count + 1)])
    body.sheet(rows, '#cf8f62', thickness=0.005, top_color='#dba57c')
    prop.close()


def _bucket():
    prop = Prop('bucket')
    body = prop.part('body')
    body.lathe([(0, -0.16), (0.110, -0.16), (0.114, -0.154), (0.150, 0.135), (0.160, 0.142), (0.158, 0.150), (0.146, 0.146), (0.108, -0.15), (0, -0.152)],
               (0, 0, 0), '#3f78b0', 'gloss', 30)
    body.rail([(-0.153, 0, 0.13), (-0.165, 0.05, 0.06), (-0.10, 0.16, 0.03), (0.10, 0.16, 0.03), (0.165, 0.05, 0.06), (0.153, 0, 0.13)], 0.005, '#c9cdd0', 'metal', 6, 0.06)
    water = prop.part('water', (0, 0, 0.07))
    water.lathe([(0.136, 0), (0, 0.0005)], (0, 0, 0), '#cfeaf5', 'glass', 28)
    prop.close()


def _power_strip():
    prop = Prop('power-strip')
    body = prop.part('body')
    body.box((0.38, 0.075, 0.045), (0, 0, -0.0375), '#f2f0ea', 'gloss', 0.010, 3)
    for i in range(4):
        body.box((0.052, 0.05, 0.003), (-0.115 + i * 0.075, 0, -0.0145), '#dcd9d0', 'gloss', 0.001, 1, cull='D')
    body.box((0.018, 0.03, 0.010), (0.168, 0, -0.012), '#c8352c', 'gloss', 0.003, 2)
    for i in (0, 1, 2):
        x = -0.115 + i * 0.075
        body.box((0.044, 0.04, 0.045), (x, 0, 0.010), ['#2b2f33', '#f2f0ea', '#2b2f33'][i], 'gloss', 0.010, 2)
        body.tube([(x, 0.01, 0.03), (x, 0.05, 0.045), (x - 0.03, 0.085, 0.0), (x - 0.08, 0.08, -0.052)], 0.0045, ['#2b2f33', '#f2f0ea', '#2b2f33'][i], 'matte', 6, 4)
    body.tube([(-0.19, 0, -0.04), (-0.25, 0.03, -0.056), (-0.20, 0.08, -0.056)], 0.005, '#f2f0ea', 'matte', 6, 4)
    prop.close()


def _carton(part, size, at, turn=0, sign='carton', board='#c79b66'):
    """Cardboard box with print on all four sides and tape along its top."""
    x, y, z = at
    part.box(size, at, board, 'matte', 0.006, 1, rot=(0, 0, turn))
    part.box((0.06, size[1] * 0.998, 0.002), (x, y, z + size[2] / 2 + 0.001), '#d9b98a', 'gloss', 0, rot=(0, 0, turn))
    for side in range(4):
        across, deep = (size[0], size[1]) if side % 2 == 0 else (size[1], size[0])
        a = math.radians(turn + side * 90)
        part.quad(across * 0.96, size[2] * 0.96, (x + math.sin(a) * (deep / 2 + 0.0015), y - math.cos(a) * (deep / 2 + 0.0015), z), (0, 0, turn + side * 90), uv=SIGNS[sign])


def _carton_stack():
    prop = Prop('carton-stack')
    body = prop.part('body')
    _carton(body, (0.40, 0.38, 0.30), (-0.19, -0.19, -0.30), 2, 'carton')
    _carton(body, (0.38, 0.38, 0.30), (0.20, -0.18, -0.30), -3, 'carton2')
    _carton(body, (0.40, 0.36, 0.30), (-0.18, 0.20, -0.30), -1, 'carton2')
    _carton(body, (0.38, 0.38, 0.30), (0.20, 0.19, -0.30), 3, 'carton')
    _carton(body, (0.40, 0.38, 0.30), (-0.16, -0.10, 0.0), -6, 'carton2')
    _carton(body, (0.36, 0.38, 0.28), (0.20, 0.10, -0.01), 5, 'carton')
    _carton(body, (0.38, 0.36, 0.28), (-0.02, 0.02, 0.29), 12, 'carton')
    prop.close()


def _shelf_goods():
    """The goods on the shelf next to the cartons, three boards of packets."""
    prop = Prop('shelf-goods')
    body = prop.part('body')
    rng = random.Random(9)
    for level in range(3):
        z = -0.585 + level * 0.41
        body.box((0.60, 0.38, 0.025), (0, 0, z), '#e9e2d2', 'gloss', 0.004, 1)
        for row in range(2):
            x = -0.27
            while x < 0.22:
                wide, tall = 0.085 + 0.03 * rng.random(), 0.17 + 0.12 * rng.random()
                y = -0.09 + row * 0.17
                pack = PACKS[rng.randrange(6)]
                shade = {'pack1': '#d8442c', 'pack2': '#e9a23b', 'pack3': '#3f78b0', 'pack4': '#2f9a8a', 'pack5': '#c8302a', 'pack6': '#f0e2c0'}[pack]
                body.box((wide, 0.12, tall), (x + wide / 2, y, z + 0.0125 + tall / 2), shade, 'gloss', 0.004, 1)
                if row == 0:
                    body.quad(wide * 0.96, tall * 0.97, (x + wide / 2, y - 0.0612, z + 0.0125 + tall / 2), uv=SIGNS[pack])
                x += wide + 0.006
    for x in (-0.295, 0.295):
        body.box((0.02, 0.38, 1.2), (x, 0, 0), '#c9c4b8', 'metal', 0.003, 1)
    prop.close()


def _blocking_cartons():
    """The cartons somebody left before extinguisher ten; origin: that extinguisher's own point."""
    prop = Prop('ext-box-cartons')
    body = prop.part('body')
    _carton(body, (0.44, 0.34, 0.30), (0.02, -0.34, -0.15), 4, 'carton')
    _carton(body, (0.40, 0.32, 0.26), (-0.03, -0.33, 0.13), -7, 'carton2')
    prop.close()

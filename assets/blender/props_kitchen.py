"""Movable things of the kitchen: wok, lids, fire blanket, gas taps, hood switch, basin, flour."""
import math
from part import TAU
from prop_kit import SIGNS, Prop


def kitchen_props():
    _wok()
    _lid('lid', 0.18, 0.04)
    _lid('small-lid', 0.11, 0.03)
    _blanket_box()
    _blanket()
    _gas_knob()
    _gas_valve()
    _hood_switch()
    _basin()
    _flour()


def _wok():
    """Origin at the middle of the pan, 0.32 m across, 0.12 m deep; the handle points to the right and the viewer."""
    prop, radius = Prop('wok'), 0.16
    outside = [(radius * math.sin(a), -0.06 + 0.12 * (1 - math.cos(a)) / (1 - math.cos(math.radians(76))))
               for a in [math.radians(4 + 7.2 * i) for i in range(11)]]
    scale = radius / outside[-1][0]
    outside = [(0, -0.06)] + [(r * scale, z) for r, z in outside]
    inside = [(r - 0.004, z + 0.003) for r, z in outside[:0:-1]] + [(0, -0.055)]
    body = prop.part('body')
    body.lathe(outside + [(radius + 0.004, 0.063)] + inside, (0, 0, 0), '#4a4f54', 'metal', 36)
    rim = 0.06
    # drawn for the turned frame: -x here is the viewer's right
    body.rail([(-radius + 0.008, -0.05, rim - 0.01), (-radius - 0.09, -0.09, rim + 0.025)], 0.009, '#3a3e42', 'metal', 8)
    body.tube([(-radius - 0.08, -0.086, rim + 0.021), (-radius - 0.15, -0.118, rim + 0.042), (-radius - 0.23, -0.155, rim + 0.062)], 0.016, '#8a5a33', 'matte', 10)
    body.rail([(radius - 0.008, -0.035, rim - 0.006), (radius + 0.045, -0.035, rim + 0.012), (radius + 0.045, 0.035, rim + 0.012), (radius - 0.008, 0.035, rim - 0.006)],
              0.008, '#8a5a33', 'matte', 8, 0.02)
    oil = prop.part('oil', (0, 0, -0.012))
    oil.lathe([(0.118, -0.002), (0.112, 0), (0, 0)], (0, 0, 0), '#8a5a1e', 'gloss', 28)
    prop.close()


def _lid(name, radius, half):
    """Stainless lid; origin at its middle height, the rim at the bottom."""
    prop = Prop(name)
    body = prop.part('body')
    crown = half * 2 - 0.026
    outside = [(radius, -half), (radius + 0.002, -half + 0.003), (radius, -half + 0.006)]
    outside += [(radius * math.cos(a), -half + 0.006 + (crown - 0.006) * math.sin(a)) for a in [math.radians(12 * i) for i in range(1, 8)]]
    outside += [(0, -half + crown)]
    inside = [(0, -half + crown - 0.003)] + [((radius - 0.003) * math.cos(a), -half + 0.004 + (crown - 0.008) * math.sin(a)) for a in [math.radians(84 - 14 * i) for i in range(7)]]
    body.lathe(outside, (0, 0, 0), '#d3d7d9', 'metal', 36)
    body.lathe(inside + [(radius, -half)], (0, 0, 0), '#9aa0a3', 'metal', 36)
    body.cyl(0.007, 0.016, (0, 0, half - 0.020), '#b9bdc0', 'metal', 0.002, 12)
    body.lathe([(0, half - 0.014), (0.012, half - 0.014), (0.024, half - 0.007), (0.022, half - 0.001), (0, half)], (0, 0, 0), '#26292b', 'gloss', 20)
    prop.close()


def _blanket_box():
    prop = Prop('blanket-box')
    body = prop.part('body')
    body.box((0.30, 0.09, 0.40), (0, 0.004, 0), '#c8241f', 'gloss', 0.02, 3)
    body.quad(0.25, 0.36, (0, -0.0418, 0.0), uv=SIGNS['blanket'])
    tabs = prop.part('tabs', (0, 0, -0.2))
    for x in (-0.05, 0.05):
        tabs.rail([(x - 0.016, 0, 0.01), (x - 0.016, -0.004, -0.055), (x + 0.016, -0.004, -0.055), (x + 0.016, 0, 0.01)], 0.0055, '#1d1f21', 'matte', 6, 0.012)
    prop.close()


def _cloth_height(x, y):
    """Height of a cloth laid over a pan 0.16 m in radius: flat on the rim, a little low in the middle, falling in folds."""
    away, turn = math.hypot(x, y), math.atan2(y, x)
    rim, top = 0.19, 0.076
    if away < rim:
        return top - 0.010 * (1 - (away / rim) ** 2)
    fall = min(1.0, (away - rim) / 0.11)
    fold = 0.5 + 0.5 * math.sin(turn * 8 + 0.7 * math.sin(turn * 3))
    return top - 0.125 * (fall ** 0.75) * (0.72 + 0.28 * fold) + 0.012 * max(0.0, min(1.0, (away - 0.30) / 0.1))


def _blanket():
    """The cloth, 1.0 m square: draped over a pan (origin: the pan's), hanging from two hands (origin: between them)."""
    prop, n = Prop('blanket'), 30
    cloth, seam = '#e7e6df', '#c8241f'
    rows = []
    for j in range(n + 1):
        row = []
        for i in range(n + 1):
            x, y = (i / n - 0.5), (j / n - 0.5)
            away = math.hypot(x, y)
            shrink = 1 if away < 0.19 else (0.19 + (away - 0.19) * 0.5) / away
            row.append((x * shrink, y * shrink, _cloth_height(x * shrink, y * shrink)))
        rows.append(row)
    prop.part('draped').sheet(rows[::-1], cloth, thickness=0.004)
    held = []
    for j in range(17):
        t = j / 16
        held.append([((i / 24 - 0.5) * (1 - 0.05 * t), 0.05 * (0.12 + t) * math.sin(i * 0.8 + 0.8 * math.sin(2 * t)) + 0.05 * t * t, -t * 0.98 - 0.03 * math.sin(i / 24 * math.pi) * (1 - t))
                     for i in range(25)])
    hanging = prop.part('held')
    hanging.sheet(held, cloth, thickness=0.004)
    for x in (-0.47, 0.47):
        hanging.box((0.05, 0.012, 0.10), (x, 0.0, -0.03), seam, 'matte', 0.004, 1)
    folded = prop.part('folded')
    for k in range(4):
        folded.box((0.24, 0.05 - 0.004 * k, 0.30), (0, 0.006 * k - 0.01, 0), cloth, 'matte', 0.012, 2)
    prop.close()


def _gas_knob():
    """Turns about its upright axis: pointer to the back of the hob (12 o'clock) is shut."""
    prop = Prop('gas-knob')
    knob = prop.part('knob')
    knob.cyl(0.025, 0.022, (0, 0, -0.010), '#d7dadb', 'gloss', 0.006, 24)
    knob.box((0.010, 0.046, 0.018), (0, 0, 0.006), '#f4f5f4', 'gloss', 0.004, 2)
    knob.box((0.004, 0.014, 0.002), (0, -0.016, 0.0155), '#c8241f', 'gloss', 0)
    prop.close()


def _gas_valve():
    prop = Prop('gas-valve')
    wheel = prop.part('wheel', (0, 0, -0.008))
    wheel.tube([(0.034 * (1 + 0.10 * math.cos(5 * a)) * math.cos(a), 0.034 * (1 + 0.10 * math.cos(5 * a)) * math.sin(a), 0) for a in [TAU * i / 20 for i in range(20)]],
               0.0075, '#2f8f4e', 'gloss', 6, 2, closed=True)
    for i in range(5):
        a = TAU * i / 5
        wheel.tube([(0, 0, 0), (0.034 * math.cos(a), 0.034 * math.sin(a), 0)], 0.0055, '#2f8f4e', 'gloss', 6)
    wheel.cyl(0.012, 0.026, (0, 0, -0.002), '#2f8f4e', 'gloss', 0.004, 12)
    wheel.box((0.006, 0.02, 0.003), (0, -0.024, 0.008), '#f4f5f4', 'gloss', 0)
    regulator = prop.part('regulator')
    regulator.cyl(0.04, 0.03, (0, -0.09, -0.045), '#d9dde0', 'metal', 0.008, 20, rot=(90, 0, 0))
    regulator.cyl(0.03, 0.018, (0, -0.112, -0.045), '#c8352c', 'gloss', 0.005, 18, rot=(90, 0, 0))
    regulator.cyl(0.010, 0.05, (0.045, -0.09, -0.045), '#c79a3c', 'metal', 0.003, 10, rot=(0, 90, 0))
    prop.close()


def _hood_switch():
    prop = Prop('hood-switch')
    body = prop.part('body')
    body.box((0.24, 0.02, 0.056), (0, 0.012, 0), '#15191b', 'gloss', 0.004, 2)
    body.quad(0.23, 0.043, (0, 0.0012, 0), uv=SIGNS['hood'])
    button = prop.part('button', (-0.005, 0, 0))
    button.cyl(0.014, 0.012, (0, -0.004, 0), '#e8ecec', 'gloss', 0.003, 20, rot=(90, 0, 0))
    lamp = prop.part('lamp', (-0.032, 0, 0))
    lamp.cyl(0.005, 0.006, (0, -0.002, 0), '#57e3c2', 'emit', 0.001, 12, rot=(90, 0, 0))
    prop.close()


def _basin():
    prop = Prop('basin')
    body = prop.part('body')
    body.lathe([(0, -0.08), (0.125, -0.08), (0.13, -0.074), (0.172, 0.066), (0.188, 0.072), (0.19, 0.079), (0.182, 0.080), (0.166, 0.066), (0.122, -0.07), (0, -0.072)],
               (0, 0, 0), '#e0705f', 'gloss', 36)
    water = prop.part('water', (0, 0, 0.036))
    water.lathe([(0.156, 0), (0, 0.0005)], (0, 0, 0), '#cfeaf5', 'glass', 32)
    prop.close()


def _flour():
    prop = Prop('flour')
    body = prop.part('body')
    body.pillow((0.158, 0.116, 0.205), (0, 0, -0.012), '#f4ead2', 'matte', power=7, n=8)
    body.box((0.135, 0.06, 0.03), (0, 0, 0.098), '#efe2c2', 'matte', 0.012, 2, taper=(0.95, 0.25))
    body.quad(0.125, 0.17, (0, -0.0595, -0.012), uv=SIGNS['flour'])
    prop.close()

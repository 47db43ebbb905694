"""E-bike of the stair hall: 1.7 m long, 1.0 m high, origin in the middle of that box, front wheel at its front."""
import math
from part import TAU
from prop_kit import SIGNS, Prop

BODY, DARK, STEEL = '#2f6fb0', '#2a2f33', '#c9cdd0'
GROUND = -0.5
#: this is drawn with the front wheel at -x, then turned to the front of all props
TURN = (0, 0, 90)
RADIUS = 0.22
FRONT, REAR = -0.60, 0.56


def e_bike():
    prop = Prop('e-bike')
    body = prop.part('body', (0, 0, GROUND), TURN)
    _wheel(body, FRONT)
    _wheel(body, REAR)
    _shell(body)
    _seat(body)
    _steering(body)
    _lights(body)
    _battery(prop)
    prop.close()


def _circle(x, radius, count):
    return [(x + radius * math.cos(TAU * i / count), 0, RADIUS + radius * math.sin(TAU * i / count)) for i in range(count)]


def _wheel(body, x):
    body.tube(_circle(x, RADIUS - 0.034, 16), 0.034, DARK, 'matte', 6, 1, closed=True)
    body.tube(_circle(x, RADIUS - 0.07, 12), 0.011, STEEL, 'metal', 4, 1, closed=True)
    body.cyl(0.045, 0.075, (x, 0, RADIUS), '#6f767a', 'metal', 0.008, 12, rot=(90, 0, 0), seg=1)
    for i in range(5):
        a = TAU * i / 5 + 0.3
        body.tube([(x + 0.03 * math.cos(a), 0, RADIUS + 0.03 * math.sin(a)), (x + 0.15 * math.cos(a), 0, RADIUS + 0.15 * math.sin(a))], 0.012, STEEL, 'metal', 4)


def _shell(body):
    """Rear body, floor board, front shield, mudguards."""
    body.mesh([(0.80, -0.09, 0.58), (0.80, 0.09, 0.58), (0.16, -0.12, 0.64), (0.16, 0.12, 0.64), (0.12, -0.12, 0.27), (0.12, 0.12, 0.27),
               (0.32, -0.12, 0.30), (0.32, 0.12, 0.30), (0.74, -0.08, 0.47), (0.74, 0.08, 0.47)],
              [(0, 1, 3, 2), (2, 3, 5, 4), (4, 5, 7, 6), (6, 7, 9, 8), (8, 9, 1, 0), (0, 2, 4, 6, 8), (1, 9, 7, 5, 3)], BODY, 'gloss', 0.025, 1)
    body.box((0.52, 0.25, 0.055), (-0.10, 0, 0.235), '#3a3f43', 'matte', 0.016, 1)
    body.box((0.44, 0.23, 0.012), (-0.10, 0, 0.266), '#565c60', 'matte', 0)
    body.mesh([(-0.30, -0.15, 0.24), (-0.30, 0.15, 0.24), (-0.39, -0.17, 0.55), (-0.39, 0.17, 0.55), (-0.46, -0.09, 0.80), (-0.46, 0.09, 0.80),
               (-0.35, -0.13, 0.23), (-0.35, 0.13, 0.23), (-0.45, -0.15, 0.55), (-0.45, 0.15, 0.55), (-0.51, -0.07, 0.79), (-0.51, 0.07, 0.79)],
              [(0, 1, 3, 2), (2, 3, 5, 4), (7, 6, 8, 9), (9, 8, 10, 11), (4, 5, 11, 10), (1, 0, 6, 7), (0, 2, 8, 6), (2, 4, 10, 8), (3, 1, 7, 9), (5, 3, 9, 11)],
              BODY, 'gloss', 0.012, 1)
    for x, start, span in ((FRONT, 0.25, 2.2), (REAR, 0.45, 1.9)):
        rows = []
        for y in (-0.055, 0, 0.055):
            rows.append([(x + (RADIUS + 0.02) * math.cos(start + span * i / 6), y, RADIUS + (RADIUS + 0.03 - abs(y) * 0.2) * math.sin(start + span * i / 6)) for i in range(7)])
        body.sheet(rows, BODY, 'gloss', 0.006)
    body.rail([(0.06, -0.10, 0.24), (0.12, -0.20, 0.01)], 0.011, DARK, 'metal', 6)


def _seat(body):
    body.pillow((0.50, 0.25, 0.11), (0.42, 0, 0.675), '#2f2a28', 'matte', (0, -3, 0), n=4, power=4)
    body.rail([(0.64, -0.10, 0.60), (0.82, -0.08, 0.68), (0.82, 0.08, 0.68), (0.64, 0.10, 0.60)], 0.012, STEEL, 'metal', 5, 0.04)
    body.box((0.20, 0.16, 0.016), (0.74, 0, 0.665), STEEL, 'metal', 0)


def _steering(body):
    for y in (-0.055, 0.055):
        body.tube([(FRONT, y, RADIUS), (-0.545, y, 0.46), (-0.48, y * 0.7, 0.68)], 0.015, STEEL, 'metal', 6, 2)
    body.tube([(-0.50, 0, 0.74), (-0.45, 0, 0.90)], 0.020, DARK, 'gloss', 8)
    body.rail([(-0.33, -0.28, 0.935), (-0.44, -0.17, 0.915), (-0.45, 0.17, 0.915), (-0.33, 0.28, 0.935)], 0.012, DARK, 'metal', 6, 0.05)
    body.box((0.09, 0.19, 0.08), (-0.455, 0, 0.895), DARK, 'gloss', 0.02, 1)
    for side in (-1, 1):
        body.cyl(0.017, 0.10, (-0.35, side * 0.26, 0.931), '#15181a', 'matte', 0, 8, rot=(90, 0, 26 * side))
        body.tube([(-0.43, side * 0.17, 0.915), (-0.40, side * 0.21, 0.975)], 0.006, DARK, 'gloss', 4)
        body.box((0.016, 0.09, 0.055), (-0.40, side * 0.22, 0.98), DARK, 'gloss', 0.007, 1)


def _lights(body):
    body.cyl(0.062, 0.075, (-0.520, 0, 0.70), '#f4efe2', 'gloss', 0.016, 12, rot=(0, 90, 0), seg=1)
    body.cyl(0.046, 0.012, (-0.560, 0, 0.70), '#e8edf0', 'gloss', 0.004, 12, rot=(0, 90, 0), seg=1)
    body.box((0.04, 0.11, 0.045), (0.815, 0, 0.56), '#c8241f', 'gloss', 0.010, 1)
    body.box((0.012, 0.14, 0.07), (0.80, 0, 0.45), '#f4f6f4', 'gloss', 0)
    body.quad(0.13, 0.058, (0.8065, 0, 0.45), (0, 0, 90), uv=SIGNS['bikeplate'])


def _battery(prop):
    """The pack under the seat, in front of the rear body; what burns comes from here."""
    battery = prop.part('battery', (0, 0.08, GROUND + 0.37), TURN)
    battery.box((0.11, 0.17, 0.20), (0, 0, 0), '#33393d', 'gloss', 0.014, 1)
    battery.box((0.112, 0.172, 0.03), (0, 0, 0.03), '#f2c12e', 'gloss', 0)
    battery.rail([(0, -0.05, 0.095), (0, -0.05, 0.135), (0, 0.05, 0.135), (0, 0.05, 0.095)], 0.010, '#15181a', 'matte', 6, 0.02)

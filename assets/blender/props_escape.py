"""What hangs on walls and ceilings on the way out of a fire: lit exit sign, lift button, alarms, sprinkler."""
import math
from part import TAU
from prop_kit import SIGNS, Prop


def escape_props():
    _exit_sign_lit()
    _lift_button()
    _smoke_alarm()
    _heat_alarm()
    _sprinkler()


def _mirrored(uv):
    return uv[2], uv[1], uv[0], uv[3]


def _exit_sign_lit():
    """Lit exit sign 0.42 x 0.17 m; show arrow-left, arrow-right or neither. Left and right as the reader sees them."""
    prop = Prop('exit-sign-lit')
    body = prop.part('body')
    body.box((0.42, 0.036, 0.17), (0, 0.012, 0), '#d9dcdd', 'gloss', 0.006, 1)
    body.quad(0.404, 0.154, (0, -0.0072, 0), mat='backdrop', uv=SIGNS['exitlit'])
    for word, x in (('left', -0.1645), ('right', 0.1645)):
        arrow = prop.part('arrow-' + word, (x, -0.0082, 0))
        arrow.quad(0.062, 0.092, (0, 0, 0), mat='backdrop', uv=SIGNS['arrow'] if word == 'right' else _mirrored(SIGNS['arrow']))
    prop.close()


def _lift_button():
    """Plate with two buttons and the notice not to use the lift in a fire; lamp: ring round the lower one, lit once pressed."""
    prop = Prop('lift-button')
    body = prop.part('body')
    body.box((0.10, 0.014, 0.18), (0, 0.018, 0), '#c3c8ca', 'metal', 0.004, 1, cull='B')
    body.quad(0.086, 0.072, (0, 0.0103, 0.045), uv=SIGNS['liftplate'])
    for z in (-0.012, -0.058):
        body.cyl(0.0165, 0.010, (0, 0.010, z), '#eef0f0', 'gloss', 0.002, 14, rot=(90, 0, 0), seg=1)
    for z, way in ((-0.012, 1), (-0.058, -1)):
        body.mesh([(-0.007, 0.0045, z - way * 0.005), (0.007, 0.0045, z - way * 0.005), (0, 0.0045, z + way * 0.007), (0, 0.006, z)], [(0, 1, 2), (0, 1, 3), (1, 2, 3), (0, 2, 3)], '#3a4247', 'matte')
    lamp = prop.part('lamp', (0, 0.0095, -0.058))
    lamp.tube([(0.0185 * math.cos(TAU * i / 12), 0, 0.0185 * math.sin(TAU * i / 12)) for i in range(12)], 0.0026, '#ff8a2e', 'emit', 4, 1, closed=True)
    prop.close()


def _ceiling_base(name, radius, height):
    """Round housing hung under the ceiling; origin in its middle."""
    prop = Prop(name)
    body = prop.part('body')
    half = height / 2
    body.lathe([(0, -half), (radius * 0.55, -half), (radius * 0.92, -half * 0.3), (radius, half * 0.3), (radius, half)], (0, 0, 0), '#f2f1ec', 'gloss', 18)
    return prop, body


def _smoke_alarm():
    """Photoelectric alarm 0.12 m across; lamp shows when it sounds."""
    prop, body = _ceiling_base('smoke-alarm', 0.058, 0.044)
    for i in range(12):
        a = TAU * i / 12
        body.box((0.018, 0.004, 0.010), (0.0545 * math.cos(a), 0.0545 * math.sin(a), -0.0035), '#3a4044', 'matte', 0, rot=(0, 0, math.degrees(a) + 90), cull='UD')
    lamp = prop.part('lamp', (0.022, 0, -0.0225))
    lamp.cyl(0.0055, 0.005, (0, 0, 0), '#ff3d2e', 'emit', 0, 8, cull='U')
    prop.close()


def _heat_alarm():
    """Heat detector: a disc in a cage below its base; lamp shows when it has acted."""
    prop, body = _ceiling_base('heat-alarm', 0.052, 0.030)
    body.cyl(0.014, 0.012, (0, 0, -0.021), '#c9cdd0', 'metal', 0.002, 12, seg=1)
    for i in range(4):
        a = TAU * i / 4 + 0.4
        body.rail([(0.032 * math.cos(a), 0.032 * math.sin(a), -0.012), (0.026 * math.cos(a), 0.026 * math.sin(a), -0.033), (0, 0, -0.034)], 0.0028, '#f2f1ec', 'gloss', 4, 0.006)
    lamp = prop.part('lamp', (0.030, 0.018, -0.013))
    lamp.cyl(0.005, 0.005, (0, 0, 0), '#ff3d2e', 'emit', 0, 8, cull='U')
    prop.close()


def _sprinkler():
    """Pendent sprinkler; bulb: hidden once it has burst. Water leaves below the deflector."""
    prop = Prop('sprinkler')
    body = prop.part('body')
    body.lathe([(0, 0.018), (0.036, 0.018), (0.038, 0.024), (0.038, 0.03)], (0, 0, 0), '#e6e8e8', 'metal', 16)
    body.cyl(0.010, 0.020, (0, 0, 0.010), '#c8a45c', 'metal', 0, 10)
    for side in (-1, 1):
        body.rail([(side * 0.009, 0, 0.002), (side * 0.015, 0, -0.014), (side * 0.005, 0, -0.030)], 0.0028, '#c8a45c', 'metal', 5, 0.01)
    body.cyl(0.019, 0.002, (0, 0, -0.032), '#c8a45c', 'metal', 0, 12)
    for i in range(6):
        a = TAU * i / 6
        body.box((0.010, 0.006, 0.002), (0.022 * math.cos(a), 0.022 * math.sin(a), -0.032), '#c8a45c', 'metal', 0, rot=(0, 0, math.degrees(a)))
    bulb = prop.part('bulb', (0, 0, -0.013))
    bulb.cyl(0.0032, 0.026, (0, 0, 0), '#d8322a', 'gloss', 0.001, 8, seg=1)
    prop.close()

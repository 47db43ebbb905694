"""Portable extinguishers, 0.48 m tall, origin at the middle of the body: powder, water-based, wet chemical, CO2.

Parts: body, label, pin, lever, hose, nozzle, needle; markers gauge, date-plate, hose-start; rust and crack are overlays
for faulty ones. Lever and handle point right, the hose hangs on the left, label and gauge face the front.
"""
import math
import random
import bmesh
from mathutils import Matrix
from part import TAU
from prop_kit import SIGNS, Prop

RADIUS = 0.066
FOOT = -0.24
RED, BLACK = '#e2362a', '#26292b'
KINDS = {
    'abc': dict(label='ext_abc', band=None),
    'water': dict(label='ext_water', band='#1f7a4a'),
    'wet': dict(label='ext_wet', band='#e8dcae'),
}


def extinguishers():
    for kind, look in KINDS.items():
        _stored_pressure('extinguisher-' + kind, look['label'], look['band'])
    _carbon_dioxide()


def _valve(body, z, brass='#d9b24c'):
    body.cyl(0.023, 0.024, (0, 0, z), brass, 'metal', 0.004, 16)
    body.box((0.05, 0.034, 0.036), (0, 0, z + 0.026), '#303437', 'gloss', 0.008, 2)
    body.box((0.125, 0.022, 0.010), (0.068, 0, z + 0.012), BLACK, 'gloss', 0.004, 2, rot=(0, 12, 0))
    body.cyl(0.011, 0.03, (-0.034, 0, z + 0.024), brass, 'metal', 0.003, 12, rot=(0, 90, 0))


def _lever(prop, z):
    """Upper lever; pivot over the valve, pressed by turning its right end down."""
    lever = prop.part('lever', (-0.012, 0, z + 0.047))
    lever.box((0.155, 0.024, 0.010), (0.072, 0, 0.004), BLACK, 'gloss', 0.004, 2, rot=(0, -7, 0))
    lever.cyl(0.006, 0.036, (0, 0, 0), '#b9bdc0', 'metal', 0.001, 8, rot=(90, 0, 0))


def _pin(prop, z):
    """Pin through lever and handle, ring to the front, lead seal on a wire; pulled straight out to the front."""
    pin = prop.part('pin', (0.048, -0.016, z + 0.032))
    pin.tube([(0, 0.03, 0), (0, -0.012, 0)], 0.0028, '#d8dadb', 'metal', 6)
    pin.tube([(0.020 * math.sin(TAU * i / 8), -0.015, -0.020 + 0.020 * math.cos(TAU * i / 8)) for i in range(8)], 0.0031,
             '#f2c12e', 'gloss', 5, 2, closed=True)
    pin.tube([(0.003, -0.004, 0), (0.016, -0.002, -0.02)], 0.0012, '#c9c9c9', 'metal', 4)
    pin.cyl(0.0085, 0.005, (0.017, -0.004, -0.026), '#c8352c', 'gloss', 0.001, 10, rot=(90, 0, 0))


def _gauge(prop, body, z):
    """Dial tilted up to the eye; the needle turns about its own y axis (the dial's normal), 0 = middle of the green."""
    at, tilt = (0, -0.030, z + 0.040), -38
    body.cyl(0.024, 0.012, at, '#d9dbdc', 'metal', 0.003, 20, rot=(90 + tilt, 0, 0))
    a = math.radians(tilt)
    lift = 0.0068
    face = (at[0], at[1] - lift * math.cos(a), at[2] - lift * math.sin(a))
    body.disc(0.0215, face, (tilt, 0, 0), uv=SIGNS['gauge'])
    top = (face[0], face[1] - 0.0012 * math.cos(a), face[2] - 0.0012 * math.sin(a))
    needle = prop.part('needle', top, (tilt, 0, 0))
    needle.mesh([(-0.0016, 0, -0.004), (0.0016, 0, -0.004), (0, 0, 0.018), (-0.0016, -0.001, -0.004), (0.0016, -0.001, -0.004), (0, -0.001, 0.018)],
                [(0, 1, 2), (5, 4, 3), (0, 3, 4, 1), (1, 4, 5, 2), (2, 5, 3, 0)], '#1a1a1a', 'gloss')
    prop.marker('gauge', face, (tilt, 0, 0), radius_m=0.021)


def _hose(prop, z, length, radius=0.009):
    start, end = (-0.05, 0, z + 0.024), (-0.089, 0, z + 0.024 - length)
    hose = prop.part('hose')
    path = [start, (-0.082, 0, z + 0.014), (-0.094, 0, z - 0.05), (-0.091, 0, z - length * 0.6), end]
    hose.tube(path, radius, '#1f2224', 'matte', 8, 5)
    prop.marker('hose-start', start)
    return end


def _crack(prop, z, length):
    """Torn rubber: pale cord showing through splits in the hose."""
    crack = prop.part('crack', (-0.0925, 0, z - length * 0.45))
    for i, (turn, tall) in enumerate(((-1.9, 0.030), (-1.2, 0.022), (-2.6, 0.018), (2.4, 0.024))):
        x, y = 0.0094 * math.cos(turn), 0.0094 * math.sin(turn)
        crack.box((0.006, 0.006, tall), (x, y, 0.016 - i * 0.011), '#d8c49a', 'matte', 0.001, 1, rot=(0, 18 - 12 * i, math.degrees(turn)))
    crack.lathe([(0.0094, -0.012), (0.0125, -0.004), (0.0094, 0.004)], (0, 0, -0.028), '#3a3632', 'matte', 10)


def _rust(prop, top):
    """Corrosion over more than a third of the body, heaviest at foot and seam."""
    rust = prop.part('rust')
    rng = random.Random(7)
    for i in range(26):
        low = i < 14
        turn = -1.57 + 3.6 * (rng.random() - 0.5) if not low else -2.8 + i * 0.42
        wide, tall = 0.35 + 0.6 * rng.random(), 0.03 + 0.055 * rng.random()
        z = FOOT + 0.02 + 0.03 * rng.random() if low else FOOT + 0.06 + (top - FOOT - 0.1) * rng.random()
        _patch(rust, turn, wide, z, tall, rng)
    rust.lathe([(RADIUS + 0.0012, FOOT + 0.004), (RADIUS + 0.0022, FOOT + 0.012), (RADIUS + 0.0012, FOOT + 0.022)], (0, 0, 0), '#6b3a1c', 'matte', 20)


def _patch(part, turn, wide, z, tall, rng):
    b = bmesh.new()

    def on_body(share, a, ragged, lift):
        angle = turn + wide * 0.5 * share * ragged * math.cos(a)
        return b.verts.new((RADIUS * lift * math.cos(angle), RADIUS * lift * math.sin(angle), z + tall * share * ragged * math.sin(a)))
    centre = on_body(0, 0, 0, 1.020)
    edge = [0.65 + 0.45 * rng.random() for _ in range(10)]
    inner, outer = ([on_body(share, TAU * k / 10, r, lift) for k, r in enumerate(edge)] for share, lift in ((0.5, 1.022), (1, 1.014)))
    for k in range(10):
        n = (k + 1) % 10
        b.faces.new((centre, inner[k], inner[n]))
        b.faces.new((inner[k], outer[k], outer[n], inner[n]))
    part.add(b, Matrix(), rng.choice(['#8a4a1e', '#a5602c', '#6e3a18', '#b87440']), 'matte')


def _stored_pressure(name, label, band):
    prop = Prop(name)
    top = 0.17
    body = prop.part('body')
    body.lathe([(0, FOOT + 0.008), (RADIUS - 0.012, FOOT + 0.006), (RADIUS - 0.004, FOOT), (RADIUS, FOOT + 0.008), (RADIUS, 0.09), (RADIUS - 0.004, 0.115),
                (RADIUS - 0.022, 0.148), (0.030, 0.163), (0.022, 0.168), (0.022, top)], (0, 0, 0), RED, 'gloss', 24)
    body.lathe([(RADIUS + 0.001, FOOT + 0.035), (RADIUS + 0.003, FOOT + 0.037), (RADIUS + 0.003, FOOT + 0.05), (RADIUS + 0.001, FOOT + 0.052)],
               (0, 0, 0), '#2a2c2e', 'gloss', 24)
    if band:
        body.lathe([(RADIUS + 0.0008, 0.072), (RADIUS + 0.0008, 0.092)], (0, 0, 0), band, 'gloss', 24)
    _valve(body, top)
    _lever(prop, top)
    _pin(prop, top)
    _gauge(prop, body, top)
    end = _hose(prop, top, 0.27)
    nozzle = prop.part('nozzle', end, (90, 0, 0))
    nozzle.lathe([(0, 0), (0.011, 0), (0.014, 0.03), (0.012, 0.06), (0.017, 0.10), (0.013, 0.10), (0.008, 0.07), (0, 0.07)], (0, 0, 0), '#1f2224', 'matte', 12, rot=(90, 0, 0))
    prop.part('label').curved_label(RADIUS + 0.0012, -0.105, 0.055, 0.98, SIGNS[label], n=12)
    prop.marker('date-plate', (0, -RADIUS - 0.002, -0.150), width_m=0.085, height_m=0.032)
    _crack(prop, top, 0.27)
    _rust(prop, 0.09)
    prop.close()


def _carbon_dioxide():
    """No gauge: a CO2 bottle is judged by weight. Its horn swings on a short pipe."""
    prop = Prop('extinguisher-co2')
    top, radius = 0.15, 0.068
    body = prop.part('body')
    body.lathe([(0, FOOT + 0.006), (radius - 0.01, FOOT + 0.004), (radius, FOOT + 0.014), (radius, 0.055), (radius - 0.006, 0.085), (radius - 0.026, 0.125),
                (0.032, 0.142), (0.024, top)], (0, 0, 0), RED, 'gloss', 24)
    body.lathe([(radius + 0.0008, 0.035), (radius + 0.0008, 0.055)], (0, 0, 0), '#1d1f21', 'gloss', 24)
    _valve(body, top + 0.012, '#c9a24a')
    _lever(prop, top + 0.012)
    _pin(prop, top + 0.012)
    end = _hose(prop, top + 0.012, 0.13, 0.008)
    nozzle = prop.part('nozzle', end, (90, 0, 0))
    nozzle.lathe([(0, 0), (0.013, 0), (0.013, 0.05), (0.020, 0.07), (0.036, 0.20), (0.039, 0.215), (0.034, 0.212), (0.016, 0.08), (0, 0.07)], (0, 0, 0),
                 '#1f2224', 'matte', 16, rot=(90, 0, 0))
    prop.part('label').curved_label(radius + 0.0012, -0.125, 0.03, 0.96, SIGNS['ext_co2'], n=12)
    prop.marker('date-plate', (0, -radius - 0.002, -0.165), width_m=0.085, height_m=0.032)
    prop.marker('gauge', (0, -0.03, top + 0.05), radius_m=0.0)
    _crack(prop, top + 0.012, 0.13)
    _rust(prop, 0.05)
    prop.close()

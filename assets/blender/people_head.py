"""Heads, hair, hands and shoes: rigid pieces that follow one bone each."""
import math
import bmesh
from mathutils import Matrix, Vector
from people_body import J

HEAD_MIDDLE, HEAD_RADII, HEAD_POWER = Vector((0, -0.012, 1.585)), (0.103, 0.112, 0.130), 2.25
#: heads grow or shrink about the top of the neck
HEAD_PIVOT_m = 1.45


def ball(part, radii, at, color, n=4, power=2, rot=(0, 0, 0)):
    part.pillow([r * 2 for r in radii], at, color, 'matte', rot, n=n, power=power)


def on_face(x, z, out=0.0):
    """The point of the head's front above (x, z), `out` metres before the skin."""
    dx, dz = abs(x - HEAD_MIDDLE.x) / HEAD_RADII[0], abs(z - HEAD_MIDDLE.z) / HEAD_RADII[2]
    left = max(0.0, 1 - dx ** HEAD_POWER - dz ** HEAD_POWER)
    return Vector((x, HEAD_MIDDLE.y - HEAD_RADII[1] * left ** (1 / HEAD_POWER) - out, z))


def patch(part, x, z, across, up, color, n=8, out=0.0025, turn=0.0, bend=0.0):
    """A flat round mark that follows the curve of the face. bend: lifts its ends, so that a mouth smiles."""
    b = bmesh.new()
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))

    def at(u, v):
        v += bend * (u / across) ** 2 if across else 0
        return on_face(x + u * c - v * s, z + u * s + v * c, out)
    middle = b.verts.new(at(0, 0))
    rim = [b.verts.new(at(across * math.cos(math.tau * i / n), up * math.sin(math.tau * i / n))) for i in range(n)]
    for i in range(n):
        b.faces.new((middle, rim[i], rim[(i + 1) % n]))
    part.add(b, Matrix(), color, 'matte')


def draw_head(part, look):
    near = look['detail'] == 'near'
    skin = look['skin']
    ball(part, HEAD_RADII, HEAD_MIDDLE, skin, 6 if near else 5, HEAD_POWER)
    for x in (-1, 1):
        ball(part, (0.022, 0.02, 0.032), (0.104 * x, 0, 1.575), skin, 2 if near else 1)
        patch(part, 0.042 * x, 1.596, 0.0125, 0.0175, '#22201f', 10 if near else 7)
        patch(part, 0.042 * x - 0.004, 1.603, 0.004, 0.0045, '#ffffff', 5, 0.0045)
        patch(part, 0.043 * x, 1.631, 0.021, 0.0042, look['brow'] or look['hair'], 6, turn=-5 * x, bend=-0.006)
        patch(part, 0.060 * x, 1.556, 0.020, 0.0125, '#eaa98a', 9 if near else 7, 0.0015)
        if look['lips']:
            patch(part, 0.045 * x, 1.612, 0.0165, 0.0030, '#22201f', 5, 0.0035, turn=-8 * x, bend=-0.004)
    ball(part, (0.013, 0.017, 0.016), (0, -0.126, 1.568), skin, 2 if near else 1)
    patch(part, 0, 1.522, 0.023, 0.0055, look['lips'] or '#b5604f', 10 if near else 8, bend=0.006)
    if look['glasses']:
        draw_glasses(part, look['glasses'], 10 if near else 7)


def draw_glasses(part, color, n):
    for x in (-1, 1):
        part.tube([(x * 0.043 + 0.030 * math.cos(a), -0.130 + 0.10 * abs(math.cos(a) + x * 0.2) * 0.04, 1.596 + 0.026 * math.sin(a)) for a in [math.tau * i / n for i in range(n)]],
                  0.0028, color, 'matte', 3, 1, closed=True)
        part.tube([(x * 0.073, -0.127, 1.60), (x * 0.108, -0.01, 1.592)], 0.0026, color, 'matte', 3)
    part.tube([(-0.013, -0.131, 1.60), (0.013, -0.131, 1.60)], 0.0028, color, 'matte', 3)


#: of each style, as shares of the head's half height: how low hair falls before the ears and at the back of the head
STYLES = {'short': (-0.02, -0.50), 'parted': (-0.10, -0.50), 'perm': (-0.35, -0.60), 'bun': (-0.30, -0.60), 'bun-low': (-0.30, -0.65), 'long': (-0.62, -0.90), 'bob': (-0.74, -0.74),
          'tails': (-0.30, -0.60)}


def cap(part, look, stretch=(0.115, 0.123, 0.138)):
    """The shell of hair: open at the face, its rim turned in to the head."""
    near, (sides, back) = look['detail'] == 'near', STYLES[look['style']]
    b = bmesh.new()
    bmesh.ops.create_uvsphere(b, u_segments=18 if near else 12, v_segments=11 if near else 8, radius=1)
    fringe = 0.38 if look['style'] in ('parted', 'bun', 'bun-low') else 0.30

    def bare(c):
        if c.y < (-0.42 if look['style'] in ('bob', 'long') else -0.15):
            return c.z < fringe
        return c.z < (sides if c.y < 0.22 else back)
    bmesh.ops.delete(b, geom=[f for f in b.faces if bare(f.calc_center_median())], context='FACES')
    rim = [e for e in b.edges if e.is_boundary]
    grown = bmesh.ops.extrude_edge_only(b, edges=rim)
    for vert in [v for v in grown['geom'] if isinstance(v, bmesh.types.BMVert)]:
        vert.co *= 0.84
    for vert in b.verts:
        vert.co = Vector((vert.co.x * stretch[0], vert.co.y * stretch[1], vert.co.z * stretch[2])) + Vector((0, 0.004, 1.598))
    bmesh.ops.recalc_face_normals(b, faces=b.faces)
    part.add(b, Matrix(), look['hair'], 'matte')


def draw_hair(part, look):
    style, hair = look['style'], look['hair']
    if any(w.startswith('helmet') for w in look['wear']):
        part.lathe([(0.100, 1.575), (0.112, 1.60), (0.114, 1.64)], (0, 0.012, 0), hair, 'matte', 10, arc=math.pi)
        return
    n = 4 if look['detail'] == 'near' else 3
    cap(part, look, (0.122, 0.130, 0.144) if style in ('perm', 'bob') else (0.115, 0.123, 0.138))
    if style in ('short', 'long', 'tails', 'bob'):
        ball(part, (0.088, 0.05, 0.034), (0.015, -0.083, 1.697), hair, n - 1, rot=(20, 8, 0))
    if style == 'parted':
        ball(part, (0.080, 0.055, 0.036), (-0.025, -0.070, 1.704), hair, n - 1, rot=(18, -14, 0))
        ball(part, (0.038, 0.045, 0.030), (0.066, -0.062, 1.694), hair, 2, rot=(18, 24, 0))
    if style == 'perm':
        for i in range(6):
            a = math.pi * (0.02 + 0.96 * i / 5)
            ball(part, (0.040, 0.040, 0.036), (0.104 * math.cos(a), 0.004 - 0.088 * math.sin(a) * 0.9, 1.672 + 0.030 * math.sin(a)), hair, 2)
    if style == 'bun':
        ball(part, (0.055, 0.055, 0.055), (0, 0.105, 1.70), hair, n)
    if style == 'bun-low':
        ball(part, (0.050, 0.046, 0.048), (0, 0.128, 1.60), hair, n)
        ball(part, (0.085, 0.045, 0.030), (0.02, -0.076, 1.700), hair, 2, rot=(18, 10, 0))
    if style == 'long':
        ball(part, (0.10, 0.05, 0.13), (0, 0.085, 1.50), hair, n - 1, 2.6)
    if style == 'tails':
        for x in (-1, 1):
            ball(part, (0.030, 0.034, 0.085), (0.132 * x, 0.060, 1.545), hair, 2, 2.4, rot=(-8, -14 * x, 0))
            ball(part, (0.018, 0.018, 0.014), (0.116 * x, 0.050, 1.618), '#d8322a', 1)


def draw_hand(part, side, x, look):
    wrist, hand = J['wri' + side], J['hnd' + side]
    color = next((w.split(':')[1] for w in look['wear'] if w.startswith('gloves')), look['skin'])
    along = (hand - wrist).normalized()
    tilt = math.degrees(math.atan2(along.z, abs(along.x)))
    n = 3 if look['detail'] == 'near' else 2
    ball(part, (0.060, 0.026, 0.040), wrist + along * 0.052, color, n, 2.6, (0, -tilt * x, 0))
    ball(part, (0.030, 0.014, 0.015), wrist + along * 0.036 + Vector((-0.012 * x, -0.034, -0.004)), color, 1, 2, (0, -tilt * x, 50 * x))


def draw_shoe(part, x, look):
    near = look['detail'] == 'near'
    part.box((0.098, 0.255, 0.075), (0.103 * x, -0.045, 0.05), look['shoe'], 'matte', 0.030, 1, cull='D')
    part.box((0.100, 0.257, 0.020), (0.103 * x, -0.045, 0.011), look['sole'], 'matte', 0.008 if near else 0, 1)


def draw_boot(part, x, color):
    """Shaft of a boot over the trouser leg; follows the lower leg."""
    part.lathe([(0.060, 0.07), (0.074, 0.12), (0.079, 0.275), (0.070, 0.285)], (0.102 * x, 0.008, 0), color, 'matte', 9)

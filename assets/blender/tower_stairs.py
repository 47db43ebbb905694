"""One of the tower's two stairs (the other is its mirror image): landings, flights with rails, fire doors, signs, lamps; y -6 .. +6."""
import bmesh
from houses import gap, lamp, plate, pt, slab, wall
from part import Part

CREAM, GREEN, STEP, NOSE, RAIL = '#f5f2e8', '#bcd4c0', '#d2cdc2', '#d0a83c', '#6f4a2f'
Z0, Z_NEAR, Z_FAR, Z1 = 5.8, 7.2, 9.6, 10.8
RISERS, TREAD_m = 10, 0.24


def flight(xs, y, up):
    """Ten risers of 15 cm between z 7.2 and 9.6; up: rises away from the landing (else falls). Treads lie about the walked slope."""
    x0, x1 = xs
    near, far = Z_NEAR + TREAD_m / 2, Z_FAR - TREAD_m / 2
    rise = 1.5 / RISERS * (1 if up else -1)
    part = Part('flight')
    verts, unrolled, noses, nose_uv, along = [], [], [], [], 0.0
    wide = x1 - x0
    for i in range(RISERS):
        z = near + TREAD_m * i
        low, high = y + rise * i, y + rise * (i + 1)
        riser = [(x0, low, z), (x1, low, z), (x1, high, z), (x0, high, z)]
        # the landings' own edges are the riser where a flight meets them from below
        faces = [] if i == (RISERS - 1 if up else 0) else [(riser, 0.15)]
        if i < RISERS - 1:
            faces.append(([(x0, high, z), (x1, high, z), (x1, high, z + TREAD_m), (x0, high, z + TREAD_m)], TREAD_m))
            edge = (z, z + 0.045) if up else (z + TREAD_m - 0.045, z + TREAD_m)
            noses.append([(x0, high + 0.003, edge[0]), (x1, high + 0.003, edge[0]), (x1, high + 0.003, edge[1]), (x0, high + 0.003, edge[1])])
            nose_uv.append([(0, i * 0.05), (wide, i * 0.05), (wide, i * 0.05 + 0.045), (0, i * 0.05 + 0.045)])
        for corners, long in faces:
            verts.append(corners)
            unrolled.append([(0, along), (wide, along), (wide, along + long), (0, along + long)])
            along += long
    _faces(part, verts, unrolled, STEP, up)
    _faces(part, noses, nose_uv, NOSE)
    # underside and the side along the well
    thick = 0.16
    a, b = y - thick, y + rise * RISERS - thick
    _faces(part, [[(x0, a, Z_NEAR), (x1, a, Z_NEAR), (x1, b, Z_FAR), (x0, b, Z_FAR)]], [[(0, 0), (wide, 0), (wide, 2.83), (0, 2.83)]], '#e6e2d8', down=True)
    inner = x1 if abs(x1) < abs(x0) else x0
    if abs(abs(inner) - 5.4) < 0.01:
        inner = x0 if inner == x1 else x1
    outline = [(Z_NEAR, y)]
    for i in range(RISERS):
        z = near + TREAD_m * i
        outline += [(z, y + rise * i), (z, y + rise * (i + 1))]
    outline += [(Z_FAR, y + rise * RISERS), (Z_FAR, b), (Z_NEAR, a)]
    side = bmesh.new()
    side.faces.new([side.verts.new(pt(inner, yy, zz)) for zz, yy in outline])
    side.normal_update()
    well = 1 if (x0 + x1) / 2 < inner else -1
    if side.faces[:][0].normal.x * well < 0:
        bmesh.ops.reverse_faces(side, faces=side.faces[:])
    part.add(side, part.matrix.Identity(4), '#e6e2d8', 'matte')
    part.done(smooth_deg=10)
    return inner


def _faces(part, quads, unrolled, color, rising=False, down=False):
    """Loose quads in app points as one chart; treads are turned up, risers towards the flight's foot, undersides down."""
    b = bmesh.new()
    laid = []
    for corners, flat in zip(quads, unrolled):
        face = b.faces.new([b.verts.new(pt(*c)) for c in corners])
        face.normal_update()
        n = face.normal
        # the app's -z is Blender's +y
        wanted = (n.y if rising else -n.y) if abs(n.z) < 0.3 else (-n.z if down else n.z)
        if wanted < 0:
            face.normal_flip()
        own = {tuple(round(c, 4) for c in pt(*corner)): uv for corner, uv in zip(corners, flat)}
        laid.append([own[tuple(round(c, 4) for c in loop.vert.co)] for loop in face.loops])
    part.add(b, part.matrix.Identity(4), color, 'matte', unrolled=laid)


def landing(x0, x1, z0, z1, y):
    part = Part('landing', pt((x0 + x1) / 2, y - 0.08, (z0 + z1) / 2))
    part.box((x1 - x0, z1 - z0, 0.16), (0, 0, 0), '#d6d1c5', 'matte', 0, cull='LR')
    part.done(smooth_deg=10)


def rail(x, y0, y1):
    part = Part('rail', detail=0.5)
    for tall, thick, color in ((0.92, 0.024, RAIL), (0.62, 0.011, '#5f6f74'), (0.34, 0.011, '#5f6f74')):
        part.tube([pt(x, y0 + tall, Z_NEAR + 0.05), pt(x, y1 + tall, Z_FAR - 0.05)], thick, color, 'matte', 6)
    count = 5
    for i in range(count):
        t = i / (count - 1)
        z = Z_NEAR + 0.05 + (Z_FAR - Z_NEAR - 0.1) * t
        y = y0 + (y1 - y0) * t
        part.box((0.03, 0.03, 0.98), pt(x, y + 0.43, z), '#5f6f74', 'matte', 0, cull='DU')
    part.done()


def shut_fire_door(x, y, z, facing='s'):
    """A stair's fire door that is never opened in a drill, 1.00 x 2.10 m, in its frame."""
    turn = 0 if facing == 's' else 180
    part = Part('fire_door', pt(x, y, z), (0, 0, turn), detail=0.8)
    for side in (-1, 1):
        part.box((0.06, 0.06, 2.1), (side * 0.53, -0.02, 1.05), '#7d8587', 'matte', 0.005, 1, cull='DUB')
    part.box((1.12, 0.06, 0.06), (0, -0.02, 2.13), '#7d8587', 'matte', 0.005, 1, cull='B')
    part.box((1.0, 0.03, 2.1), (0, -0.012, 1.05), '#a9aeb0', 'matte', 0, cull='DULRB')
    part.box((0.2, 0.01, 0.56), (-0.2, -0.03, 1.5), '#3a474c', 'matte', 0.003, 1, cull='B')
    part.box((0.04, 0.014, 0.2), (0.43, -0.032, 1.02), '#c9ced0', 'matte', 0, cull='B')
    part.rail([(0.43, -0.03, 1.04), (0.43, -0.08, 1.04), (0.32, -0.08, 1.04)], 0.011, '#c9ced0', 'matte', 6, 0.02)
    part.box((0.22, 0.05, 0.06), (-0.3, -0.05, 2.02), '#8d9699', 'matte', 0, cull='B')
    part.done()


def bulkhead(x, y, z, turn):
    part = Part('bulkhead', pt(x, y, z), (0, 0, turn), detail=0.8)
    part.cyl(0.16, 0.06, (0, -0.03, 0), '#e6ebec', 'matte', 0, 16, rot=(90, 0, 0), cull='D')
    part.cyl(0.13, 0.03, (0, -0.07, 0), '#f2f9ff', 'emit', 0.012, 16, rot=(90, 0, 0), cull='D', seg=1)
    part.done()


def twin_light(part, x, y, z, facing):
    """Emergency luminaire with two heads over the door."""
    way = -1 if facing == 'n' else 1
    part.box((0.28, 0.05, 0.12), pt(x, y, z + way * 0.025), '#f0f2ee', 'matte', 0.006, 1)
    for s in (-1, 1):
        part.cyl(0.05, 0.06, pt(x + s * 0.1, y + 0.1, z + way * 0.03), '#f0f2ee', 'matte', 0, 12, rot=(90, 0, 0))
        part.cyl(0.04, 0.008, pt(x + s * 0.1, y + 0.1, z + way * 0.064), '#f4fbff', 'emit', 0, 12, rot=(90, 0, 0))
    part.box((0.03, 0.004, 0.01), pt(x + 0.1, y - 0.03, z + way * 0.052), '#4fd08a', 'emit', 0)


def shaft(name, way, signs):
    """way: -1 for stair A in the west, +1 for B in the east."""
    outer, inner = way * 8.0, way * 5.4
    x0, x1 = min(outer, inner), max(outer, inner)
    door_x = way * 6.7
    outer_flight = sorted((way * 8.0, way * 6.8))
    inner_flight = sorted((way * 6.6, way * 5.4))
    plain = lambda low, high: [(low, high, CREAM, 'matte')]
    dado = lambda y: [(y, y + 1.1, GREEN, 'matte'), (y + 1.1, y + 3, CREAM, 'matte')]
    for y in (-6, -3, 0, 3):
        holes = [gap(door_x, 1.0, 2.1, y)] if y in (-6, 0) else []
        wall((x0, Z0), (x1, Z0), dado(y), holes, 0.1, None)
        wall((x1, Z0), (x1, Z1), plain(y, y + 3), detail=None)
        wall((x0, Z1), (x0, Z0), plain(y, y + 3), detail=None)
        low = y - 1.5 if y > -6 else -6
        wall((x1, Z1), (x0, Z1), dado(low) if y > -6 else plain(-6, -4.5), detail=None)
    wall((x1, Z1), (x0, Z1), [(4.5, 5.6, GREEN, 'matte'), (5.6, 6, CREAM, 'matte')], detail=None)
    slab((x0, Z0), (x1, Z1), 6, '#f4f2ea', up=False, detail=None, name='ceiling')
    slab((x0, Z0), (x1, Z1), -6, '#c9c4b8', detail=None)
    for y in (-3, 0, 3):
        landing(x0, x1, Z0, Z_NEAR + TREAD_m / 2, y)
    for y in (-4.5, -1.5, 1.5, 4.5):
        landing(x0, x1, Z_FAR - TREAD_m / 2, Z1, y)
    for y in (-6, -3, 0, 3):
        edge = flight(outer_flight, y, True)
        rail(edge - way * 0.03, y, y + 1.5)
    for y in (-3, 0, 3, 6):
        edge = flight(inner_flight, y, False)
        rail(edge + way * 0.03, y, y - 1.5)
    dado_strips(way)
    # the space under the lowest flight is walled off
    part = Part('understairs')
    well = way * 6.62
    a, b = sorted((way * 5.4, well))
    for piece, outwards in (([(a, -6, 7.4), (b, -6, 7.4), (b, -3.3, 7.4), (a, -3.3, 7.4)], (0, 1, 0)),
                            ([(well, -6, 7.4), (well, -6, 10.8), (well, -4.6, 10.8), (well, -4.6, 9.48), (well, -3.3, 7.4)], (way, 0, 0))):
        mesh = bmesh.new()
        face = mesh.faces.new([mesh.verts.new(pt(*c)) for c in piece])
        face.normal_update()
        if sum(n * o for n, o in zip(face.normal, outwards)) < 0:
            face.normal_flip()
        part.add(mesh, part.matrix.Identity(4), CREAM, 'matte')
    part.done(smooth_deg=10)
    furnish(way, door_x, x0, x1, signs)


def dado_strips(way):
    """Green paint that follows the flights along both walls."""
    for x, rising in ((way * 8.0, True), (way * 5.4, False)):
        face = x - way * 0.004 if rising else x + way * 0.004
        part = Part('dado')
        for y in ((-6, -3, 0, 3) if rising else (-3, 0, 3, 6)):
            end = y + (1.5 if rising else -1.5)
            corners = [(face, y - 0.2, Z_NEAR), (face, end - 0.2, Z_FAR), (face, end + 1.1, Z_FAR), (face, y + 1.1, Z_NEAR)]
            pieces = [corners, [(face, y, Z0), (face, y, Z_NEAR), (face, y + 1.1, Z_NEAR), (face, y + 1.1, Z0)],
                      [(face, end, Z_FAR), (face, end, Z1), (face, end + 1.1, Z1), (face, end + 1.1, Z_FAR)]]
            if y == 6:
                pieces = pieces[:1] + pieces[2:]
            for piece in pieces:
                b = bmesh.new()
                f = b.faces.new([b.verts.new(pt(*c)) for c in piece])
                f.normal_update()
                if f.normal.x * (-way if rising else way) < 0:
                    f.normal_flip()
                part.add(b, part.matrix.Identity(4), GREEN, 'matte')
        part.done(smooth_deg=10)


def furnish(way, door_x, x0, x1, signs):
    stair = signs['stair_a' if way < 0 else 'stair_b']
    for y in (-3, 3):
        shut_fire_door(door_x, y, Z0, 's')
    part = Part('stair_signs')
    for y in (-6, -3, 0, 3):
        plate(part, 0.34, 0.17, (x0 + 0.006 if way < 0 else x1 - 0.006, y + 1.75, 6.75), 'e' if way < 0 else 'w', stair)
        plate(part, 0.34, 0.155, (door_x + way * 0.85, y + 1.72, 5.803), 's', signs['fire_door'])
        twin_light(part, door_x, y + 2.34, Z0, 's')
    for y in (-6, 0):
        plate(part, 0.46, 0.332, (door_x - way * 0.92, y + 1.55, 5.803), 's', signs['plan'])
    plate(part, 0.3, 0.407, (door_x - way * 0.92, -1.45, 5.803), 's', signs['notice'])
    plate(part, 0.34, 0.46, (door_x, 3 - 0.05, 10.796), 'n', signs['notice'])
    plate(part, 0.34, 0.46, (door_x, -1.5 + 1.5, 10.796), 'n', signs['no_bikes'])
    part.done()
    for y in (-6, -3, 0, 3):
        bulkhead(x0 if way < 0 else x1, y + 2.35, 6.5, 90 if way < 0 else -90)
        bulkhead(door_x, y - 1.5 + 2.35 if y > -6 else 4.5 + 1.2, Z1, 180)


def lamps(name, way, plates):
    cool = (0.86, 0.95, 1)
    for y in (-6, -3, 0, 3):
        lamp([name, *plates], 'AREA', (way * 7.85, y + 2.35, 6.5), 24, cool, (0, 70 * way, 0), shape='DISK', size=0.3)
    for y in (-4.5, -1.5, 1.5, 4.5):
        lamp([name, *plates], 'AREA', (way * 6.7, y + (2.35 if y < 4 else 1.2), 10.65), 24, cool, (70, 0, 0), shape='DISK', size=0.3)

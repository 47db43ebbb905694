"""Shells of rooms: walls with openings, floor and ceiling, skirting, window, door frame, and the stairwell outside."""
import math
import bmesh
from materials import mix_hex
from part import Part

WALL_THICK_m = 0.14
FACING = {'back': 0, 'right': -90, 'front': 180, 'left': 90}


def wall_frame(side, width, depth):
    """Placement of a wall seen from inside: its local x runs left to right, its outside is +y. -> (at, rot, length)"""
    at = {'back': (-width / 2, depth / 2, 0), 'right': (width / 2, depth / 2, 0),
          'front': (width / 2, -depth / 2, 0), 'left': (-width / 2, -depth / 2, 0)}[side]
    return at, (0, 0, FACING[side]), width if side in ('back', 'front') else depth


def wall(name, side, width, depth, height, color, holes=(), low=0.0, mat='matte', reveal=WALL_THICK_m, offset=0.0):
    """One-sided wall. holes: (x0, z0, x1, z1) in the wall's own frame; each gets four reveal faces."""
    at, rot, length = wall_frame(side, width, depth)
    xs = sorted({0.0, length, *[h[0] for h in holes], *[h[2] for h in holes]})
    zs = sorted({low, height, *[max(low, h[1]) for h in holes], *[min(height, h[3]) for h in holes]})
    b = bmesh.new()
    grid = {(x, z): b.verts.new((x, -offset, z)) for x in xs for z in zs}
    for x0, x1 in zip(xs, xs[1:]):
        for z0, z1 in zip(zs, zs[1:]):
            middle = ((x0 + x1) / 2, (z0 + z1) / 2)
            if any(h[0] < middle[0] < h[2] and h[1] < middle[1] < h[3] for h in holes):
                continue
            b.faces.new([grid[(x0, z0)], grid[(x1, z0)], grid[(x1, z1)], grid[(x0, z1)]])
    part = Part(name, at, rot)
    part.add(b, part.matrix.Identity(4), color, mat)
    for x0, z0, x1, z1 in holes:
        if reveal:
            _reveal(part, (x0, max(low, z0), x1, min(height, z1)), reveal, color, z0 > low + 0.01)
    return part.done(smooth_deg=10)


def _reveal(part, hole, depth, color, sill):
    x0, z0, x1, z1 = hole
    sides = [[(x0, 0, z0), (x0, 0, z1), (x0, depth, z1), (x0, depth, z0)],
             [(x1, 0, z0), (x1, depth, z0), (x1, depth, z1), (x1, 0, z1)],
             [(x0, 0, z1), (x1, 0, z1), (x1, depth, z1), (x0, depth, z1)]]
    if sill:
        sides.append([(x0, 0, z0), (x0, depth, z0), (x1, depth, z0), (x1, 0, z0)])
    for corners in sides:
        b = bmesh.new()
        b.faces.new([b.verts.new(c) for c in reversed(corners)])
        part.add(b, part.matrix.Identity(4), color, 'matte')


def floor_and_ceiling(width, depth, height, ceiling='#f8f4ea'):
    Part('floor').box((width, depth, 0.1), (0, 0, -0.05), '#ffffff', 'floor', 0, cull='DLRFB').done()
    Part('ceiling').box((width, depth, 0.1), (0, 0, height + 0.05), ceiling, 'matte', 0, cull='ULRFB').done()


def skirting(side, width, depth, gaps=(), color='#fbf6ec', tall=0.09):
    """Skirting board along a wall, left out between each (x0, x1) of gaps."""
    at, rot, length = wall_frame(side, width, depth)
    part = Part('skirting', at, rot)
    start = 0.0
    for x0, x1 in sorted(gaps) + [(length, length)]:
        if x0 - start > 0.05:
            part.box((x0 - start, 0.02, tall), ((start + x0) / 2, -0.009, tall / 2), color, 'gloss', 0.006, 1, cull='DB')
        start = x1
    return part.done()


def cornice(width, depth, height, color='#fbf8f0'):
    """Moulding under the ceiling. It reaches above the ceiling, so that its rounded top edge leaves no dark slit."""
    part = Part('cornice')
    for side in ('back', 'front'):
        y = (depth / 2 - 0.028) * (1 if side == 'back' else -1)
        part.box((width + 0.01, 0.058, 0.11), (0, y, height - 0.014), color, 'matte', 0.02, 2,
                 cull='U' + ('B' if side == 'back' else 'F'))
    for side in ('left', 'right'):
        x = (width / 2 - 0.028) * (1 if side == 'right' else -1)
        part.box((0.058, depth + 0.01, 0.11), (x, 0, height - 0.014), color, 'matte', 0.02, 2,
                 cull='U' + ('R' if side == 'right' else 'L'))
    return part.done()


def window(at, width, height, rot=0, sill=True, color='#fbf8f0'):
    """Two-leaf window; at: centre on the inside of the wall, its outside is local +y."""
    part = Part('window_frame', at, (0, 0, rot))
    y = 0.07
    for side in (-1, 1):
        part.box((0.06, 0.07, height), (side * (width / 2 - 0.03), y, 0), color, 'gloss', 0.008, 2)
        # a little less deep than the uprights: two faces in one plane would bake black
        part.box((width - 0.02, 0.064, 0.06), (0, y, side * (height / 2 - 0.03)), color, 'gloss', 0.008, 2)
    part.box((0.05, 0.06, height - 0.1), (0, y - 0.005, 0), color, 'gloss', 0.008, 2)
    part.box((width / 2, 0.05, 0.035), (width / 4, y, height * 0.18), color, 'gloss', 0.006, 1)
    if sill:
        part.box((width + 0.14, 0.20, 0.035), (0, -0.03, -height / 2 - 0.012), '#f4efe4', 'gloss', 0.012, 3)
    part.rail([(-0.05, 0.03, -0.1), (-0.05, 0, -0.1), (-0.05, 0, 0.02)], 0.009, '#cfc9bb', 'metal', 6)
    part.done()
    glass = Part('window_glass', at, (0, 0, rot))
    glass.box((width - 0.1, 0.006, height - 0.1), (0, y + 0.015, 0), '#dff1f4', 'glass', 0)
    glass.done('unlit')


def door_frame(at, width, height, rot, color='#f4efe4', lining=0.075):
    """Frame round a leaf of width x height; at: floor point in the middle of the wall's thickness."""
    part = Part('door_frame', at, (0, 0, rot))
    for side in (-1, 1):
        part.box((lining, 0.18, height + 0.01), (side * (width / 2 + lining / 2 + 0.002), 0, height / 2), color, 'gloss',
                 0.006, 2, cull='D')
    part.box((width + 2 * lining + 0.004, 0.18, 0.075), (0, 0, height + 0.0395), color, 'gloss', 0.006, 2)
    part.box((width, 0.18, 0.016), (0, 0, 0.002), '#b9834f', 'matte', 0.004, 1, cull='D')
    for side in (-1, 1):
        part.box((0.012, 0.03, height), (side * (width / 2 - 0.004), 0.06, height / 2), color, 'gloss', 0.002, 1, cull='D')
    part.box((width, 0.03, 0.014), (0, 0.06, height - 0.005), color, 'gloss', 0.002, 1)
    return part.done()


def curtain(at, width, low, high, color, rot=0, folds=5, gather=0.8):
    """One hanging curtain; at: top left on the rod's line, running to local +x."""
    part = Part('curtain', at, (0, 0, rot))
    count = folds * 6
    rows = []
    for level, (z, swing, share) in enumerate(((high, 0.018, 1), (low + (high - low) * 0.45, 0.03, gather), (low, 0.042, 1))):
        rows.append([(width * (0.5 + (i / count - 0.5) * share), swing * math.sin(math.tau * folds * i / count), z)
                     for i in range(count + 1)])
    part.sheet(rows[::-1], color, thickness=0.006)
    return part.done()


def curtain_rod(at, length, rot=0, color='#b9834f'):
    part = Part('curtain_rod', at, (0, 0, rot))
    part.tube([(-length / 2, 0, 0), (length / 2, 0, 0)], 0.012, color, 'matte', 10)
    for side in (-1, 1):
        part.cyl(0.022, 0.04, (side * (length / 2 + 0.01), 0, 0), color, 'matte', 0.012, 12, rot=(0, 90, 0))
        part.box((0.02, 0.10, 0.02), (side * (length / 2 - 0.15), 0.05, 0), color, 'matte', 0.004, 1)
    return part.done()


def stairwell(at, rot, signs, width=2.6, depth=1.75, height=2.55, shift=0.0):
    """A landing behind a flat's door: where a trainee has got out. at: floor point in the middle of the wall.

    Local +y leads away from the flat; stairs go down at local +x. signs: UV rectangles of the decal atlas.
    """
    near, far = WALL_THICK_m / 2, WALL_THICK_m / 2 + depth
    left, right = -width / 2 + shift, width / 2 + shift
    middle = (left + right) / 2
    green, white = '#8fbf9f', '#f1ede2'
    part = Part('stairwell', at, (0, 0, rot))
    part.box((width, depth + WALL_THICK_m, 0.04), (middle, near + depth / 2 - WALL_THICK_m / 2, -0.021), '#c9c5ba', 'matte', 0, cull='DLRFB')
    part.box((width, depth, 0.04), (middle, near + depth / 2, height + 0.02), white, 'matte', 0, cull='ULRFB')
    for z0, z1, color in ((0, 1.1, green), (1.1, height, white)):
        z, tall = (z0 + z1) / 2, z1 - z0
        part.box((width, 0.04, tall), (middle, far + 0.02, z), color, 'matte', 0, cull='DULRB')
        part.box((0.04, depth, tall), (left - 0.02, near + depth / 2, z), color, 'matte', 0, cull='DULFB')
        part.box((0.04, depth, tall), (right + 0.02, near + depth / 2, z), color, 'matte', 0, cull='DURFB')
        for a, b in ((left, -0.52), (0.52, right)):
            part.box((b - a, 0.02, tall), ((a + b) / 2, near - 0.01, z), color, 'matte', 0, cull='DULRF')
    part.box((1.04, 0.02, height - 2.13), (0, near - 0.01, (height + 2.13) / 2), white, 'matte', 0, cull='DULRF')
    # the neighbour's steel door, with its good-luck sign, and the hydrant cabinet beside it
    part.box((0.98, 0.05, 2.08), (0, far - 0.02, 1.04), '#6d3a2c', 'gloss', 0.01, 2, cull='BD')
    part.box((0.86, 0.03, 1.98), (0, far - 0.05, 1.02), '#8a4a36', 'gloss', 0.008, 2, cull='BD')
    for z, tall in ((0.5, 0.66), (1.46, 0.8)):
        part.box((0.6, 0.02, tall), (0, far - 0.066, z), mix_hex('#8a4a36', '#ffffff', 0.08), 'gloss', 0.008, 2, cull='B')
    part.cyl(0.02, 0.05, (0.34, far - 0.085, 1.0), '#d8c48a', 'metal', 0.004, 14, rot=(90, 0, 0))
    part.quad(0.34, 0.34, (0, far - 0.078, 1.5), (0, 45, 0), uv=signs['fu'])
    # over the stairs, never over the neighbour's door
    part.quad(0.5, 0.2, (right - 0.003, near + depth / 2, 2.1), (0, 0, -90), uv=signs['exit'])
    if 'floor_no' in signs:
        part.quad(0.34, 0.34, (left + 0.003, near + depth * 0.5, 1.75), (0, 0, 90), uv=signs['floor_no'])
    part.box((0.5, 0.09, 0.62), (middle + (width / 2 - 0.34) * (1 if shift <= 0 else -1), far - 0.045, 1.2), '#c8241f', 'gloss', 0.01, 2, cull='B')
    if 'hydrant' in signs:
        hydrant_x = middle + (width / 2 - 0.34) * (1 if shift <= 0 else -1)
        plate = Part('hydrant_sign', at, (0, 0, rot))
        plate.quad(0.36, 0.27, (hydrant_x, far - 0.0925, 1.24), color='#b4b4b4', uv=signs['hydrant'])
        plate.done('unlit')
    part.cyl(0.13, 0.05, (middle, near + depth / 2, height - 0.025), '#fff6e0', 'emit', 0.02, 20, cull='U')
    part.rail([(right - 0.06, near + 0.1, 0), (right - 0.06, near + 0.1, 0.95), (right - 0.06, far - 0.12, 0.95), (right - 0.06, far - 0.12, 0)], 0.022,
              '#7a4f2b', 'matte', 8, 0.05)
    return part.done()

"""Houses of several rooms, drawn in the app's coordinates (x right, y up, z to the viewer): shells, doorways, windows, stairs; light baked region by region."""
import math
import os
import bmesh
import bpy
import numpy as np
import bake
from charts import pack_charts
from materials import MATERIALS, OUT
from part import Part

WALL_m = 0.2
LINING_m = 0.06


def pt(x, y, z):
    """The app's point in Blender's axes."""
    return (x, -z, y)


def gap(middle, width, height, floor=0.0, sill=None):
    """Hole of a wall for a framed doorway or window: (low, y0, high, y1) along the wall's axis of the app."""
    side = width / 2 + LINING_m - 0.015
    if sill is None:
        return middle - side, floor - 0.01, middle + side, floor + height + LINING_m - 0.015
    return middle - side, sill - 0.045, middle + side, height + 0.045


# ---------------------------------------------------------------- walls and floors
def wall(a, b, bands, holes=(), thick=0.0, detail=1.0, name='wall'):
    """One-sided wall from a to b, both (x, z): seen from the right of one who walks so with north (-z) ahead on the map.

    bands: (y0, y1, colour, class) from low to high. holes: (low, y0, high, y1) in the app's x or z; thick: depth of
    their reveals.
    """
    (ax, az), (bx, bz) = a, b
    length = math.hypot(bx - ax, bz - az)
    along_x = abs(bx - ax) > abs(bz - az)
    start, step = (ax, math.copysign(1, bx - ax)) if along_x else (az, math.copysign(1, bz - az))
    part = Part(name, pt(ax, 0, az), (0, 0, math.degrees(math.atan2(az - bz, bx - ax))), detail=detail)
    local = []
    for low, y0, high, y1 in holes:
        ends = sorted(((low - start) * step, (high - start) * step))
        local.append((ends[0], y0, ends[1], y1))
    for y0, y1, color, mat in bands:
        _wall_band(part, length, y0, y1, color, mat, local, thick)
    return part.done(smooth_deg=10)


def _wall_band(part, length, low, high, color, mat, holes, thick):
    xs = sorted({0.0, length, *[min(length, max(0.0, x)) for h in holes for x in (h[0], h[2])]})
    ys = sorted({low, high, *[min(high, max(low, y)) for h in holes for y in (h[1], h[3])]})
    b = bmesh.new()
    grid = {(x, y): b.verts.new((x, 0, y)) for x in xs for y in ys}
    for x0, x1 in zip(xs, xs[1:]):
        for y0, y1 in zip(ys, ys[1:]):
            x, y = (x0 + x1) / 2, (y0 + y1) / 2
            if not any(h[0] < x < h[2] and h[1] < y < h[3] for h in holes):
                b.faces.new([grid[(x0, y0)], grid[(x1, y0)], grid[(x1, y1)], grid[(x0, y1)]])
    bmesh.ops.delete(b, geom=[v for v in b.verts if not v.link_faces], context='VERTS')
    if b.faces:
        part.add(b, part.matrix.Identity(4), color, mat)
    if not thick:
        return
    for x0, y0, x1, y1 in holes:
        bottom, top = max(y0, low), min(y1, high)
        if top <= bottom:
            continue
        sides = [[(x0, 0, bottom), (x0, thick, bottom), (x0, thick, top), (x0, 0, top)],
                 [(x1, 0, bottom), (x1, 0, top), (x1, thick, top), (x1, thick, bottom)]]
        if y1 < high - 1e-4 and y1 > low:
            sides.append([(x0, 0, y1), (x0, thick, y1), (x1, thick, y1), (x1, 0, y1)])
        if low + 1e-4 < y0 < high:
            sides.append([(x0, 0, y0), (x1, 0, y0), (x1, thick, y0), (x0, thick, y0)])
        for corners in sides:
            b = bmesh.new()
            b.faces.new([b.verts.new(c) for c in corners])
            part.add(b, part.matrix.Identity(4), color, 'matte')


def slab(low, high, y, color, mat='matte', up=True, detail=1.0, name='floor'):
    """Horizontal face: a floor, or (up=False) a ceiling; low, high: (x, z)."""
    part = Part(name, detail=detail)
    (x0, z0), (x1, z1) = low, high
    corners = [pt(x0, y, z1), pt(x1, y, z1), pt(x1, y, z0), pt(x0, y, z0)]
    b = bmesh.new()
    b.faces.new([b.verts.new(c) for c in (corners if up else corners[::-1])])
    part.add(b, part.matrix.Identity(4), color, mat)
    return part.done(smooth_deg=10)


def room(low, high, bands, holes=None, floor='#ffffff', ceiling='#f8f4ea', floor_mat='floor', skirting='#8a5a33', thick=0.0,
         sides='nesw', detail=1.0):
    """Box of a room. low, high: (x, y, z); bands as in wall, or one list a side; holes: {'n': [...], 'e': ...}."""
    (x0, y0, z0), (x1, y1, z1) = low, high
    holes = holes or {}
    ends = {'n': ((x0, z0), (x1, z0)), 'e': ((x1, z0), (x1, z1)), 's': ((x1, z1), (x0, z1)), 'w': ((x0, z1), (x0, z0))}
    for side in sides:
        own = bands[side] if isinstance(bands, dict) else bands
        wall(*ends[side], own, holes.get(side, ()), thick, detail, 'wall_' + side)
        if skirting:
            skirt(*ends[side], [h for h in holes.get(side, ()) if h[1] <= y0 + 0.01], y0, skirting)
    if floor:
        slab((x0, z0), (x1, z1), y0, floor, floor_mat, detail=detail)
    if ceiling:
        slab((x0, z0), (x1, z1), y1, ceiling, up=False, detail=detail and detail * 0.7, name='ceiling')


def skirt(a, b, holes, y, color, tall=0.1):
    """Skirting board along a wall as in wall(), left out at the holes."""
    (ax, az), (bx, bz) = a, b
    length = math.hypot(bx - ax, bz - az)
    along_x = abs(bx - ax) > abs(bz - az)
    start, step = (ax, math.copysign(1, bx - ax)) if along_x else (az, math.copysign(1, bz - az))
    part = Part('skirting', pt(ax, y, az), (0, 0, math.degrees(math.atan2(az - bz, bx - ax))), detail=0.6)
    at = 0.0
    for x0, x1 in sorted(tuple(sorted(((h[0] - start) * step, (h[2] - start) * step))) for h in holes) + [(length, length)]:
        if x0 - at > 0.05:
            part.box((x0 - at, 0.016, tall), ((at + x0) / 2, -0.0075, tall / 2), color, 'gloss', 0, cull='DB')
        at = max(at, x1)
    return part.done()


def door_frame(x, y, z, width, height, axis='x', color='#f4efe4', threshold='#8d8478', thick=WALL_m, sill_mat='matte'):
    """Lining of a doorway whose clear opening is width x height; (x, z): middle of the wall, axis: along which it runs."""
    part = Part('door_frame', pt(x, y, z), (0, 0, 0 if axis == 'x' else 90), detail=0.8)
    deep = thick + 0.03
    for side in (-1, 1):
        part.box((LINING_m, deep, height), (side * (width / 2 + LINING_m / 2), 0, height / 2), color, 'gloss', 0.006, 1, cull='DU')
    part.box((width + 2 * LINING_m, deep, LINING_m), (0, 0, height + LINING_m / 2), color, 'gloss', 0.006, 1)
    part.box((width, thick + 0.002, 0.02), (0, 0, -0.006), threshold, sill_mat, 0, cull='DLRFB')
    return part.done()


def window(x, y, z, width, height, axis='x', out=1, color='#f4f2ec', panes=2, thick=WALL_m, glass=True, sill=True, sashes=True):
    """Fixed window in a hole of width x height about (x, y, z), the middle of the wall. out: +1 when outside is +z (or +x)."""
    turn = {('x', 1): 180, ('x', -1): 0, ('z', 1): -90, ('z', -1): 90}[(axis, out)]
    part = Part('window', pt(x, y, z), (0, 0, turn), detail=0.7)
    edge = 0.05
    for side in (-1, 1):
        part.box((edge, thick + 0.01, height + 2 * edge), (side * (width / 2 + edge / 2), 0, 0), color, 'gloss', 0.005, 1)
        part.box((width, thick + 0.004, edge), (0, 0, side * (height / 2 + edge / 2)), color, 'gloss', 0.005, 1)
    if sill:
        part.box((width + 0.2, 0.18, 0.03), (0, -thick / 2 - 0.05, -height / 2 - 0.012), '#efeae0', 'gloss', 0.008, 1)
    pane = width / panes
    for i in range(panes if sashes else 0):
        middle, shift = -width / 2 + pane * (i + 0.5), 0.018 * (1 if i % 2 else -1)
        for side in (-1, 1):
            part.box((0.045, 0.035, height), (middle + side * (pane / 2 - 0.0225), shift, 0), color, 'gloss', 0, cull='UD')
            part.box((pane - 0.09, 0.032, 0.045), (middle, shift, side * (height / 2 - 0.0225)), color, 'gloss', 0, cull='LR')
    part.done()
    if glass:
        clear = Part('window_glass', pt(x, y, z), (0, 0, turn))
        clear.box((width, 0.006, height), (0, 0, 0), '#dff1f4', 'glass', 0, cull='LRUD')
        clear.done('unlit')


# ------------------------------------------------------------------------- stairs
def flight(top, bottom, z0, z1, steps, color='#cfcac0', nosing='#8d8478', mat='floor', thick=0.16, detail=0.7):
    """Straight flight between z0 and z1. top, bottom: (x, y) where its slope begins and ends."""
    (xt, yt), (xb, yb) = top, bottom
    run, rise = (xb - xt) / steps, (yt - yb) / steps
    part = Part('flight', detail=detail)
    # half a step in: the middles of the treads lie on the slope that people walk on
    edges = [xt + run * (i + 0.5) for i in range(steps)]
    upper = [(xt, yt)]
    for i, x in enumerate(edges):
        upper += [(x, yt - rise * i), (x, yt - rise * (i + 1))]
    upper.append((xb, yb))
    outline = upper + [(xb, yb - thick * 0.6), (xt, yt - thick - rise * 0.4)]
    count = len(outline)
    verts = [pt(x, y, z0) for x, y in outline] + [pt(x, y, z1) for x, y in outline]
    faces = [(i, (i + 1) % count, count + (i + 1) % count, count + i) for i in range(count)]
    faces += [tuple(range(count)), tuple(range(2 * count - 1, count - 1, -1))]
    part.mesh(verts, faces, color, mat)
    for i, x in enumerate(edges):
        part.box((0.05, z1 - z0 - 0.02, 0.004), pt(x - math.copysign(0.028, run), yt - rise * i + 0.002, (z0 + z1) / 2), nosing,
                 'matte', 0, cull='DLRFB')
    return part.done(smooth_deg=10)


def rail(part, points, post_every=1.0, tall=0.95, color='#8a5a33', bar='#5f6f74', bars=True):
    """Handrail on balusters along a line of app points at floor height."""
    part.rail([pt(x, y + tall, z) for x, y, z in points], 0.026, color, 'gloss', 8, 0.05)
    for (x0, y0, z0), (x1, y1, z1) in zip(points, points[1:]):
        length = math.dist((x0, y0, z0), (x1, y1, z1))
        count = max(1, round(length / (0.15 if bars else post_every)))
        for i in range(count + 1):
            t = i / count
            x, y, z = x0 + (x1 - x0) * t, y0 + (y1 - y0) * t, z0 + (z1 - z0) * t
            part.cyl(0.009, tall, pt(x, y + tall / 2, z), bar, 'gloss', 0, 5, cull='DU')


def plate(part, width, height, at, facing, uv, color='#ffffff', mat='decal'):
    """A sign on a wall: at in app coordinates, facing one of n e s w, the way it looks."""
    part.quad(width, height, pt(*at), (0, 0, {'s': 0, 'n': 180, 'e': 90, 'w': -90}[facing]), color, mat, uv)


def frieze(a, b, y0, y1, uv, sky_to=None, sky_uv=(0.5, 0.997)):
    """Piece of backdrop from a to b, both (x, z), seen from the right as walls are; above it plain sky (sky_uv) goes on to sky_to."""
    (ax, az), (bx, bz) = a, b
    part = Part('backdrop')
    u0, v0, u1, v1 = uv
    sky_u, sky_v = sky_uv
    pieces = [(y0, y1, u0, u1, v0, v1)] + ([(y1, sky_to, sky_u, sky_u, sky_v, sky_v)] if sky_to else [])
    for low, high, left, right, bottom, top in pieces:
        b4 = bmesh.new()
        corners = [(pt(ax, low, az), left, bottom), (pt(bx, low, bz), right, bottom), (pt(bx, high, bz), right, top), (pt(ax, high, az), left, top)]
        b4.faces.new([b4.verts.new(c[0]) for c in corners])
        where = {tuple(round(x, 3) for x in c): (u, v) for c, u, v in corners}
        part.add(b4, part.matrix.Identity(4), '#ffffff', 'backdrop', uv=lambda c: where[tuple(round(x, 3) for x in c)])
    return part.done('unlit')


def sky_lid(low, high, y, u, v):
    """Ceiling of the sky, one colour of the backdrop."""
    part = Part('backdrop')
    (x0, z0), (x1, z1) = low, high
    b = bmesh.new()
    b.faces.new([b.verts.new(pt(*c)) for c in ((x0, y, z0), (x1, y, z0), (x1, y, z1), (x0, y, z1))])
    part.add(b, part.matrix.Identity(4), '#ffffff', 'backdrop', uv=lambda c: (u, v))
    return part.done('unlit')


def ground_sign(part, width, height, x, y, z, uv, top='n', color='#ffffff'):
    """Paint on the ground whose upper edge lies to n, e, s or w."""
    part.quad(width, height, pt(x, y, z), (-90, 0, {'n': 0, 'e': -90, 's': 180, 'w': 90}[top]), color, 'decal', uv)


# ---------------------------------------------------------------- regions and bake
def region(name):
    """Everything made since the last call belongs to this part of the house: one culled node, one set of lights."""
    for obj in bpy.context.scene.objects:
        if 'region' not in obj:
            obj['region'] = name


def lamp(regions, kind, at, energy, color, rot=(0, 0, 0), **settings):
    """A bake light seen by the named regions only; at in app coordinates; an area light unturned shines down."""
    obj = bake.light(kind, pt(*at), energy, color, rot, **settings)
    obj['regions'] = ' '.join(regions)
    obj['region'] = ''
    return obj


def finish(name, sky, default_texels=2048, default_samples=12, shares=None, effort=None):
    """Joins region by region, bakes unless bake=0, writes out/<name>_raw.glb.

    sky: strength of the sky's light a region; shares: density of its lightmap, effort: samples as a multiple, where they are not 1.
    """
    args = bake.options()
    size, samples = int(args.get('size', default_texels)), int(args.get('spp', default_samples))
    bake.setup_cycles()
    bake.apply_modifiers(bake.meshes())
    regions = list(sky)
    if 'count' in args:
        _count()
    unlit = bake.join(bake.meshes('unlit'), 'outside')
    unlit.visible_shadow = unlit.visible_diffuse = False
    unlit['unlit'] = True
    static = {r: bake.join([o for o in bake.meshes('static') if o['region'] == r], 'static-' + r) for r in regions}
    for r, obj in static.items():
        print('%s: %d triangles' % (r, bake.triangles(obj)))
    pack_charts(list(static.values()), size, shares=[(shares or {}).get(r, 1) for r in regions])
    bake.tick('built')
    if args.get('bake', '1') != '0':
        _bake(static, sky, name, size, {r: round(samples * (effort or {}).get(r, 1)) for r in regions})
    for r, obj in static.items():
        obj['static'], obj.hide_render = True, False
        if r.startswith('storey-'):
            obj['storey'] = int(r[7:])
    bake.export([*static.values(), unlit], os.path.join(OUT, name + '_raw.glb'))
    total = sum(bake.triangles(o) for o in static.values()) + bake.triangles(unlit)
    print('%s: %d triangles' % (name, total))


def _count():
    """Prints what costs most: vertices by the names of the parts."""
    heavy = {}
    for obj in bake.meshes():
        kind = obj.name.split('.')[0]
        heavy[kind] = heavy.get(kind, 0) + len(obj.data.vertices)
    for kind, count in sorted(heavy.items(), key=lambda k: -k[1])[:16]:
        print('  %6d vertices of %s' % (count, kind))


def _bake(static, sky, name, size, samples):
    bake._diffuse_materials()
    # bulbs are lit by lamps beside them; sampling their faces as lights would only add noise
    MATERIALS['emit'].cycles.sample_as_light = False
    image = bpy.data.images.new('lightmap', size, size, alpha=True, float_buffer=True)
    image.colorspace_settings.name = 'Non-Color'
    for material in MATERIALS.values():
        node = material.node_tree.nodes.new('ShaderNodeTexImage')
        node.name, node.image = 'LM', image
        material.node_tree.nodes.active = node
    settings = bpy.context.scene.render.bake
    settings.margin, settings.use_clear, settings.use_pass_color = 0, True, False
    background = bpy.context.scene.world.node_tree.nodes['Background']
    lamps = [o for o in bpy.context.scene.objects if o.type == 'LIGHT']
    for obj in static.values():
        obj.data.uv_layers.active = obj.data.uv_layers['LM']
    for i, (r, obj) in enumerate(static.items()):
        background.inputs[1].default_value = sky[r]
        bpy.context.scene.cycles.samples = samples[r]
        for one in lamps:
            one.hide_render = r not in one['regions'].split()
        for other, thing in static.items():
            thing.hide_render = other != r and other.startswith('storey-')
        bake.select([obj])
        bpy.ops.object.bake(type='DIFFUSE', pass_filter={'DIRECT', 'INDIRECT'}, margin=0, use_clear=i == 0)
        bake.tick('light ' + r)
    radiance = bake._pixels(image, size)
    for obj in static.values():
        obj.hide_render = False
    bpy.context.scene.cycles.samples = 1
    fields = {}
    for kind, more in (('NORMAL', {'normal_space': 'OBJECT'}), ('POSITION', {})):
        for i, obj in enumerate(static.values()):
            bake.select([obj])
            bpy.ops.object.bake(type=kind, margin=0, use_clear=i == 0, **more)
        fields[kind] = bake._pixels(image, size)
    np.savez(os.path.join(OUT, name + '_lm_raw.npz'), rgb=radiance.astype(np.float16),
             nrm=fields['NORMAL'][..., :3].astype(np.float16), pos=fields['POSITION'][..., :3].astype(np.float32))
    for material in MATERIALS.values():
        material.node_tree.nodes.remove(material.node_tree.nodes['LM'])
    bake._restore_materials()
    bake.tick('baked')

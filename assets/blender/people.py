"""People of the drills: grandma, child, customer. Writes out/NAME_raw.glb for who=NAME: a skinned mesh and four clips.

A body grows from a stick figure (skin modifier), heads, hands and shoes are rigid pieces; weights come from bone heat.
Drawn facing -Y at adult size, then scaled; the armature is turned so that in the app they face -z.
"""
import math
import os
import sys
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import bmesh
import bpy
from mathutils import Matrix, Vector
import bake
from materials import MATERIALS, OUT, linear, reset_scene
from part import Part
from people_clips import make_clips

PEOPLE = {
    'grandma': dict(scale=0.90, head=1.04, shirt='#8a5a83', pants='#4a4f5a', skin='#eec3a2', hair='#cfcac2', shoe='#5c3a2c', style='bun', sleeve=0.93,
                    apron='#e9d9bd', stoop=7),
    'child': dict(scale=0.68, head=1.28, shirt='#e9b23b', pants='#3f78b0', skin='#f4cdac', hair='#2b2320', shoe='#d8442c', style='short', sleeve=0.5,
                  apron=None, stoop=0),
    'customer': dict(scale=0.95, head=1.02, shirt='#d8603c', pants='#3a4a63', skin='#e8b48e', hair='#1f1c1b', shoe='#efe9dd', style='long', sleeve=0.93,
                     apron=None, stoop=0),
}
SIDES = (('L', 1), ('R', -1))
BONES = [('Hips', 'hips', 'spine', None), ('Spine', 'spine', 'chest', 'Hips'), ('Chest', 'chest', 'neck', 'Spine'), ('Neck', 'neck', 'head', 'Chest'),
         ('Head', 'head', 'top', 'Neck')]
for _s, _ in SIDES:
    BONES += [('Shoulder.' + _s, 'clav' + _s, 'sho' + _s, 'Chest'), ('UpperArm.' + _s, 'sho' + _s, 'elb' + _s, 'Shoulder.' + _s),
              ('LowerArm.' + _s, 'elb' + _s, 'wri' + _s, 'UpperArm.' + _s), ('Hand.' + _s, 'wri' + _s, 'hnd' + _s, 'LowerArm.' + _s),
              ('UpperLeg.' + _s, 'hip' + _s, 'kne' + _s, 'Hips'), ('LowerLeg.' + _s, 'kne' + _s, 'ank' + _s, 'UpperLeg.' + _s),
              ('Foot.' + _s, 'ank' + _s, 'toe' + _s, 'LowerLeg.' + _s)]


def joints():
    """Adult joint positions, A-pose, facing -Y."""
    at = dict(hips=(0, 0, 0.90), spine=(0, 0.005, 1.04), chest=(0, 0.01, 1.20), neck=(0, 0.012, 1.385), head=(0, 0, 1.455), top=(0, 0, 1.74))
    for s, x in SIDES:
        at.update({'clav' + s: (0.045 * x, 0.01, 1.34), 'sho' + s: (0.165 * x, 0.015, 1.345), 'elb' + s: (0.335 * x, 0.02, 1.135),
                   'wri' + s: (0.475 * x, 0, 0.965), 'hnd' + s: (0.545 * x, -0.01, 0.88), 'hip' + s: (0.088 * x, 0, 0.865),
                   'kne' + s: (0.098 * x, -0.008, 0.475), 'ank' + s: (0.102 * x, 0.012, 0.085), 'toe' + s: (0.105 * x, -0.14, 0.03)})
    return {name: Vector(p) for name, p in at.items()}


J = joints()


def make_armature(name):
    data = bpy.data.armatures.new(name)
    obj = bpy.data.objects.new(name, data)
    bpy.context.scene.collection.objects.link(obj)
    bpy.context.view_layer.objects.active = obj
    bpy.ops.object.mode_set(mode='EDIT')
    for bone, head, tail, parent in BONES:
        edit = data.edit_bones.new(bone)
        edit.head, edit.tail, edit.roll = J[head], J[tail], 0
        if parent:
            edit.parent = data.edit_bones[parent]
    bpy.ops.object.mode_set(mode='OBJECT')
    return obj


def stick_figure():
    """Vertices, radii and edges that the skin modifier thickens."""
    verts, radii, edges = [], [], []

    def add(point, radius, depth=None):
        verts.append(tuple(point))
        radii.append((radius, depth or radius))
        return len(verts) - 1

    hips, waist, chest = add((0, 0, 0.90), 0.135, 0.115), add((0, 0.003, 1.03), 0.118, 0.10), add((0, 0.008, 1.20), 0.142, 0.112)
    upper, neck, throat = add((0, 0.012, 1.315), 0.115, 0.095), add((0, 0.012, 1.40), 0.056), add((0, 0.004, 1.47), 0.052)
    edges += [(hips, waist), (waist, chest), (chest, upper), (upper, neck), (neck, throat)]
    for s, _ in SIDES:
        arm = [add(J['sho' + s], 0.068), add(J['sho' + s].lerp(J['elb' + s], 0.5), 0.056), add(J['elb' + s], 0.046),
               add(J['elb' + s].lerp(J['wri' + s], 0.4), 0.045), add(J['wri' + s], 0.033)]
        leg = [add(J['hip' + s], 0.098), add(J['hip' + s].lerp(J['kne' + s], 0.5), 0.084), add(J['kne' + s], 0.064),
               add(J['kne' + s].lerp(J['ank' + s], 0.35), 0.066), add(J['ank' + s], 0.05)]
        edges += list(zip([upper] + arm, arm)) + list(zip([hips] + leg, leg))
    return verts, radii, edges


def grow_body():
    verts, radii, edges = stick_figure()
    mesh = bpy.data.meshes.new('body')
    mesh.from_pydata(verts, edges, [])
    obj = bpy.data.objects.new('body', mesh)
    bpy.context.scene.collection.objects.link(obj)
    bpy.context.view_layer.objects.active = obj
    skin = obj.modifiers.new('skin', 'SKIN')
    skin.use_smooth_shade, skin.branch_smoothing = True, 0.6
    for i, radius in enumerate(radii):
        layer = obj.data.skin_vertices[0].data[i]
        layer.radius, layer.use_root = radius, i == 0
    obj.modifiers.new('smooth', 'SUBSURF').levels = 1
    graph = bpy.context.evaluated_depsgraph_get()
    grown = bpy.data.meshes.new_from_object(obj.evaluated_get(graph))
    bpy.data.objects.remove(obj)
    b = bmesh.new()
    b.from_mesh(grown)
    bmesh.ops.recalc_face_normals(b, faces=b.faces)
    return b


def cut(b, point, normal, chosen):
    """Cuts the faces that `chosen` says by a plane, so that clothes end in a clean line."""
    faces = [f for f in b.faces if chosen(f.calc_center_median())]
    edges, verts = {e for f in faces for e in f.edges}, {v for f in faces for v in f.verts}
    bmesh.ops.bisect_plane(b, geom=faces + list(edges) + list(verts), plane_co=point, plane_no=normal, dist=1e-5)


def dress(b, look):
    """Splits the body at its clothing lines and colours the regions. -> object"""
    arm_start, arm = Vector((0.165, 0, 1.345)), Vector((0.31, 0, -0.38))

    def color_at(c):
        across, z = abs(c.x), c.z
        if z > 1.40:
            return look['skin']
        if across > 0.19:
            share = (Vector((across, 0, z)) - arm_start).dot(arm) / arm.length_squared
            return look['shirt'] if share < look['sleeve'] else look['skin']
        return look['shirt'] if z > 0.90 else look['pants']

    cut(b, (0, 0, 0.90), (0, 0, 1), lambda c: abs(c.x) < 0.19 and c.z > 0.7)
    cut(b, (0, 0, 1.40), (0, 0, 1), lambda c: c.z > 1.3)
    for x in (1, -1):
        side = Vector((arm.x * x, 0, arm.z))
        cut(b, Vector((0.165 * x, 0, 1.345)) + side * look['sleeve'], side.normalized(), lambda c, x=x: c.x * x > 0.19)
    b.faces.ensure_lookup_table()
    colors = {f: color_at(f.calc_center_median()) for f in b.faces}
    borders = [e for e in b.edges if len(e.link_faces) == 2 and colors[e.link_faces[0]] != colors[e.link_faces[1]]]
    bmesh.ops.split_edges(b, edges=borders)
    layer = b.verts.layers.float_color.new('Col')
    b.loops.layers.uv.new('UVMap')
    for face in b.faces:
        face.smooth = True
        for vert in face.verts:
            vert[layer] = linear(color_at(face.calc_center_median()))
    mesh = bpy.data.meshes.new('body')
    b.to_mesh(mesh)
    b.free()
    mesh.materials.append(MATERIALS['matte'])
    obj = bpy.data.objects.new('body', mesh)
    bpy.context.scene.collection.objects.link(obj)
    return obj


def rigid(name, bone, draw):
    """A piece that follows one bone entirely."""
    part = Part(name)
    draw(part)
    obj = part.done('prop')
    obj.modifiers.clear()
    obj.vertex_groups.new(name=bone).add(range(len(obj.data.vertices)), 1, 'REPLACE')
    return obj


def ball(part, radii, at, color, n=4, power=2, rot=(0, 0, 0)):
    part.pillow([r * 2 for r in radii], at, color, 'matte', rot, n=n, power=power)


def draw_head(part, look):
    skin = look['skin']
    ball(part, (0.103, 0.112, 0.130), (0, -0.012, 1.585), skin, 6, 2.25)
    for x in (-1, 1):
        ball(part, (0.022, 0.02, 0.032), (0.104 * x, 0, 1.575), skin, 2)
        ball(part, (0.013, 0.008, 0.018), (0.042 * x, -0.1185, 1.596), '#22201f', 3)
        ball(part, (0.004, 0.004, 0.005), (0.038 * x, -0.126, 1.603), '#ffffff', 2)
        ball(part, (0.021, 0.006, 0.005), (0.043 * x, -0.116, 1.632), look['hair'] if look['style'] != 'bun' else '#8d8880', 2, rot=(0, 6 * x, 0))
        ball(part, (0.021, 0.006, 0.013), (0.060 * x, -0.110, 1.556), '#eaa98a', 2)
    ball(part, (0.013, 0.017, 0.016), (0, -0.126, 1.568), skin, 2)
    ball(part, (0.024, 0.006, 0.006), (0, -0.117, 1.524), '#b5604f', 2)
    if look['style'] == 'bun':
        for x in (-1, 1):  # reading glasses
            part.tube([(x * 0.042 + 0.03 * math.cos(a), -0.128, 1.596 + 0.026 * math.sin(a)) for a in [math.tau * i / 8 for i in range(8)]], 0.0028, '#5c4a3a', 'matte', 4, 1, closed=True)
        part.tube([(-0.012, -0.129, 1.598), (0.012, -0.129, 1.598)], 0.0028, '#5c4a3a', 'matte', 4)


def draw_hair(part, look):
    style, hair = look['style'], look['hair']
    b = bmesh.new()
    bmesh.ops.create_uvsphere(b, u_segments=18, v_segments=12, radius=1)
    low = -0.05 if style == 'short' else -0.55

    def bare(c):
        edge = 0.30 if c.y < -0.15 else low
        return c.z < edge and not (style == 'long' and c.y > -0.05)
    bmesh.ops.delete(b, geom=[f for f in b.faces if bare(f.calc_center_median())], context='FACES')
    for vert in b.verts:
        vert.co = Vector((vert.co.x * 0.115, vert.co.y * 0.123, vert.co.z * 0.138)) + Vector((0, 0.004, 1.598))
    bmesh.ops.solidify(b, geom=b.faces[:], thickness=-0.012)
    part.add(b, Matrix(), hair, 'matte')
    ball(part, (0.088, 0.05, 0.034), (0.015, -0.083, 1.697), hair, 3, rot=(20, 8, 0))
    if style == 'bun':
        ball(part, (0.055, 0.055, 0.055), (0, 0.105, 1.70), hair, 4)
    if style == 'long':
        ball(part, (0.10, 0.05, 0.13), (0, 0.085, 1.50), hair, 4, 2.6)


def draw_hand(part, side, x, skin):
    wrist, hand = J['wri' + side], J['hnd' + side]
    along = (hand - wrist).normalized()
    tilt = math.degrees(math.atan2(along.z, abs(along.x)))
    turn = (0, -tilt * x, 0)
    ball(part, (0.060, 0.026, 0.040), wrist + along * 0.062, skin, 4, 2.6, turn)
    ball(part, (0.030, 0.014, 0.015), wrist + along * 0.045 + Vector((-0.012 * x, -0.034, -0.004)), skin, 2, 2, (0, -tilt * x, 50 * x))


def draw_shoe(part, x, color):
    part.box((0.098, 0.255, 0.075), (0.103 * x, -0.045, 0.05), color, 'matte', 0.034, 3)
    part.box((0.104, 0.262, 0.022), (0.103 * x, -0.046, 0.012), '#4a4a4a', 'matte', 0.010, 2)


def draw_apron(part, color):
    """Bib over chest and lap, curved round the body."""
    rows = []
    for z, half, out in ((0.66, 0.155, 0.135), (0.80, 0.165, 0.145), (0.92, 0.15, 0.150), (1.03, 0.135, 0.135), (1.16, 0.115, 0.138), (1.27, 0.085, 0.125)):
        rows.append([(half * t, -out * math.cos(0.9 * t) + 0.004, z) for t in (-1, -0.6, -0.2, 0.2, 0.6, 1)])
    part.sheet(rows, color, thickness=0.004)


def scale_head(objects, factor):
    """Bigger heads read as younger; scaled about the top of the neck."""
    pivot = Matrix.Translation((0, 0, 1.45))
    for obj in objects:
        obj.data.transform(pivot @ Matrix.Scale(factor, 4) @ pivot.inverted())


def build(name, look):
    rig = make_armature(name)
    body = dress(grow_body(), look)
    heads = [rigid('head', 'Head', lambda p: draw_head(p, look)), rigid('hair', 'Head', lambda p: draw_hair(p, look))]
    scale_head(heads, look['head'])
    pieces = list(heads)
    for side, x in SIDES:
        pieces.append(rigid('hand' + side, 'Hand.' + side, lambda p, s=side, x=x: draw_hand(p, s, x, look['skin'])))
        pieces.append(rigid('shoe' + side, 'Foot.' + side, lambda p, x=x: draw_shoe(p, x, look['shoe'])))
    bake.select([body, rig])
    bpy.context.view_layer.objects.active = rig
    bpy.ops.object.parent_set(type='ARMATURE_AUTO')
    if look['apron']:
        bib = Part('apron')
        draw_apron(bib, look['apron'])
        apron = bib.done('prop')
        apron.modifiers.clear()
        for bone in ('Hips', 'Spine', 'Chest'):
            apron.vertex_groups.new(name=bone)
        for vert in apron.data.vertices:
            bone = 'Hips' if vert.co.z < 0.97 else 'Spine' if vert.co.z < 1.1 else 'Chest'
            apron.vertex_groups[bone].add([vert.index], 1, 'REPLACE')
        pieces.append(apron)
    bake.select([body] + pieces)
    bpy.ops.object.join()
    body.name = name + '-body'
    bpy.ops.object.vertex_group_limit_total(limit=4)
    bpy.ops.object.vertex_group_normalize_all()
    body.data.use_auto_smooth = False
    for polygon in body.data.polygons:
        polygon.material_index = 0
    body.data.materials.clear()
    body.data.materials.append(MATERIALS['matte'])
    while body.data.uv_layers:
        body.data.uv_layers.remove(body.data.uv_layers[0])
    body.data.color_attributes.active_color = body.data.color_attributes['Col']
    return rig, body


who = bake.options().get('who', 'grandma')
reset_scene('props', backdrop='props')
person, skin = build(who, PEOPLE[who])
bake.bake_vertex_occlusion([skin], 0.2, 24, 0.45)
make_clips(person, stoop_deg=PEOPLE[who]['stoop'])
person.scale = [PEOPLE[who]['scale']] * 3
person.rotation_euler = (0, 0, math.pi)
bpy.context.scene.render.fps = 24
bake.export([person, skin], os.path.join(OUT, who + '_raw.glb'), animations=True)
print('%s: %d triangles' % (who, bake.triangles(skin)))

"""Skeleton and clothed body of a person: a stick figure thickened by the skin modifier, cut and coloured at the clothes' lines."""
import bmesh
import bpy
from mathutils import Vector
from materials import MATERIALS, linear

SIDES = (('L', 1), ('R', -1))
BONES = [('Hips', 'hips', 'spine', None), ('Spine', 'spine', 'chest', 'Hips'), ('Chest', 'chest', 'neck', 'Spine'), ('Neck', 'neck', 'head', 'Chest'),
         ('Head', 'head', 'top', 'Neck')]
for _s, _ in SIDES:
    BONES += [('Shoulder.' + _s, 'clav' + _s, 'sho' + _s, 'Chest'), ('UpperArm.' + _s, 'sho' + _s, 'elb' + _s, 'Shoulder.' + _s),
              ('LowerArm.' + _s, 'elb' + _s, 'wri' + _s, 'UpperArm.' + _s), ('Hand.' + _s, 'wri' + _s, 'hnd' + _s, 'LowerArm.' + _s),
              ('UpperLeg.' + _s, 'hip' + _s, 'kne' + _s, 'Hips'), ('LowerLeg.' + _s, 'kne' + _s, 'ank' + _s, 'UpperLeg.' + _s),
              ('Foot.' + _s, 'ank' + _s, 'toe' + _s, 'LowerLeg.' + _s)]
#: of a whole person
MOST_triangles = {'near': 2500, 'crowd': 1500}
ARM_START, ARM = Vector((0.165, 0, 1.345)), Vector((0.31, 0, -0.38))


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


def stick_figure(build):
    """Vertices, radii and edges that the skin modifier thickens."""
    verts, radii, edges = [], [], []
    wide, middle, low = build

    def add(point, radius, depth=None):
        verts.append(tuple(point))
        radii.append((radius, depth or radius))
        return len(verts) - 1

    hips, waist, chest = add((0, 0, 0.90), 0.135 * low, 0.115 * low), add((0, 0.003, 1.03), 0.118 * middle, 0.10 * middle), add((0, 0.008, 1.20), 0.142 * wide, 0.112 * wide)
    upper, neck, throat = add((0, 0.012, 1.315), 0.115 * wide, 0.095), add((0, 0.012, 1.40), 0.056), add((0, 0.004, 1.47), 0.052)
    edges += [(hips, waist), (waist, chest), (chest, upper), (upper, neck), (neck, throat)]
    thick = (wide + middle) / 2
    for s, _ in SIDES:
        arm = [add(J['sho' + s], 0.068 * wide), add(J['sho' + s].lerp(J['elb' + s], 0.5), 0.056 * thick), add(J['elb' + s], 0.046 * thick),
               add(J['elb' + s].lerp(J['wri' + s], 0.4), 0.045 * thick), add(J['wri' + s], 0.033)]
        leg = [add(J['hip' + s], 0.098), add(J['hip' + s].lerp(J['kne' + s], 0.5), 0.084), add(J['kne' + s], 0.064),
               add(J['kne' + s].lerp(J['ank' + s], 0.35), 0.066), add(J['ank' + s], 0.05)]
        edges += list(zip([upper] + arm, arm)) + list(zip([hips] + leg, leg))
    return verts, radii, edges


def grow_body(build):
    verts, radii, edges = stick_figure(build)
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
    return obj


def thinned(obj, most):
    """The grown body with at most so many triangles. -> bmesh"""
    count = triangles_of(obj)
    if count > most:
        thin = obj.modifiers.new('thin', 'DECIMATE')
        thin.ratio = most / count
        thin.use_symmetry, thin.symmetry_axis = True, 'X'
    graph = bpy.context.evaluated_depsgraph_get()
    grown = bpy.data.meshes.new_from_object(obj.evaluated_get(graph))
    bpy.data.objects.remove(obj)
    b = bmesh.new()
    b.from_mesh(grown)
    bmesh.ops.recalc_face_normals(b, faces=b.faces)
    return b


def triangles_of(obj):
    graph = bpy.context.evaluated_depsgraph_get()
    evaluated = obj.evaluated_get(graph)
    mesh = evaluated.to_mesh()
    count = sum(len(polygon.vertices) - 2 for polygon in mesh.polygons)
    evaluated.to_mesh_clear()
    return count


def cut(b, point, normal, chosen):
    """Cuts the faces that `chosen` says by a plane, so that clothes end in a clean line."""
    faces = [f for f in b.faces if chosen(f.calc_center_median())]
    edges, verts = {e for f in faces for e in f.edges}, {v for f in faces for v in f.verts}
    bmesh.ops.bisect_plane(b, geom=faces + list(edges) + list(verts), plane_co=point, plane_no=normal, dist=1e-4)


def along_arm(c):
    """Share of the way from shoulder to wrist."""
    return (Vector((abs(c.x), 0, c.z)) - ARM_START).dot(ARM) / ARM.length_squared


def region(c):
    if abs(c.x) > 0.19:
        return 'arm'
    return 'torso' if c.z > 0.90 else 'leg'


def color_at(look, c):
    where = region(c)
    if c.z > 1.40:
        return look['skin']
    value = along_arm(c) if where == 'arm' else c.z
    for name, low, high, color in look['bands']:
        if name == where and low < value < high:
            return color
    if where == 'arm':
        return look['shirt'] if value < look['sleeve'] else look['skin']
    return look['shirt'] if where == 'torso' else look['pants']


def cut_lines(b, look):
    lines = {('torso', 0.90), ('torso', 1.40), ('arm', look['sleeve'])}
    for name, low, high, _ in look['bands']:
        if name == 'arm' and low < 0:
            lines.add(('sleeve', 0))
        lines |= {(name, value) for value in (low, high) if value > 0}
    for name, value in sorted(lines):
        if name == 'sleeve':
            for x in (1, -1):
                cut(b, (0.19 * x, 0, 0), (1, 0, 0), lambda c: c.z > 1.0)
        elif name == 'arm':
            for x in (1, -1):
                side = Vector((ARM.x * x, 0, ARM.z))
                cut(b, Vector((ARM_START.x * x, 0, ARM_START.z)) + side * value, side.normalized(), lambda c, x=x: c.x * x > 0.19)
        else:
            cut(b, (0, 0, value), (0, 0, 1), lambda c, value=value: abs(c.x) < 0.21 and abs(c.z - value) < 0.2)


def dress(b, look):
    """Splits the body at its clothing lines and colours the regions. -> object"""
    cut_lines(b, look)
    b.faces.ensure_lookup_table()
    colors = {f: color_at(look, f.calc_center_median()) for f in b.faces}
    borders = [e for e in b.edges if len(e.link_faces) == 2 and colors[e.link_faces[0]] != colors[e.link_faces[1]]]
    bmesh.ops.split_edges(b, edges=borders)
    layer = b.verts.layers.float_color.new('Col')
    b.loops.layers.uv.new('UVMap')
    for face in b.faces:
        face.smooth = True
        for vert in face.verts:
            vert[layer] = linear(color_at(look, face.calc_center_median()))
    mesh = bpy.data.meshes.new('body')
    b.to_mesh(mesh)
    b.free()
    mesh.materials.append(MATERIALS['matte'])
    obj = bpy.data.objects.new('body', mesh)
    bpy.context.scene.collection.objects.link(obj)
    return obj

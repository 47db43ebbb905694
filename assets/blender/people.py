"""People of the drills. Writes out/NAME_raw.glb for who=NAME: one skinned mesh and the clips of people_clips.

A body grows from a stick figure (skin modifier), heads, hands and shoes are rigid pieces; weights come from bone heat.
Drawn facing -Y at adult size, then scaled; the armature is turned so that in the app they face -z.
"""
import math
import os
import sys
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import bmesh
import bpy
from mathutils import Matrix
import bake
from materials import MATERIALS, OUT, reset_scene
from part import Part
from people_body import MOST_triangles, SIDES, dress, grow_body, make_armature, thinned
from people_clips import make_clips
from people_clothes import wear
from people_head import HEAD_PIVOT_m, draw_boot, draw_hair, draw_hand, draw_head, draw_shoe
from people_looks import PEOPLE


def rigid(name, bone, draw):
    """A piece that follows one bone entirely."""
    part = Part(name)
    draw(part)
    return weighed(part, lambda _co: {bone: 1.0})


def weighed(part, weigh):
    """A piece whose vertices follow bones by weigh(point) -> {bone: share}."""
    obj = part.done('prop')
    obj.modifiers.clear()
    split_corners(obj)
    for vert in obj.data.vertices:
        for bone, share in weigh(vert.co).items():
            if share <= 0:
                continue
            group = obj.vertex_groups.get(bone) or obj.vertex_groups.new(name=bone)
            group.add([vert.index], share, 'REPLACE')
    return obj


def split_corners(obj, sharp_deg=62):
    """The whole person is shaded smooth, so sharp corners get vertices of their own."""
    b = bmesh.new()
    b.from_mesh(obj.data)
    sharp = [e for e in b.edges if len(e.link_faces) == 2 and e.calc_face_angle() > math.radians(sharp_deg)]
    bmesh.ops.split_edges(b, edges=sharp)
    b.to_mesh(obj.data)
    b.free()


def scale_head(objects, factor):
    """Bigger heads read as younger; scaled about the top of the neck."""
    pivot = Matrix.Translation((0, 0, HEAD_PIVOT_m))
    for obj in objects:
        obj.data.transform(pivot @ Matrix.Scale(factor, 4) @ pivot.inverted())


def pieces_of(look):
    heads = [rigid('head', 'Head', lambda p: draw_head(p, look)), rigid('hair', 'Head', lambda p: draw_hair(p, look))]
    clothes = [weighed(part, weigh) for part, weigh in wear(look)]
    heads += [obj for obj in clothes if obj.name.startswith('helmet')]
    scale_head(heads, look['head'])
    boots = next((w.split(':')[1] for w in look['wear'] if w.startswith('boots')), None)
    pieces = heads + [obj for obj in clothes if obj not in heads]
    for side, x in SIDES:
        pieces.append(rigid('hand' + side, 'Hand.' + side, lambda p, s=side, x=x: draw_hand(p, s, x, look)))
        pieces.append(rigid('shoe' + side, 'Foot.' + side, lambda p, x=x: draw_shoe(p, x, look)))
        if boots:
            pieces.append(rigid('boot' + side, 'LowerLeg.' + side, lambda p, x=x: draw_boot(p, x, boots)))
    return pieces


def body_within(look, most):
    """The clothed body in at most so many triangles: cutting along the clothes adds some, so it is thinned until it fits."""
    goal = most * 0.95
    while True:
        body = dress(thinned(grow_body(look['build']), goal), look)
        count = bake.triangles(body)
        if count <= most:
            return body
        bpy.data.objects.remove(body)
        goal *= 0.985 * most / count if count < 1.3 * most else 0.8


def build(name, look):
    rig = make_armature(name)
    pieces = pieces_of(look)
    body = body_within(look, MOST_triangles[look['detail']] - sum(bake.triangles(piece) for piece in pieces))
    bake.select([body, rig])
    bpy.context.view_layer.objects.active = rig
    bpy.ops.object.parent_set(type='ARMATURE_AUTO')
    print('body %d, %s' % (bake.triangles(body), ', '.join('%s %d' % (piece.name, bake.triangles(piece)) for piece in pieces)))
    bake.select([body] + pieces)
    bpy.context.view_layer.objects.active = body
    bpy.ops.object.join()
    body.name = name + '-body'
    bpy.ops.object.vertex_group_limit_total(limit=4)
    bpy.ops.object.vertex_group_normalize_all()
    body.data.use_auto_smooth = False
    for polygon in body.data.polygons:
        polygon.material_index = 0
        polygon.use_smooth = True
    body.data.materials.clear()
    body.data.materials.append(MATERIALS['matte'])
    while body.data.uv_layers:
        body.data.uv_layers.remove(body.data.uv_layers[0])
    body.data.color_attributes.active_color = body.data.color_attributes['Col']
    return rig, body


who = bake.options().get('who', 'grandma')
reset_scene('props', backdrop='props')
person, skin = build(who, PEOPLE[who])
print('%s: %d triangles' % (who, bake.triangles(skin)))
bake.bake_vertex_occlusion([skin], 0.2, 24, 0.45)
make_clips(person, skin, PEOPLE[who])
person.scale = [PEOPLE[who]['scale']] * 3
person.rotation_euler = (0, 0, math.pi)
bpy.context.scene.render.fps = 24
bake.export([person, skin], os.path.join(OUT, who + '_raw.glb'), animations=True)

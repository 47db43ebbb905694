"""From a built scene to files: lights, joining, lightmap bake, export. Usage: finish(name, options) at a script's end."""
import os
import sys
import time
import bpy
import numpy as np
from mathutils import Vector
from charts import pack_charts
from materials import CLASSES, MATERIALS, OUT

STARTED = time.time()


def options():
    """k=v words after '--' on Blender's command line."""
    words = sys.argv[sys.argv.index('--') + 1:] if '--' in sys.argv else []
    return dict(word.split('=', 1) for word in words)


def tick(label):
    print('T %-12s %6.1f s' % (label, time.time() - STARTED), flush=True)


def light(kind, at, energy, color, rot=(0, 0, 0), towards=None, **settings):
    """A bake light. energy: watts (suns: W/m2). rot: degrees; towards: direction instead of rot."""
    data = bpy.data.lights.new(kind, kind)
    data.energy, data.color = energy, color
    for key, value in settings.items():
        setattr(data, key, value)
    obj = bpy.data.objects.new(kind, data)
    obj.location = at
    obj.rotation_euler = [np.radians(a) for a in rot]
    if towards:
        obj.rotation_euler = Vector(towards).to_track_quat('-Z', 'Y').to_euler()
    bpy.context.scene.collection.objects.link(obj)
    return obj


def sky(color, strength):
    world = bpy.data.worlds.new('sky')
    bpy.context.scene.world = world
    world.use_nodes = True
    background = world.node_tree.nodes['Background']
    background.inputs[0].default_value = (*color, 1)
    background.inputs[1].default_value = strength


def setup_cycles():
    scene = bpy.context.scene
    scene.render.engine = 'CYCLES'
    cycles = scene.cycles
    cycles.device = 'CPU'
    cycles.max_bounces, cycles.diffuse_bounces, cycles.glossy_bounces, cycles.transmission_bounces = 5, 4, 1, 2
    cycles.caustics_reflective = cycles.caustics_refractive = False
    cycles.sample_clamp_indirect = 1.5
    cycles.use_adaptive_sampling = False
    cycles.use_denoising = False


def meshes(role=None):
    return [o for o in bpy.context.scene.objects if o.type == 'MESH' and (role is None or o.get('role') == role)]


def apply_modifiers(objects):
    for obj in objects:
        graph = bpy.context.evaluated_depsgraph_get()
        mesh = bpy.data.meshes.new_from_object(obj.evaluated_get(graph))
        obj.modifiers.clear()
        obj.data = mesh


def select(objects):
    bpy.ops.object.select_all(action='DESELECT')
    for obj in objects:
        obj.select_set(True)
    bpy.context.view_layer.objects.active = objects[0]


def join(objects, name):
    if not objects:
        return None
    select(objects)
    if len(objects) > 1:
        bpy.ops.object.join()
    objects[0].name = objects[0].data.name = name
    return objects[0]


def triangles(obj):
    return sum(len(p.vertices) - 2 for p in obj.data.polygons)


def finish(name, default_texels=1024, default_samples=16):
    """Joins the room, bakes its light unless bake=0, and writes out/<name>_raw.glb (and <name>_lm_raw.npz)."""
    args = options()
    size, samples = int(args.get('size', default_texels)), int(args.get('spp', default_samples))
    setup_cycles()
    apply_modifiers(meshes())
    unlit = join(meshes('unlit'), 'outside')
    static = join(meshes('static'), 'static')
    unlit.visible_shadow = unlit.visible_diffuse = False
    pack_charts([static], size)
    tick('built')
    if args.get('bake', '1') != '0':
        _bake(static, name, size, samples)
    static['static'], unlit['unlit'] = True, True
    export([static, unlit], os.path.join(OUT, name + '_raw.glb'))
    print('%s: %d + %d triangles' % (name, triangles(static), triangles(unlit)))


def _bake(static, name, size, samples):
    _diffuse_materials()
    image = bpy.data.images.new('lightmap', size, size, alpha=True, float_buffer=True)
    image.colorspace_settings.name = 'Non-Color'
    for material in MATERIALS.values():
        node = material.node_tree.nodes.new('ShaderNodeTexImage')
        node.name, node.image = 'LM', image
        material.node_tree.nodes.active = node
    select([static])
    static.data.uv_layers.active = static.data.uv_layers['LM']
    settings = bpy.context.scene.render.bake
    settings.margin, settings.use_clear, settings.use_pass_color = 0, True, False
    bpy.context.scene.cycles.samples = samples
    bpy.ops.object.bake(type='DIFFUSE', pass_filter={'DIRECT', 'INDIRECT'}, margin=0, use_clear=True)
    radiance = _pixels(image, size)
    tick('light')
    bpy.context.scene.cycles.samples = 1
    bpy.ops.object.bake(type='NORMAL', margin=0, use_clear=True, normal_space='OBJECT')
    normal = _pixels(image, size)
    bpy.ops.object.bake(type='POSITION', margin=0, use_clear=True)
    position = _pixels(image, size)
    np.savez(os.path.join(OUT, name + '_lm_raw.npz'), rgb=radiance.astype(np.float16),
             nrm=normal[..., :3].astype(np.float16), pos=position[..., :3].astype(np.float32))
    for material in MATERIALS.values():
        material.node_tree.nodes.remove(material.node_tree.nodes['LM'])
    _restore_materials()
    tick('baked')


def _pixels(image, size):
    flat = np.empty(size * size * 4, np.float32)
    image.pixels.foreach_get(flat)
    return flat.reshape(size, size, 4).copy()


def _diffuse_materials():
    """A diffuse bake is black on metal and loses light to specular, so both are off while baking."""
    for material in MATERIALS.values():
        shader = material.node_tree.nodes['Principled BSDF']
        shader.inputs['Metallic'].default_value = 0
        shader.inputs['Specular'].default_value = 0
    MATERIALS['emit'].node_tree.nodes['Principled BSDF'].inputs['Emission Strength'].default_value = 1.0
    MATERIALS['backdrop'].node_tree.nodes['Principled BSDF'].inputs['Emission Strength'].default_value = 0.0


def _restore_materials():
    for name, material in MATERIALS.items():
        shader = material.node_tree.nodes['Principled BSDF']
        shader.inputs['Metallic'].default_value = CLASSES[name].metallic
        shader.inputs['Specular'].default_value = 0.5


def bake_vertex_occlusion(objects, distance=0.35, samples=32, floor=0.3):
    """Multiplies ambient occlusion into the vertex colours of movable things, which have no lightmap."""
    setup_cycles()
    if bpy.context.scene.world is None:
        sky((1, 1, 1), 1)
    bpy.context.scene.world.light_settings.distance = distance
    bpy.context.scene.cycles.samples = samples
    for obj in objects:
        for other in objects:
            other.hide_render = other is not obj
        select([obj])
        mesh = obj.data
        layer = mesh.color_attributes.new('AO', 'FLOAT_COLOR', 'POINT')
        mesh.color_attributes.active_color = layer
        bpy.ops.object.bake(type='AO', target='VERTEX_COLORS')
        shade, color = (np.empty(len(mesh.vertices) * 4, np.float32) for _ in range(2))
        mesh.color_attributes['AO'].data.foreach_get('color', shade)
        mesh.color_attributes['Col'].data.foreach_get('color', color)
        color = color.reshape(-1, 4)
        color[:, :3] *= np.clip(shade.reshape(-1, 4)[:, :3], floor, 1) ** 0.8
        mesh.color_attributes['Col'].data.foreach_set('color', color.ravel())
        mesh.color_attributes.remove(mesh.color_attributes['AO'])
        mesh.color_attributes.active_color = mesh.color_attributes['Col']
    for obj in objects:
        obj.hide_render = False


def export(objects, path, animations=False):
    """GLB with vertex colours and both UV sets. The exporter's Draco message is harmless: meshopt follows later."""
    for obj in objects:
        if 'role' in obj:
            del obj['role']
        if obj.type != 'MESH':
            continue
        if 'chart' in obj.data.attributes:
            obj.data.attributes.remove(obj.data.attributes['chart'])
        if len(obj.data.uv_layers):
            obj.data.uv_layers.active = obj.data.uv_layers[0]
        select([obj])
        bpy.ops.object.material_slot_remove_unused()
    select(objects)
    bpy.ops.export_scene.gltf(
        filepath=path, export_format='GLB', export_apply=not animations, export_colors=True, export_extras=True,
        export_yup=True, export_tangents=False, export_cameras=False, export_lights=False, use_selection=True,
        export_animations=animations, export_nla_strips=True, export_force_sampling=True, export_frame_range=False,
        export_def_bones=False, export_optimize_animation_size=True)
    tick('exported')

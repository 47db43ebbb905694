"""How movable things are made: a root at the thing's own point, with named parts below it and one material for all.

Parts are drawn with their front at -Y, as furniture is; at the end everything is turned half round, so that in the
app an unturned thing faces -z, like an unturned head.
"""
import math
import bpy
from mathutils import Matrix
from decals import signs
from materials import MATERIALS, NAMES, load_image
from part import Part

HALF_TURN = Matrix.Rotation(math.pi, 4, 'Z')
SIGNS = signs('props')
SWATCH_OF = {'matte': 'matte', 'gloss': 'gloss', 'metal': 'metal', 'wood': 'wood', 'wtile': 'gloss', 'floor': 'matte',
             'emit': 'gloss', 'glass': 'gloss'}


class Prop:
    """One kind of thing. parts() hands out Parts; close() links them under the root."""

    all = []

    def __init__(self, name):
        self.name = name
        self.root = bpy.data.objects.new(name, None)
        bpy.context.scene.collection.objects.link(self.root)
        self.meshes = []
        self.markers = []
        self._open = []
        Prop.all.append(self)

    def part(self, name='body', at=(0, 0, 0), rot=(0, 0, 0)):
        """A Part whose origin (the pivot) is `at` in the prop's frame."""
        part = Part('%s-%s' % (self.name, name), at, rot)
        self._open.append((name, part))
        return part

    def marker(self, name, at, rot=(0, 0, 0), **extras):
        """A place without a mesh, such as where a label is written; extras reach the app as userData."""
        from part import placement
        empty = bpy.data.objects.new('%s-%s' % (self.name, name), None)
        bpy.context.scene.collection.objects.link(empty)
        empty.matrix_world = placement(at, rot)
        empty['part'] = name
        for key, value in extras.items():
            empty[key] = value
        self.markers.append(empty)

    def close(self):
        for name, part in self._open:
            obj = part.done('prop')
            obj['part'] = name
            self.meshes.append(obj)
        self._open = []
        return self


def turn_and_parent(prop):
    """Half a turn for meshes and pivots alike, then everything goes under the root."""
    for obj in prop.meshes + prop.markers:
        if obj.type == 'MESH':
            obj.data.transform(HALF_TURN)
        obj.matrix_world = HALF_TURN @ obj.matrix_world @ HALF_TURN.inverted()
        obj.parent = prop.root
    prop.root['prop'] = prop.name


def make_prop_materials():
    """props: everything, colour = atlas x vertex; emit: lamps and lit signs; water: see-through; glass: panes."""
    atlas = load_image('props')
    made = {}
    for name in ('props', 'emit', 'water', 'glass'):
        material = bpy.data.materials.new('prop_' + name)
        material.use_nodes = True
        shader = material.node_tree.nodes['Principled BSDF']
        if name in ('props', 'emit'):
            texture = material.node_tree.nodes.new('ShaderNodeTexImage')
            texture.image = atlas
            material.node_tree.links.new(texture.outputs['Color'], shader.inputs['Base Color'])
        if name == 'water':
            shader.inputs['Base Color'].default_value = (0.45, 0.72, 0.86, 1)
            shader.inputs['Alpha'].default_value = 0.55
            shader.inputs['Roughness'].default_value = 0.08
            material.blend_method = 'BLEND'
        if name == 'glass':
            shader.inputs['Alpha'].default_value = 0.2
            material.blend_method = 'BLEND'
        made[name] = material
    return made


def to_atlas(obj, made):
    """Gives every face of a prop its place in the atlas: its own picture, or the white swatch of its gloss."""
    mesh = obj.data
    uv = mesh.uv_layers['UVMap'].data
    slots = [made['props'], made['emit'], made['water'], made['glass']]
    kinds = [NAMES[polygon.material_index] for polygon in mesh.polygons]
    mesh.materials.clear()  # this also resets the faces' indices
    for material in slots:
        mesh.materials.append(material)
    for polygon, kind in zip(mesh.polygons, kinds):
        slot = {'emit': 1, 'glass': 3}.get(kind, 0)
        if kind == 'glass' and obj.get('part') == 'water':
            slot = 2
        if kind == 'backdrop':  # a lit picture: keeps its place in the atlas
            slot = 1
        elif kind != 'decal':
            u0, v0, u1, v1 = SIGNS[SWATCH_OF[kind]]
            for index in polygon.loop_indices:
                uv[index].uv = ((u0 + u1) / 2, (v0 + v1) / 2)
        polygon.material_index = slot
    if 'LM' in mesh.uv_layers:
        mesh.uv_layers.remove(mesh.uv_layers['LM'])


def rename_materials(made):
    """Blender keeps the rooms' classes of the same names in the file; the exported ones must carry the plain names."""
    for name in list(MATERIALS):
        MATERIALS[name].name = 'unused_' + name
    for name, material in made.items():
        material.name = name

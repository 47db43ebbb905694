"""Material classes of every model, and colours. One class is one draw call once a room is joined, so they are few."""
import os
import bpy

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'out')
TEXTURES = os.path.join(OUT, 'textures')


class MaterialClass:
    """roughness, metallic 0..1; texture: file stem in out/textures; repeat_m: metres per repeat of that texture."""

    def __init__(self, roughness, metallic=0.0, texture=None, repeat_m=1.0):
        self.roughness = roughness
        self.metallic = metallic
        self.texture = texture
        self.repeat_m = repeat_m


CLASSES = {
    'matte': MaterialClass(0.78),
    'gloss': MaterialClass(0.28),
    'metal': MaterialClass(0.32, 1.0),
    'floor': MaterialClass(0.30, 0.0, 'floor_tile', 1.2),
    'wtile': MaterialClass(0.20, 0.0, 'wall_tile', 0.6),
    'wood': MaterialClass(0.50, 0.0, 'wood', 1.2),
    'glass': MaterialClass(0.05),
    'emit': MaterialClass(1.0),
    'decal': MaterialClass(0.55, 0.0, 'decals'),
    'backdrop': MaterialClass(1.0, 0.0, 'backdrop'),
}
NAMES = list(CLASSES)
MATERIALS = {}


def linear(hex_color):
    """'#rrggbb' or '#rgb' in sRGB -> linear [r, g, b, 1]."""
    digits = hex_color.lstrip('#')
    if len(digits) == 3:
        digits = ''.join(d * 2 for d in digits)
    srgb = [int(digits[i:i + 2], 16) / 255 for i in (0, 2, 4)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in srgb] + [1.0]


def mix_hex(a, b, share):
    """Colour `share` of the way from a to b, both '#rrggbb'."""
    pairs = [(int(a[i:i + 2], 16), int(b[i:i + 2], 16)) for i in (1, 3, 5)]
    return '#%02x%02x%02x' % tuple(round(x + (y - x) * share) for x, y in pairs)


def load_image(stem):
    path = os.path.join(TEXTURES, stem + '.png')
    if not os.path.exists(path):
        raise SystemExit('Missing texture %s.png: run the textures step first (npm run assets).' % stem)
    image = bpy.data.images.load(path, check_existing=True)
    image.colorspace_settings.name = 'sRGB'
    return image


def reset_scene(decals, floor=None, floor_repeat_m=1.2, backdrop=None):
    """Empties Blender and makes the material classes. decals, floor, backdrop: texture stems of this model."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    MATERIALS.clear()
    CLASSES['decal'].texture = decals
    CLASSES['backdrop'].texture = backdrop
    if floor:
        CLASSES['floor'].texture = floor
        CLASSES['floor'].repeat_m = floor_repeat_m
    for name in NAMES:
        MATERIALS[name] = _make(name, CLASSES[name])


def _make(name, spec):
    material = bpy.data.materials.new(name)
    material.use_nodes = True
    tree = material.node_tree
    shader = tree.nodes['Principled BSDF']
    shader.inputs['Roughness'].default_value = spec.roughness
    shader.inputs['Metallic'].default_value = spec.metallic
    if spec.texture:
        texture = tree.nodes.new('ShaderNodeTexImage')
        texture.image = load_image(spec.texture)
        if name == 'backdrop':
            tree.links.new(texture.outputs['Color'], shader.inputs['Base Color'])
            tree.links.new(texture.outputs['Color'], shader.inputs['Emission'])
            return material
        tree.links.new(texture.outputs['Color'], shader.inputs['Base Color'])
        if name == 'decal':
            tree.links.new(texture.outputs['Alpha'], shader.inputs['Alpha'])
            material.blend_method = 'CLIP'
        return material
    color = tree.nodes.new('ShaderNodeVertexColor')
    color.layer_name = 'Col'
    if name == 'emit':
        shader.inputs['Base Color'].default_value = (0, 0, 0, 1)
        tree.links.new(color.outputs['Color'], shader.inputs['Emission'])
    else:
        tree.links.new(color.outputs['Color'], shader.inputs['Base Color'])
    if name == 'glass':
        shader.inputs['Alpha'].default_value = 0.22
        material.blend_method = 'BLEND'
    return material

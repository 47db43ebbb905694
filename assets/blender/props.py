"""Writes out/props_raw.glb: everything that can be moved, worked or burnt, one root node a kind."""
import os
import sys
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import bake
from materials import OUT, reset_scene
from prop_kit import Prop, make_prop_materials, rename_materials, to_atlas, turn_and_parent
from props_carried import carried_props
from props_doors import doors, windows
from props_ebike import e_bike
from props_escape import escape_props
from props_extinguishers import extinguishers
from props_kitchen import kitchen_props
from props_rooms import common_props, living_props, shop_props

#: parts whose few large faces would show vertex shading as a smear, or that shine
UNSHADED = ('water', 'glow', 'lamp', 'lens', 'glass', 'stream', 'label', 'leaf', 'leaf-left', 'leaf-right', 'left', 'right', 'sash', 'arrow-left', 'arrow-right')

reset_scene('props', backdrop='props')
kitchen_props()
common_props()
living_props()
shop_props()
extinguishers()
doors()
windows()
escape_props()
carried_props()
e_bike()
for prop in Prop.all:
    bake.apply_modifiers(prop.meshes)
if bake.options().get('ao', '1') != '0':
    meshes = [mesh for prop in Prop.all for mesh in prop.meshes]
    for mesh in meshes:  # they all stand at the origin: each is shaded alone
        mesh.hide_render = True
    bake.bake_vertex_occlusion([mesh for mesh in meshes if mesh['part'] not in UNSHADED], 0.25, 24)
    bake.tick('occlusion')
made = make_prop_materials()
everything = []
for prop in Prop.all:
    for mesh in prop.meshes:
        to_atlas(mesh, made)
    turn_and_parent(prop)
    everything += [prop.root] + prop.meshes + prop.markers
rename_materials(made)
bake.export(everything, os.path.join(OUT, 'props_raw.glb'))
for prop in Prop.all:
    print('%-20s %s' % (prop.name, {m['part']: bake.triangles(m) for m in prop.meshes}))

"""The living room of a Kunming flat, 5.6 x 4.4 x 2.7 m, late sun from the balcony; see living-room-basket/room.yaml."""
import math
import os
import sys
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import architecture as arch
import bake
import furniture_kitchen as kit
import furniture_living as living
from decals import signs
from materials import reset_scene
from part import Part

WIDTH, DEPTH, HEIGHT = 5.6, 4.4, 2.7
WALL, ACCENT = '#f3ecdf', '#bccdbf'
OPENING = dict(x0=-2.15, x1=-0.05, height=2.25)
DOOR = dict(y=-1.4, width=0.90, height=2.06)
SIGNS = signs('living')


def shell():
    hole = (2.8 + OPENING['x0'], 0, 2.8 + OPENING['x1'], OPENING['height'])
    door_x = DEPTH / 2 - DOOR['y']
    door = (door_x - 0.505, 0, door_x + 0.505, DOOR['height'] + 0.07)
    arch.wall('wall_back', 'back', WIDTH, DEPTH, HEIGHT, WALL, [hole])
    arch.wall('wall_right', 'right', WIDTH, DEPTH, HEIGHT, WALL, [door])
    arch.wall('wall_left', 'left', WIDTH, DEPTH, HEIGHT, ACCENT)
    arch.wall('wall_front', 'front', WIDTH, DEPTH, HEIGHT, WALL)
    arch.floor_and_ceiling(WIDTH, DEPTH, HEIGHT)
    arch.cornice(WIDTH, DEPTH, HEIGHT)
    arch.skirting('left', WIDTH, DEPTH, color='#8a5a33')
    arch.skirting('front', WIDTH, DEPTH, color='#8a5a33')
    arch.skirting('right', WIDTH, DEPTH, [(door[0], door[2])], color='#8a5a33')
    arch.skirting('back', WIDTH, DEPTH, [(hole[0], hole[2])], color='#8a5a33')
    middle, wide = (OPENING['x0'] + OPENING['x1']) / 2, OPENING['x1'] - OPENING['x0']
    living.sliding_doors((middle, DEPTH / 2, 0), wide, OPENING['height'])
    living.balcony((middle, DEPTH / 2 + arch.WALL_THICK_m, 0), 3.6, 1.25, 2.6)
    arch.curtain((-0.12, 2.08, 0), 0.52, 0.05, 2.37, '#dba57c')
    arch.curtain_rod((middle - 0.02, 2.08, 2.39), 2.9)
    arch.door_frame((2.87, DOOR['y'], 0), DOOR['width'], DOOR['height'], -90, lining=0.05)
    arch.stairwell((2.87, DOOR['y'], 0), -90, SIGNS, shift=-0.1)


def furniture():
    living.sofa((-2.8, -0.4, 0), 90)
    living.rug((-0.75, -0.55, 0), 2.0, 1.5)
    living.low_table((-0.8, -0.6, 0), 1.0, 0.9)
    living.tea_set((-1.0, -0.72, 0.45))
    living.media_wall((-1.1, -DEPTH / 2, 0), 180, 3.4, SIGNS)
    living.shoe_cabinet((2.8, 0.5, 0), -90)
    living.air_conditioner((1.55, DEPTH / 2, 2.28), 0)
    fruit = Part('fruit', (-0.50, -0.35, 0.45))
    kit.bowl(fruit, (0, 0, 0), 0.11, '#f0e6d2', 28)
    for i in range(5):
        a = i * 1.26
        fruit.pillow((0.07, 0.07, 0.065), (0.045 * math.cos(a), 0.045 * math.sin(a), 0.085 + 0.01 * (i % 2)), ['#e9a23b', '#d8603c', '#e9a23b', '#c8402c', '#9ab84a'][i], 'gloss', power=2, n=7)
    fruit.done()
    lamp = Part('ceiling_lamp', (-0.6, 0.1, HEIGHT))
    lamp.cyl(0.30, 0.05, (0, 0, -0.025), '#f3efe6', 'gloss', 0.02, 40, cull='U')
    lamp.cyl(0.27, 0.03, (0, 0, -0.058), '#fff4dc', 'emit', 0.014, 40, cull='U')
    lamp.done()


def wall_things():
    part = Part('wall_things')
    living.picture(part, (-2.8, -0.4, 1.62), 90, 1.10, 0.31, SIGNS['poem'])
    living.picture(part, (0.62, 2.2, 1.60), 0, 0.46, 0.345, SIGNS['family'])
    living.picture(part, (1.32, 2.2, 1.48), 0, 0.44, 0.33, SIGNS['art'])
    living.picture(part, (1.80, 2.2, 1.62), 0, 0.20, 0.26, SIGNS['family'], '#3f8c86')
    living.picture(part, (1.6, -2.2, 1.55), 180, 0.78, 0.585, SIGNS['art'])
    part.quad(0.26, 0.33, (2.797, 1.35, 1.50), (0, 0, -90), uv=SIGNS['calendar'])
    part.quad(0.20, 0.27, (2.797, -0.26, 0.98), (0, 0, -90), uv=SIGNS['ext_sign'])
    part.quad(0.42, 0.57, (2.797, 1.78, 1.5), (0, 0, -90), uv=SIGNS['poster'])
    part.cyl(0.155, 0.03, (0.15, -2.184, 2.05), '#b9834f', 'gloss', 0.012, 36, rot=(90, 0, 0))
    part.quad(0.27, 0.27, (0.15, -2.1675, 2.05), (0, 0, 180), uv=SIGNS['clock'])
    # socket under the plug, switch by the door, stand of the two extinguishers
    part.box((0.092, 0.012, 0.092), (0.3, 2.195, 0.30), '#f4f2ec', 'gloss', 0.004, 2, cull='B')
    part.box((0.092, 0.012, 0.092), (0.42, 2.195, 0.30), '#f4f2ec', 'gloss', 0.004, 2, cull='B')
    part.box((0.012, 0.086, 0.086), (2.795, -0.82, 1.30), '#f4f2ec', 'gloss', 0.004, 2, cull='R')
    part.box((0.22, 0.56, 0.055), (2.69, -0.26, 0.0275), '#b5281f', 'gloss', 0.008, 2, cull='D')
    part.done()
    cord = Part('heater_cord')
    cord.tube([(-0.60, 1.80, 0.03), (-0.45, 1.95, 0.008), (-0.2, 2.10, 0.006), (0.05, 2.16, 0.006), (0.18, 2.165, 0.02)], 0.0045, '#e2ddd0', 'matte', 6, 6)
    cord.done()


def lights():
    bake.sky((0.72, 0.82, 1), 2.2)
    bake.light('SUN', (0, 0, 5), 13, (1, 0.85, 0.66), towards=(0.62, -1, -0.52), angle=math.radians(1.2))
    bake.light('AREA', (-1.1, 3.62, 1.6), 120, (0.90, 0.90, 1), (-90, 0, 0), shape='RECTANGLE', size=3.2, size_y=1.9)
    bake.light('AREA', (-0.3, -0.1, 2.60), 80, (1, 0.97, 0.93), shape='RECTANGLE', size=3.2, size_y=2.2)
    bake.light('AREA', (-0.6, 0.1, 2.62), 26, (1, 0.95, 0.87), shape='DISK', size=0.5)
    bake.light('AREA', (3.8, -1.4, 2.5), 22, (1, 0.96, 0.88), shape='RECTANGLE', size=1.2, size_y=0.8)


reset_scene('living', 'floor_wood', 1.2, 'backdrop_court')
shell()
furniture()
wall_things()
living.backdrop(-9.5, 7.5, 9, -3.4, 5.1)
lights()
bake.finish('living-room')

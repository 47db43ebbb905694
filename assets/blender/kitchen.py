"""The kitchen of a Kunming flat, 6 x 5 x 2.7 m, as scenarios/firefighting/kitchen-wok/room.yaml lays it out."""
import math
import os
import sys
import bmesh
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import architecture as arch
import bake
import furniture_kitchen as kit
from decals import signs
from materials import reset_scene
from part import Part

WIDTH, DEPTH, HEIGHT = 6.0, 5.0, 2.7
WALL, WARM_WALL, TEAL, CREAM = '#f3e6cf', '#ecd0ac', '#3f8c86', '#f6ecd9'
WINDOW = dict(x=-1.35, z=1.70, width=1.50, height=1.20)
DOOR = dict(y=0.45, width=0.90, height=2.06)
SIGNS = signs('kitchen')


def shell():
    half = WINDOW['width'] / 2
    hole = (3 + WINDOW['x'] - half, WINDOW['z'] - 0.6, 3 + WINDOW['x'] + half, WINDOW['z'] + 0.6)
    door = (2.5 - DOOR['y'] - 0.53, 0, 2.5 - DOOR['y'] + 0.53, DOOR['height'] + 0.07)
    arch.wall('wall_back', 'back', WIDTH, DEPTH, HEIGHT, WALL, [hole])
    arch.wall('wall_right', 'right', WIDTH, DEPTH, HEIGHT, WALL, [door])
    arch.wall('wall_left', 'left', WIDTH, DEPTH, HEIGHT, WARM_WALL)
    arch.wall('wall_front', 'front', WIDTH, DEPTH, HEIGHT, WARM_WALL)
    arch.floor_and_ceiling(WIDTH, DEPTH, HEIGHT)
    arch.cornice(WIDTH, DEPTH, HEIGHT)
    arch.skirting('left', WIDTH, DEPTH, [(3.15, 5)])
    arch.skirting('front', WIDTH, DEPTH)
    arch.skirting('right', WIDTH, DEPTH, [(door[0], door[2])])
    arch.skirting('back', WIDTH, DEPTH, [(0, 3.82)])
    tiles = Part('tile_splash')
    tiles.box((1.9, 0.014, 0.80), (0.35, 2.494, 1.26), '#ffffff', 'wtile', 0, cull='BD')
    tiles.box((0.9, 0.014, 0.80), (-2.55, 2.494, 1.26), '#ffffff', 'wtile', 0, cull='BD')
    tiles.box((1.5, 0.014, 0.215), (-1.35, 2.494, 0.9675), '#ffffff', 'wtile', 0, cull='BD')
    tiles.box((0.014, 1.9, 0.80), (-2.994, 1.55, 1.26), '#ffffff', 'wtile', 0, cull='LDB')
    tiles.done(smooth_deg=10)
    arch.window((WINDOW['x'], 2.5, WINDOW['z']), WINDOW['width'], WINDOW['height'])
    arch.curtain((-2.5, 2.40, 0), 0.34, 1.13, 2.36, '#e8a07a')
    arch.curtain((-0.56, 2.40, 0), 0.34, 1.13, 2.36, '#e8a07a')
    arch.curtain_rod((-1.35, 2.40, 2.38), 2.0)
    arch.door_frame((3.07, DOOR['y'], 0), DOOR['width'], DOOR['height'], -90)
    arch.stairwell((3.07, DOOR['y'], 0), -90, SIGNS, shift=0.2)


def counters():
    kit.cabinet('base_sink', 0.9, 0.83, 0.58, (-0.95, 2.5, 0), doors=2, front=TEAL, cull='BDU')
    kit.cabinet('base_a', 0.55, 0.83, 0.58, (-1.675, 2.5, 0), doors=1, drawers=1, front=TEAL)
    kit.cabinet('base_hob', 0.8, 0.83, 0.58, (-0.1, 2.5, 0), doors=2, front=TEAL)
    kit.cabinet('base_b', 0.5, 0.83, 0.58, (0.55, 2.5, 0), doors=0, drawers=3, front=TEAL)
    kit.cabinet('base_l1', 0.6, 0.83, 0.58, (-3, 0.95, 0), 90, doors=1, drawers=1, front=TEAL)
    kit.cabinet('base_l2', 0.675, 0.83, 0.58, (-3, 1.588, 0), 90, doors=2, front=TEAL)
    kit.cabinet('base_corner', 0.47, 0.83, 0.58, (-2.185, 2.5, 0), doors=1, front=TEAL)
    stone = '#efe9dd'
    kit.countertop([(-3, 0.65), (-3, 2.5), (0.82, 2.5), (0.82, 1.88), (-2.38, 1.88), (-2.38, 0.65)], (-1.24, 2.0, -0.64, 2.4), stone)
    sink()
    kit.hob((-0.1, 2.19, 0.87))
    kit.hood((-0.1, 2.49, 1.62))
    kit.cabinet('up_r', 0.5, 0.72, 0.34, (0.56, 2.48, 1.58), doors=1, front=CREAM, wall_mounted=True, toe=0, cull='B')
    kit.cabinet('up_l1', 0.95, 0.72, 0.34, (-3, 1.35, 1.58), 90, doors=2, front=CREAM, wall_mounted=True, toe=0, cull='B')
    kit.cabinet('up_l2', 0.66, 0.72, 0.34, (-3, 2.16, 1.58), 90, doors=1, front=CREAM, wall_mounted=True, toe=0, cull='B')


def sink():
    steel = '#c9cfd1'
    part = Part('sink')
    part.box((0.60, 0.42, 0.004), (-0.94, 2.2, 0.772), steel, 'metal', 0, cull='D')
    for s in (-1, 1):
        part.box((0.008, 0.42, 0.10), (-0.94 + s * 0.296, 2.2, 0.82), steel, 'metal', 0.002, 1, cull='D')
        part.box((0.60, 0.008, 0.10), (-0.94, 2.2 + s * 0.202, 0.82), steel, 'metal', 0.002, 1, cull='D')
    part.rail([(-1.245, 1.992, 0.872), (-0.635, 1.992, 0.872), (-0.635, 2.408, 0.872), (-1.245, 2.408, 0.872)], 0.010, steel, 'metal', 8, 0.04, closed=True)
    part.cyl(0.026, 0.05, (-0.94, 2.45, 0.895), steel, 'metal', 0.008, 18)
    part.tube([(-0.94, 2.45, 0.91), (-0.94, 2.45, 1.05), (-0.94, 2.43, 1.17), (-0.94, 2.34, 1.22), (-0.94, 2.26, 1.17), (-0.94, 2.255, 1.12)], 0.011, steel, 'metal', 10, 5)
    part.rail([(-0.915, 2.45, 0.91), (-0.86, 2.44, 0.95)], 0.007, steel, 'metal', 8)
    part.done()


def clutter():
    shelf = Part('shelf')
    for z in (1.50, 1.85):
        shelf.box((0.22, 0.95, 0.03), (-2.89, -0.35, z), '#ffffff', 'wood', 0.006, 2, cull='L')
        for y in (-0.72, 0.02):
            shelf.rail([(-2.995, y, z - 0.10), (-2.99, y, z - 0.018), (-2.82, y, z - 0.018)], 0.007, '#35393b', 'matte', 6)
    for i, (y, color) in enumerate([(-0.68, '#d8603c'), (-0.52, '#f0e6d2'), (-0.36, '#3f8c86')]):
        for k in range(2 + i % 2):
            kit.bowl(shelf, (-2.88, y, 1.515 + k * 0.022), 0.062, color)
    for y, tall, color in ((-0.12, 0.15, '#e3a248'), (0.0, 0.12, '#8fb0bd')):
        shelf.cyl(0.048, tall, (-2.88, y, 1.515 + tall / 2), color, 'gloss', 0.008, 20)
        shelf.cyl(0.05, 0.02, (-2.88, y, 1.525 + tall), '#b9834f', 'matte', 0.006, 20)
    for i, (tall, thick, color) in enumerate([(0.22, 0.03, '#cf4a36'), (0.24, 0.025, '#2f6b72'), (0.2, 0.04, '#e9c46a'), (0.23, 0.028, '#5f9a54'), (0.21, 0.035, '#8a5a83')]):
        shelf.box((0.15, thick, tall), (-2.88, -0.70 + 0.045 * i, 1.865 + tall / 2), color, 'matte', 0.004, 1)
    shelf.done()
    kit.plant((-2.88, -0.06, 1.865), 0.85, 5, '#f0e6d2')
    kit.plant((-1.92, 2.47, 1.105), 1.0, 2)
    kit.plant((-0.80, 2.47, 1.105), 0.75, 8, '#3f8c86')
    kit.kettle((0.09, 2.22, 0.915), 25)
    part = Part('counter_clutter')
    for x, tall, radius, color, cap, label in ((0.36, 0.25, 0.03, '#5a2a1c', '#c8352c', '#f2d9a0'), (0.44, 0.27, 0.032, '#c98a2b', '#3f8c46', '#f6ecd9'),
                                               (0.52, 0.21, 0.028, '#efe6d6', '#c8352c', '#c8352c')):
        kit.bottle(part, (x, 2.42, 0.87), tall, radius, color, cap, label)
    part.cyl(0.045, 0.13, (0.66, 2.40, 0.935), '#f0e6d2', 'gloss', 0.008, 22)
    for dx, dy in ((-0.015, 0), (0.012, 0.012), (0.02, -0.014)):
        part.tube([(0.66 + dx, 2.40 + dy, 0.93), (0.66 + dx * 2.6, 2.40 + dy * 2, 1.10)], 0.006, '#b9834f', 'matte', 6)
        part.pillow((0.035, 0.016, 0.06), (0.66 + dx * 2.9, 2.40 + dy * 2.2, 1.125), '#b9834f', 'matte', power=2, n=4)
    part.box((0.34, 0.22, 0.018), (-1.62, 2.15, 0.879), '#c99a63', 'matte', 0.006, 2)
    for i in range(5):
        part.cyl(0.022, 0.012, (-1.72 + i * 0.03, 2.18, 0.894), ['#d8402c', '#d8402c', '#d8402c', '#6fae4e', '#6fae4e'][i], 'gloss', 0.003, 14)
    part.box((0.13, 0.035, 0.003), (-1.55, 2.09, 0.890), '#cfd6d8', 'metal', 0.001, 1)
    part.box((0.10, 0.026, 0.014), (-1.44, 2.09, 0.894), '#2a2a2a', 'matte', 0.004, 2)
    # rice cooker and thermos on the left counter
    part.lathe([(0, 0), (0.11, 0), (0.125, 0.02), (0.128, 0.13), (0.12, 0.16), (0.07, 0.195), (0, 0.20)], (-2.72, 1.75, 0.87), '#f3efe6', 'gloss', 28)
    part.box((0.09, 0.02, 0.05), (-2.60, 1.75, 0.93), '#3a3f43', 'gloss', 0.006, 2, rot=(0, 0, 90))
    part.cyl(0.055, 0.30, (-2.74, 1.38, 1.02), '#c8352c', 'gloss', 0.012, 24)
    part.cyl(0.05, 0.05, (-2.74, 1.38, 1.195), '#f0e6d2', 'gloss', 0.012, 24)
    part.done()
    mat = Part('mat', (-0.4, 1.45, 0))
    mat.box((1.5, 0.5, 0.012), (0, 0, 0.006), '#d9825f', 'matte', 0.006, 2, cull='D')
    mat.box((1.36, 0.36, 0.003), (0, 0, 0.0135), '#f0dfc6', 'matte', 0, cull='D')
    mat.box((1.26, 0.26, 0.003), (0, 0, 0.015), '#d9825f', 'matte', 0, cull='D')
    mat.done()
    bin_ = Part('bin', (2.72, 1.62, 0))
    bin_.lathe([(0, 0), (0.12, 0), (0.125, 0.006), (0.15, 0.36), (0.154, 0.37), (0.15, 0.38), (0.03, 0.40), (0, 0.402)], (0, 0, 0), '#8fb0bd', 'gloss', 24)
    bin_.done()


def gas():
    kit.gas_bottle((1.32, 2.12, 0), SIGNS['lpg'])
    hose = Part('gas_hose')
    hose.tube([(1.375, 2.03, 0.815), (1.46, 2.05, 0.80), (1.50, 2.12, 0.62), (1.42, 2.28, 0.36), (1.15, 2.38, 0.30), (0.94, 2.36, 0.5), (0.80, 2.34, 0.66)], 0.011, '#e8812b', 'matte', 10, 8)
    hose.done()
    alarm = Part('gas_alarm')
    alarm.box((0.12, 0.03, 0.075), (1.32, 2.484, 1.75), '#f4f2ec', 'gloss', 0.008, 2, cull='B')
    alarm.quad(0.1, 0.05, (1.32, 2.4675, 1.75), uv=SIGNS['gas'])
    alarm.done()


def dining():
    kit.table((0.35, -0.75, 0), 1.5, 0.85)
    for i, (x, y, turn, color) in enumerate([(0, -1.32, 180, '#e3a248'), (0.72, -1.34, 176, '#d8603c'), (0, -0.18, 0, '#3f8c86'), (0.74, -0.12, -12, '#e3a248')]):
        kit.chair('chair%d' % i, (x, y, 0), turn, color)
    kit.pendant((0.35, -0.75, HEIGHT), 0.95)
    part = Part('table_set', (0.35, -0.75, 0.75))
    part.lathe([(0, 0), (0.16, 0), (0.19, 0.004), (0.192, 0.009), (0.16, 0.006), (0, 0.006)], (0, 0, 0), '#f6ecd9', 'gloss', 32)
    for i in range(5):
        a = i * 1.26
        color = ['#e9a23b', '#e9a23b', '#d8603c', '#e9a23b', '#c8a23b'][i]
        part.pillow((0.075, 0.075, 0.07), (0.06 * math.cos(a), 0.06 * math.sin(a), 0.038), color, 'gloss', power=2, n=8)
    for x, y, color in ((-0.5, -0.2, '#3f8c86'), (0.30, -0.26, '#d8603c')):
        kit.bowl(part, (x, y, 0), 0.06, color)
        for dx in (0.1, 0.115):
            part.tube([(x + dx, y - 0.09, 0.006), (x + dx + 0.008, y + 0.12, 0.006)], 0.003, '#7a4f2b', 'matte', 6)
    part.done()


def wall_things():
    part = Part('wall_things')
    # clock, calendar, poster, picture; bracket of the extinguisher and the sign above it
    part.cyl(0.155, 0.03, (1.36, 2.483, 2.05), '#3f8c86', 'gloss', 0.012, 36, rot=(90, 0, 0))
    part.cyl(0.135, 0.008, (1.36, 2.466, 2.05), '#fbf8f0', 'matte', 0.002, 36, rot=(90, 0, 0))
    part.quad(0.255, 0.255, (1.36, 2.4605, 2.05), uv=SIGNS['clock'])
    part.quad(0.26, 0.33, (2.998, 1.32, 1.48), (0, 0, -90), uv=SIGNS['calendar'])
    part.quad(0.50, 0.68, (2.998, -1.75, 1.58), (0, 0, -90), uv=SIGNS['poster'])
    part.quad(0.20, 0.27, (2.998, -0.62, 1.30), (0, 0, -90), uv=SIGNS['ext_sign'])
    part.box((0.02, 0.10, 0.40), (2.988, -0.62, 0.66), '#7a1712', 'gloss', 0.004, 1, cull='R')
    part.box((0.10, 0.10, 0.012), (2.945, -0.62, 0.414), '#7a1712', 'gloss', 0.003, 1)
    part.box((0.98, 0.03, 0.76), (-0.5, -2.482, 1.62), '#8a5a33', 'matte', 0.008, 2, cull='F')
    part.quad(0.9, 0.68, (-0.5, -2.464, 1.62), (0, 0, 180), uv=SIGNS['art'])
    part.quad(0.46, 0.64, (-2.997, -1.55, 1.62), (0, 0, 90), uv=SIGNS['poster2'])
    part.box((0.08, 0.012, 0.08), (2.992, -0.28, 1.25), '#f4f2ec', 'gloss', 0.004, 2, cull='R', rot=(0, 0, 90))
    part.done()


def outside():
    part = Part('backdrop')
    b = bmesh.new()
    b.faces.new([b.verts.new(p) for p in ((-8, 7, -0.9), (5, 7, -0.9), (5, 7, 5.6), (-8, 7, 5.6))])
    part.add(b, part.matrix.Identity(4), '#ffffff', 'backdrop', uv=lambda c: ((c.x + 8) / 13, (c.z + 0.9) / 6.5))
    part.done('unlit')


def lights():
    bake.sky((0.62, 0.80, 1), 3.0)
    bake.light('SUN', (0, 0, 5), 16, (1, 0.85, 0.62), towards=(0.50, -1, -0.70), angle=math.radians(1.0))
    bake.light('AREA', (-1.35, 2.9, 1.7), 95, (0.72, 0.87, 1), (-90, 0, 0), shape='RECTANGLE', size=1.7, size_y=1.2)
    bake.light('POINT', (0.35, -0.75, 1.78), 26, (1, 0.80, 0.54), shadow_soft_size=0.05)
    bake.light('AREA', (0.2, -0.2, 2.66), 66, (1, 0.94, 0.86), shape='RECTANGLE', size=3.6, size_y=2.6)
    bake.light('AREA', (-0.1, 2.1, 1.60), 5, (1, 0.9, 0.7), shape='RECTANGLE', size=0.5, size_y=0.2)
    bake.light('AREA', (3.95, 0.3, 2.5), 22, (1, 0.96, 0.88), shape='RECTANGLE', size=1.2, size_y=0.8)


reset_scene('kitchen', 'floor_tile', 1.2, 'backdrop_city')
shell()
counters()
clutter()
gas()
kit.fridge((2.3, 2.47, 0), SIGNS)
dining()
wall_things()
outside()
lights()
bake.finish('kitchen')
